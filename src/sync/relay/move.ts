/**
 * A vault that goes from one relay to another. It is whole at the new one, and looked over there, before anything at
 * the old one changes; the switch is one write, so whatever stops in between leaves the journal at one of the two.
 */
import { relayTokenOf } from '../../vault/keys.ts';
import { putRelay, readRelay, type RelaySetting } from '../../vault/relay-setting.ts';
import type { Vault } from '../../vault/vault.ts';
import { audit, syncRound } from '../engine.ts';
import type { RelayAddress } from './ask.ts';
import { RelayFailure } from './failure.ts';
import { putPlace } from './place.ts';
import type { RelayRounds } from './rounds.ts';
import { relayTroubleOf, troubleOf, type RelayTrouble } from './trouble.ts';

/** Audits until one finds nothing to send (chosen): what is written meanwhile costs one more. */
const mostAudits = 3;

export interface MoveParts {
  readonly vault: Vault;
  readonly rounds: RelayRounds;
  readonly wall: () => number;
  /** Which relay is used from then on. */
  readonly use: (setting: RelaySetting) => Promise<void>;
}

/** Null when the journal is at the new relay, or why it stays where it is. */
export async function move(parts: MoveParts, address: RelayAddress): Promise<RelayTrouble | null> {
  const { vault, rounds } = parts;
  try {
    await (await rounds.peerAt(address)).look();
  } catch (failure) {
    if (!(failure instanceof RelayFailure)) throw failure;
    return relayTroubleOf(failure);
  }
  // What the others sent comes along. A relay that is gone for good holds nobody up: every device has it all.
  await isTold(parts);
  const trouble = await carry(parts, address);
  if (trouble !== null) return trouble;
  if (!(await putPlace(vault, address.origin))) return 'StorageFull';
  await goTo(parts, address, await isTold(parts));
  return null;
}

/** Another device moved the journal: this one goes there with all that it has. `told`: its own relay knows so. */
export async function follow(parts: MoveParts, origin: string, told: boolean): Promise<boolean> {
  const trouble = await carry(parts, { origin });
  if (trouble === null) await goTo(parts, { origin }, told);
  return trouble === null;
}

/** Leaves word at a relay that could not be told where the journal went; until then other devices look for it there. */
export async function tellFormer({ vault, rounds }: MoveParts): Promise<void> {
  const before = await readRelay(vault.db);
  const untold = before?.former?.find((each) => each.untold && each.vault === vault.keys.vault);
  if (untold?.origin === undefined) return;
  const { origin } = untold;
  const done = await rounds.exchange(syncRound, () => rounds.peerAt({ origin }));
  if (!done?.ok) return;
  const now = await readRelay(vault.db);
  const former = now?.former?.map(({ untold: was, ...each }) =>
    was === true && each.origin !== origin ? { ...each, untold: was } : each,
  );
  if (now && former) await putRelay(vault.db, { ...now, former });
}

/** Milliseconds until a relay that was left and kept silent is asked again (chosen): it may be gone for good. */
const silentFor = 86_400_000;

/**
 * Fetches what has come to the relays that were left: devices that nobody had heard of are in it. False when one of
 * them could not be asked now.
 */
export async function lookBack({ vault, rounds, wall }: MoveParts): Promise<boolean> {
  const setting = await readRelay(vault.db);
  // Under a key of before nobody can come along any more.
  const left = setting?.former?.filter((each) => each.waits && each.vault === vault.keys.vault);
  for (const { origin = '', silent } of left ?? []) {
    if (silent !== undefined && Math.abs(wall() - silent) < silentFor) return false;
    const done = await rounds.exchange(syncRound, () => rounds.peerAt({ origin }));
    if (!done?.ok && !(done && heardAll.has(troubleOf(done.error).trouble))) {
      await noteSilent(vault, origin, wall());
      return false;
    }
  }
  return true;
}

/** Fetching comes before sending: by then everything that was there has come. */
const heardAll: ReadonlySet<RelayTrouble> = new Set(['deleted', 'full']);

async function noteSilent({ db }: Vault, origin: string, silent: number): Promise<void> {
  const setting = await readRelay(db);
  const former = setting?.former?.map((each) =>
    each.waits === true && each.origin === origin ? { ...each, silent } : each,
  );
  if (setting && former) await putRelay(db, { ...setting, former });
}

/** A round at the relay of now, whatever comes of it: true when it and this device hold the same. */
async function isTold({ rounds }: MoveParts): Promise<boolean> {
  const done = await rounds.exchange(syncRound, () => Promise.resolve(rounds.peer));
  return done?.ok === true;
}

/** Null when everything of the vault is at that relay, as it says itself; or why not. */
async function carry({ rounds }: MoveParts, address: RelayAddress): Promise<RelayTrouble | null> {
  for (let passes = 0; passes <= mostAudits; passes++) {
    const run = passes === 0 ? syncRound : audit;
    const done = await rounds.exchange(run, () => rounds.peerAt(address));
    if (done?.ok === false) return troubleOf(done.error).trouble;
    if (run === audit && done?.value.pushed === 0) return null;
  }
  return 'Unsettled';
}

async function goTo(
  { vault: { db, keys, seed }, wall, use }: MoveParts,
  { origin, invite }: RelayAddress,
  told: boolean,
): Promise<void> {
  const before = await readRelay(db);
  // Another window was quicker, or the person left meanwhile.
  if (!before || before.origin === origin) return;
  const { vault } = keys;
  const token = await relayTokenOf(seed, before.origin);
  const left = { vault, token, origin: before.origin, waits: true, ...(!told && { untold: true }) };
  const former = (before.former ?? [])
    .map((each) => ({ origin: before.origin, ...each }))
    // It goes back to where it was once, and is in use there again.
    .filter((each) => each.vault !== vault || each.origin !== origin);
  await use({
    origin,
    ...(invite !== undefined && { invite }),
    audited: wall(),
    former: [...former, left],
  });
}
