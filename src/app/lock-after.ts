/** After how long without a touch the lock closes by itself: each device has its own word for it. */
import type { VaultDatabase } from '../vault/database.ts';

const key = 'lock-after';

/** Minutes; 0 is never (chosen). */
export const lockAfterChoices = [0, 1, 5, 15, 60] as const;
/** Chosen: long enough to read, short enough for a desk that was left. */
const usual = 15;

export async function readLockAfter(db: VaultDatabase): Promise<number> {
  const kept = (await db.meta.get(key))?.value;
  return lockAfterChoices.find((minutes) => minutes === kept) ?? usual;
}

export async function putLockAfter(db: VaultDatabase, minutes: number): Promise<void> {
  await db.meta.put({ key, value: minutes });
}

/** Shared by all windows of the shell. A time says nothing of the person's words. */
const touchedKey = 'lock-touched';
/** So often a touch is written down (chosen). */
const writeMs = 5_000;
let written = 0;

export function touchLock(at: number): void {
  if (Math.abs(at - written) < writeMs) return;
  written = at;
  localStorage.setItem(touchedKey, String(at));
}

export const touchedLast = (): number => Number(localStorage.getItem(touchedKey) ?? 0);

export const forgetTouch = (): void => {
  localStorage.removeItem(touchedKey);
};
