/** Closes the lock when its time has come, with no page open: an alarm outlives the pages and the worker. */
import { lockAlarm } from './lock-keys.ts';

export function dropAt(at: number | null): void {
  if (at === null) void chrome.alarms.clear(lockAlarm);
  else void chrome.alarms.create(lockAlarm, { when: at });
}
