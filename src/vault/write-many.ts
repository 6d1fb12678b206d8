/**
 * Many changes as one. They are applied and sealed in parts, so that the page stays alive and can say no, and
 * written in one transaction: whatever happens on the way, all of them are there or none is.
 */
import { err, ok, type Result } from '../kernel/result.ts';
import { applied } from './apply-change.ts';
import { commitRows } from './commit-rows.ts';
import type { Change, WriteFailure } from './item.ts';
import type { Row } from './row.ts';
import { rowOf } from './seal-row.ts';
import type { Vault } from './vault.ts';

/** Chosen: a part takes about as long as a few frames. */
const part = 100;
/** Another window writes now and then, and hardly ever the same rows. */
const attempts = 5;

interface Steps {
  /** Is told how much of all of it is ready; false ends it with nothing written. */
  readonly step: (share: number) => Promise<boolean>;
}

/** Several changes of one record are made in their order. `Stopped`: somebody said so, or the lock was closed. */
export async function writeMany(
  vault: Vault,
  changes: readonly Change[],
  { step }: Steps,
): Promise<Result<void, WriteFailure | { readonly type: 'Stopped' }>> {
  if (vault.readOnly) return err({ type: 'ReadOnly' });
  const { db, setup, tie } = vault;
  const bodies = await setup.bodies();
  const records = [...Map.groupBy(changes, ({ id }) => id)];
  const goesOn = async (share: number): Promise<boolean> => (await step(share)) && !vault.isLocked;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (!(await goesOn(0))) return err({ type: 'Stopped' });
    const { keys } = vault;
    // One look at all names is quicker than one for each of many that are not there yet.
    const there = new Set(await db.rec.toCollection().primaryKeys());
    const before: (Row | undefined)[] = [];
    const after: Omit<Row, 'lv'>[] = [];
    for (let from = 0; from < records.length; from += part) {
      if (!(await goesOn(from / records.length))) return err({ type: 'Stopped' });
      const next = records.slice(from, from + part);
      const known = next.flatMap(([id]) => (there.has(id) ? [id] : []));
      const found = new Map(
        (await db.rec.bulkGet(known)).flatMap((row) => (row ? [[row.id, row] as const] : [])),
      );
      const rows = next.map(([id]) => found.get(id));
      const at = { wall: setup.wall(), tie };
      const recs = [];
      for (const [index, [id, wishes]] of next.entries()) {
        const row = rows[index];
        let rec = row ? await vault.openRec(row) : null;
        if (row && !rec) return err({ type: 'Unreadable', id });
        for (const wish of wishes) rec = applied(rec, wish, at, bodies);
        if (rec) recs.push(rec);
      }
      before.push(...rows);
      after.push(...(await Promise.all(recs.map((rec) => rowOf(keys, rec, setup.random)))));
    }
    if (!(await goesOn(1))) return err({ type: 'Stopped' });
    const { type } = await commitRows(db, keys.vault, before, after, []);
    if (type === 'full') return err({ type: 'StorageFull' });
    if (type === 'done') {
      vault.announce();
      return ok(undefined);
    }
    if (type === 'rekeyed') await vault.reloadKeyring();
  }
  throw new Error(`Rows changed ${attempts} times while many were being written`);
}
