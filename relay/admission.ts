/** Whether a request may touch the vault that it names; the first one that names it makes it its own. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

import { fromBase64Url, type Bytes } from '../src/kernel/bytes.ts';
import { createId } from '../src/kernel/random.ts';
import { inviteHeader, token, vaultName } from '../src/sync/protocol/names.ts';
import { deviceName } from '../src/sync/protocol/wakes.ts';
import type { Metrics } from './metrics.ts';
import type { RelayEnv, RelayParts } from './parts.ts';
import { createRateLimit } from './rate-limit.ts';
import { Refused } from './refused.ts';
import { claimVault, readVault, type VaultRow } from './store/vaults.ts';
import { readOwn } from './store/wakes.ts';

const hour = 3_600_000;
const minute = 60_000;
/** Requests a minute with a device's own token (chosen): it says something when its subscription changes. */
const ownPerMinute = 12;

/** The database keeps only this of a token: a thief of the one does not have the other. */
const hashOf = (text: string | Uint8Array): Bytes =>
  Uint8Array.from(createHash('sha256').update(text).digest());

export interface Admission {
  readonly admitted: MiddlewareHandler<RelayEnv>;
  /** The same, but nobody's vault is made: where there is none, the answer is whether one would be. */
  readonly known: MiddlewareHandler<RelayEnv>;
  /** The token of the vault, or that of the device which the address names. Nobody's vault is made. */
  readonly ofDevice: MiddlewareHandler<RelayEnv>;
}

export function admission(
  { store, settings, random, mono }: RelayParts,
  metrics: Metrics,
): Admission {
  const claims = createRateLimit(settings.claimsPerHour, hour);
  const requests = createRateLimit(settings.requestsPerMinute, minute);
  // Apart from the vault's: whoever has only this much cannot keep the others waiting.
  const ownRequests = createRateLimit(ownPerMinute, minute);

  const mayClaim = (context: Context<RelayEnv>): void => {
    const code = context.req.header(inviteHeader);
    if (settings.invite !== null && code === undefined) throw new Refused('invite-needed');
    const given = hashOf(code ?? '');
    // Counted before the code is compared, so that codes cannot be tried out.
    const wait = claims.take(context.get('caller'), mono());
    if (wait > 0) throw new Refused('too-many', wait);
    if (settings.invite !== null && !timingSafeEqual(given, hashOf(settings.invite)))
      throw new Refused('invite-needed');
  };

  const isOwn = async (
    context: Context<RelayEnv>,
    vault: Bytes,
    { deleted }: VaultRow,
    auth: Bytes,
  ): Promise<boolean> => {
    const device = deviceName.read(context.req.param('device'));
    if (device === undefined || deleted !== null) return false;
    const own = await store.read(readOwn(vault, fromBase64Url(device)));
    return own !== null && timingSafeEqual(own, auth);
  };

  const admit = async (
    context: Context<RelayEnv>,
    mayMake: boolean,
    mayBeOwn = false,
  ): Promise<void> => {
    const name = vaultName.read(context.req.param('vault'));
    if (name === undefined) throw new Refused('nothing');
    const [, bearer] = /^Bearer ([\w-]+)$/.exec(context.req.header('Authorization') ?? '') ?? [];
    const secret = token.read(bearer);
    if (secret === undefined) throw new Refused('unauthorised');
    const [vault, auth] = [fromBase64Url(name), hashOf(fromBase64Url(secret))];
    let held = await store.read(readVault(vault));
    if (!held) {
      mayClaim(context);
      if (!mayMake) throw new Refused('nothing');
      held = await store.write(claimVault(vault, auth, () => createId(random)));
      metrics.claimed();
    }
    const isWhole = timingSafeEqual(held.auth, auth);
    if (!isWhole && !(mayBeOwn && (await isOwn(context, vault, held, auth))))
      throw new Refused('unauthorised');
    const wait = isWhole ? requests.take(name, mono()) : ownRequests.take(name, mono());
    if (wait > 0) throw new Refused('too-many', wait);
    if (held.deleted !== null) throw new Refused('deleted');
    context.set('vault', vault);
    context.set('held', held);
    context.set('isOwn', !isWhole);
  };
  return {
    async admitted(context, next) {
      await admit(context, true);
      await next();
    },
    async known(context, next) {
      await admit(context, false);
      await next();
    },
    async ofDevice(context, next) {
      await admit(context, false, true);
      await next();
    },
  };
}
