import type { VaultDatabase } from './database.ts';
import { eachOnce, type Stored, type View } from './view.ts';

/** What lies in some views of one table, each row once. */
export async function rowsOf<Table extends keyof Stored>(
  db: VaultDatabase,
  views: readonly View<Table>[],
): Promise<Stored[Table][]> {
  const found = await Promise.all(
    views.map(({ table, index, from, until }) =>
      db.table<Stored[Table]>(table).where(index).between(from, until, true, true).toArray(),
    ),
  );
  return eachOnce(found.flat());
}
