import type { VaultDatabase } from './database.ts';
import type { Row } from './row.ts';

/** Notes a row of this vault that does not open. The row itself stays where it is, untouched. */
export async function setAside(db: VaultDatabase, row: Row): Promise<void> {
  await db.quar.put({ peer: 'here', wire: row.wire, rev: `lv${row.lv}`, ct: row.ct });
}
