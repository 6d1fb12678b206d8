/**
 * How far this device's clock is behind the relay's, in milliseconds; in `meta`, for whoever tells other devices of a
 * moment. Null where no relay ever told.
 */
import type { VaultDatabase } from './database.ts';

const key = 'clock-behind';
/** Clocks that differ by less show the same time (chosen: more than an answer's way, less than anybody plans by). */
const sameTimeMs = 30_000;

export async function readBehind(db: VaultDatabase): Promise<number | null> {
  const kept = (await db.meta.get(key))?.value;
  return typeof kept === 'number' ? kept : null;
}

/** A moment that was told is to be the same moment when it is read again: only a clock that was moved counts. */
export async function noteBehind(db: VaultDatabase, behind: number): Promise<void> {
  const before = await readBehind(db);
  if (before !== null && Math.abs(behind - before) < sameTimeMs) return;
  await db.meta.put({ key, value: Math.abs(behind) < sameTimeMs ? 0 : Math.round(behind) });
}
