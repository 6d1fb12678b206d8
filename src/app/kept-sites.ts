import { parseSites, siteKind, type Site } from '../features/sites/site.ts';
import type { Vault } from '../vault/vault.ts';

/** The sites that a person wants a pause before, as they lie in the vault now. */
export async function keptSites(vault: Vault): Promise<Site[]> {
  const rows = await vault.db.rec.where('[kind+day]').equals([siteKind, '']).toArray();
  return parseSites(await vault.openRows(rows));
}
