/**
 * What a person leaves readable while the lock is closed, by their own choice: a copy outside the seal, which needs no
 * key. That it is there is the choice; turning the lock off takes it away.
 */
import type { VaultDatabase } from '../database.ts';
import type { Item } from '../item.ts';
import { metaView, type Stored } from '../view.ts';

const key = 'left-readable';

export const leftReadableView = metaView(key);

/** Null where nothing is left readable. */
export const leftReadableIn = (rows: readonly Stored['meta'][]): readonly Item[] | null =>
  (rows.find((row) => row.key === key)?.value as readonly Item[] | undefined) ?? null; // only written here

export async function leaveReadable(db: VaultDatabase, items: readonly Item[]): Promise<void> {
  await db.meta.put({ key, value: items });
}

/** Brings the copy up to date, where there is one: true when there is. */
export function refreshReadable(db: VaultDatabase, items: readonly Item[]): Promise<boolean> {
  return db.transaction('rw', db.meta, async () => {
    const kept = await db.meta.get(key);
    if (!kept) return false;
    if (JSON.stringify(kept.value) !== JSON.stringify(items))
      await db.meta.put({ key, value: items });
    return true;
  });
}

export async function forgetReadable(db: VaultDatabase): Promise<void> {
  await db.meta.delete(key);
}
