/** A round by a context that lives for nothing else: while no page is open there is nobody to hold a keeper. */
import type { Vault } from '../../vault/vault.ts';
import { RelayKeeper, type KeeperParts } from './keeper.ts';
import { isPatient, readPatience } from './patience.ts';

interface Heard {
  /** Something written elsewhere has arrived. */
  readonly merged: () => void;
  /** After a round: what this device owes the others. What it writes travels before all is over. */
  readonly ended?: (keeper: RelayKeeper) => Promise<unknown>;
}

/** False when there was nothing to do now, or it could not be done: then the next one comes later. */
export async function carry(vault: Vault, parts: KeeperParts, heard: Heard): Promise<boolean> {
  if (vault.isLocked || isPatient(await readPatience(vault.db), parts.wall())) return false;
  const keeper = new RelayKeeper(vault, parts);
  keeper.onMerged(heard.merged);
  let done = await keeper.sync();
  await heard.ended?.(keeper);
  // Nobody is here for a later round: it may have gone to another relay just now, or have more to say.
  if (keeper.state.trouble === null && (await keeper.unsynced()) > 0) done = await keeper.sync();
  return done;
}
