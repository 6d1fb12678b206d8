import { err, ok, type Result } from '../kernel/result.ts';
import { applied } from './apply-change.ts';
import { isStorageFull, commitRows } from './commit-rows.ts';
import { itemOf, needsBodies, type Change, type Item, type WriteFailure } from './item.ts';
import { putLater } from './lock/later.ts';
import type { Rec } from './record.ts';
import { rowOf } from './seal-row.ts';
import type { WritableVault } from './setup.ts';

/** Enough for any pile-up of tabs; more would mean a row that can never be written. */
const attempts = 20;

/** All the changes or none, in one transaction, on the rows as they stand then. */
export async function writeChanges(
  vault: WritableVault,
  changes: readonly Change[],
): Promise<Result<Item[], WriteFailure>> {
  if (vault.readOnly) return err({ type: 'ReadOnly' });
  const { db, setup, tie } = vault;
  const bodies = changes.some(needsBodies) ? await setup.bodies() : null;
  const drafts = changes.flatMap(({ draft }) => draft ?? []);
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (vault.isLocked) return writeLater(vault, changes);
    const rows = await db.rec.bulkGet(changes.map(({ id }) => id));
    const at = { wall: setup.wall(), tie };
    const next: Rec[] = [];
    for (const [index, change] of changes.entries()) {
      const row = rows[index];
      const current = row ? await vault.openRec(row) : null;
      if (row && !current) return err({ type: 'Unreadable', id: change.id });
      next.push(applied(current, change, at, bodies));
    }
    const { keys } = vault;
    const sealed = await Promise.all(next.map((rec) => rowOf(keys, rec, setup.random)));
    const outcome = await commitRows(db, keys.vault, rows, sealed, drafts);
    if (outcome.type === 'full') return err({ type: 'StorageFull' });
    if (outcome.type === 'stale') continue;
    if (outcome.type === 'rekeyed') {
      await vault.reloadKeyring();
      continue;
    }
    vault.announce();
    return ok(next.map((rec, index) => itemOf(rec, outcome.first + index)));
  }
  throw new Error(`A row changed ${attempts} times while it was being written`);
}

/** Nobody can read it yet, so nothing comes back; it is kept as an ordinary change when somebody unlocks. */
async function writeLater(
  { db, lock, setup }: WritableVault,
  changes: readonly Change[],
): Promise<Result<Item[], WriteFailure>> {
  if (!lock) throw new Error('a vault without a lock is never locked');
  try {
    await putLater(db, lock.laterKey, changes, setup);
    return ok([]);
  } catch (failure) {
    if (isStorageFull(failure)) return err({ type: 'StorageFull' });
    throw failure;
  }
}
