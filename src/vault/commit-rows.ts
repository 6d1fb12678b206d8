import type { VaultDatabase } from './database.ts';
import { readVaultName } from './keyring.ts';
import type { Row } from './row.ts';

export type Commit =
  | { readonly type: 'done'; readonly first: number }
  /** Somebody wrote one of the rows meanwhile. */
  | { readonly type: 'stale' }
  /** The vault was joined to another journal meanwhile: these rows are sealed with the old keys. */
  | { readonly type: 'rekeyed' }
  | { readonly type: 'full' };

/** Writes the rows with fresh versions, and clears the drafts they were, if the `before` rows still stand as they were read. */
export async function commitRows(
  db: VaultDatabase,
  vault: string,
  before: readonly (Row | undefined)[],
  after: readonly Omit<Row, 'lv'>[],
  drafts: readonly string[],
): Promise<Commit> {
  try {
    return await db.transaction('rw', db.rec, db.meta, db.draft, async (): Promise<Commit> => {
      if ((await readVaultName(db)) !== vault) return { type: 'rekeyed' };
      const now = await db.rec.bulkGet(after.map(({ id }) => id));
      if (now.some((row, index) => row?.lv !== before[index]?.lv)) return { type: 'stale' };
      const first = await db.nextVersions(after.length);
      await db.rec.bulkPut(after.map((row, index) => ({ ...row, lv: first + index })));
      if (drafts.length > 0) await db.draft.bulkDelete([...drafts]);
      return { type: 'done', first };
    });
  } catch (failure) {
    if (isStorageFull(failure)) return { type: 'full' };
    throw failure;
  }
}

/** Dexie wraps the browser's error when a whole transaction is aborted for lack of room. */
export function isStorageFull(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  if (failure.name === 'QuotaExceededError') return true;
  return 'inner' in failure && isStorageFull(failure.inner);
}
