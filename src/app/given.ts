import type { Practice } from '../content/practice.ts';
import { itemKind } from '../features/packs/item-kind.ts';
import type { Vault } from '../vault/vault.ts';

/** Practices out of packs, as they are now. What reads a pack is fetched only by who has taken one. */
export async function givenIn(vault: Vault): Promise<readonly Practice[]> {
  const taken = await vault.db.rec.where('[kind+day]').equals([itemKind, '']).count();
  if (taken === 0) return [];
  const { PacksState } = await import('../features/packs/packs.svelte.ts');
  const { practices } = await new PacksState(vault).read();
  return practices.map(({ practice }) => practice);
}
