import { columnsOf } from './columns.ts';
import type { VaultDatabase } from './database.ts';
import type { Rec } from './record.ts';
import type { Row } from './row.ts';

/** Lays a row down as its own record has it, where a seal or the disk told another day or kind. */
export async function mendColumns(db: VaultDatabase, row: Row, rec: Rec): Promise<void> {
  const columns = columnsOf(rec);
  if (columns.day === row.day && columns.kind === row.kind) return;
  const standing = db.rec.where('id').equals(row.id);
  await standing.and(({ lv }) => lv === row.lv).modify(columns);
}
