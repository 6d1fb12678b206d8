import type { Vault } from '#core/vault/vault.ts';

/** The newest entries, read and opened as the journal's list does. */
export async function readNewest(vault: Vault, rows: number): Promise<void> {
  const found = await vault.db.rec
    .where('[kind+day]')
    .between(['entry', ''], ['entry', '9999'])
    .reverse()
    .limit(rows)
    .toArray();
  const opened = await vault.openRows(found);
  if (opened.length !== rows) throw new Error(`${opened.length} rows opened, not ${rows}`);
}
