/** What is due beside a round: an audit from time to time, and deleting the vaults that were given up. */
import {
  putRelay,
  readRelay,
  type FormerVault,
  type RelaySetting,
} from '../../vault/relay-setting.ts';
import type { VaultDatabase } from '../../vault/database.ts';
import { RelayFailure } from './failure.ts';
import { createRelayPeer, type RelayOptions, type RelayPeer } from './peer.ts';

/** Milliseconds between two audits (sync design, §3.5): what a relay lost or held back is mended by then. */
const auditEvery = 7 * 86_400_000;

/** A clock that was set years ahead and back again asks for one, too. */
export const auditIsDue = (setting: RelaySetting | null, wall: number): boolean =>
  setting?.audited !== undefined && Math.abs(wall - setting.audited) >= auditEvery;

/** The relay that the journal came from, which holds it until the other devices have come along. */
export const formerPlace = (setting: RelaySetting | null): string | null =>
  setting?.former?.find(({ waits }) => waits)?.origin ?? null;

interface Done {
  readonly db: VaultDatabase;
  /** The vault of now. */
  readonly vault: string;
  readonly audited: boolean;
  /** Epoch milliseconds. */
  readonly wall: number;
}

/**
 * After a complete round. A former vault that cannot be deleted now is kept in mind for the next one; one at a relay
 * that was left is asked after with each audit, as that relay may be gone for good.
 */
export async function settle(
  { db, vault, audited, wall }: Done,
  options: RelayOptions,
): Promise<void> {
  const setting = await readRelay(db);
  if (!setting || (!setting.former && !audited && setting.audited !== undefined)) return;
  const { former = [], ...rest } = setting;
  const left: FormerVault[] = [];
  for (const access of former) {
    const origin = access.origin ?? setting.origin;
    const isHere = origin === setting.origin;
    // Noted, but never given up: the device stopped in between. Or it came back to this relay.
    if (isHere && access.vault === vault) continue;
    const isDue = access.waits !== true && (isHere || audited);
    if (!isDue || (await removed(createRelayPeer({ ...access, origin }, options))))
      left.push(access);
  }
  await putRelay(db, {
    ...rest,
    audited: audited ? wall : (rest.audited ?? wall),
    ...(left.length > 0 && { former: left }),
  });
}

/** Deletes at the relays that were left what waited there. False when one of them could not be asked. */
export async function letGo(db: VaultDatabase, options: RelayOptions): Promise<boolean> {
  const setting = await readRelay(db);
  if (!setting) return false;
  const { former = [], ...rest } = setting;
  const left: FormerVault[] = [];
  for (const access of former) {
    const { vault, token, waits, origin = setting.origin } = access;
    const known = { vault, token, origin };
    if (waits !== true) left.push(access);
    else if (await removed(createRelayPeer(known, options))) left.push(known);
  }
  await putRelay(db, { ...rest, ...(left.length > 0 && { former: left }) });
  return left.every(({ origin }) => origin === undefined);
}

/** Null when nothing of the vault is there any more. */
export async function removed(peer: RelayPeer): Promise<RelayFailure | null> {
  try {
    await peer.remove();
    return null;
  } catch (failure) {
    if (!(failure instanceof RelayFailure)) throw failure;
    return failure.refusal === 'deleted' ? null : failure;
  }
}
