/** One round by a context that lives for nothing else: while no page is open there is nobody to hold a keeper. */
import type { Vault } from '../../vault/vault.ts';
import { RelayKeeper, type KeeperParts } from './keeper.ts';
import { isPatient, readPatience } from './patience.ts';

/** False when there was nothing to do now, or it could not be done: then the next one comes later. */
export async function carry(
  vault: Vault,
  parts: KeeperParts,
  merged: () => void,
): Promise<boolean> {
  if (vault.isLocked || isPatient(await readPatience(vault.db), parts.wall())) return false;
  const keeper = new RelayKeeper(vault, parts);
  keeper.onMerged(merged);
  return keeper.sync();
}
