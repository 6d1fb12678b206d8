/** When a backup was saved on this device, and when to say gently that it was a while ago. */
import { entryKind } from '../features/journal/entry.ts';
import type { VaultDatabase } from '../vault/database.ts';

const key = 'backup';

export interface BackupTimes {
  /** Epoch milliseconds of the last one that was handed out. */
  readonly saved?: number;
  /** When "not now" was last said. */
  readonly put?: number;
  /** The person wants no reminder. */
  readonly quiet?: boolean;
}

const dayMs = 24 * 60 * 60_000;
/** A month, counted in days so that the same answer holds all year. */
const monthMs = 30 * dayMs;

export async function readBackupTimes(db: VaultDatabase): Promise<BackupTimes> {
  return ((await db.meta.get(key))?.value as BackupTimes | undefined) ?? {}; // only written here
}

export async function noteBackup(db: VaultDatabase, change: BackupTimes): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    await db.meta.put({ key, value: { ...(await readBackupTimes(db)), ...change } });
  });
}

/** Something else was asked for today: a reminder comes tomorrow at the earliest. */
export async function restReminder(db: VaultDatabase, now: number): Promise<void> {
  const { put = -Infinity } = await readBackupTimes(db);
  await noteBackup(db, { put: Math.max(put, now - monthMs + dayMs) });
}

/** `begun`: when the journal's first entry is of; null while there is none, and then there is nothing to lose. */
export function isReminderDue(times: BackupTimes, begun: number | null, now: number): boolean {
  if (times.quiet === true || begun === null) return false;
  return now - Math.max(times.saved ?? begun, times.put ?? -Infinity) >= monthMs;
}

export async function isBackupDue(db: VaultDatabase, now: number): Promise<boolean> {
  const first = await db.rec
    .where('[kind+day]')
    .between([entryKind, ''], [entryKind, '\uffff'])
    .first();
  const begun = Date.parse(first?.day ?? '');
  return isReminderDue(await readBackupTimes(db), Number.isNaN(begun) ? null : begun, now);
}
