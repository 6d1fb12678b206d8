/** What a locked device still needs in order to prompt, unsealed: times and names of decks, no words of the person's. */
import type { VaultDatabase } from '../database.ts';
import type { Item } from '../item.ts';
import type { Row } from '../row.ts';

const key = 'while-locked';

/** Of these rows, what may be known of them while the lock is closed. */
export async function readWhileLocked(db: VaultDatabase, rows: readonly Row[]): Promise<Item[]> {
  const kept = (await db.meta.get(key))?.value as readonly Item[] | undefined; // only written here
  const ids = new Set(rows.map(({ id }) => id));
  return (kept ?? []).filter(({ id }) => ids.has(id));
}

/** The items are bare already: whoever hands them over knows which of their fields are words. */
export async function putWhileLocked(db: VaultDatabase, items: readonly Item[]): Promise<void> {
  await db.meta.put({ key, value: items });
}

export async function forgetWhileLocked(db: VaultDatabase): Promise<void> {
  await db.meta.delete(key);
}
