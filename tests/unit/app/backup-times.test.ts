import { expect, test } from 'vitest';

import { isBackupDue, isReminderDue, noteBackup, restReminder } from '#core/app/backup-times.ts';
import { testVault } from '../../support/vault.ts';

const day = 24 * 60 * 60_000;
const month = 30 * day;

test('nobody is reminded before there is a month of something to lose, or when they asked not to be', () => {
  expect(isReminderDue({}, null, 99 * month)).toBe(false);
  expect(isReminderDue({}, month, 2 * month - 1)).toBe(false);
  expect(isReminderDue({}, month, 2 * month)).toBe(true);
  expect(isReminderDue({ quiet: true }, month, 99 * month)).toBe(false);
});

test('a backup, and a "not now", are each good for a month', () => {
  const old = 100 * month;
  expect(isReminderDue({ saved: old }, 0, old + month - 1)).toBe(false);
  expect(isReminderDue({ saved: old }, 0, old + month)).toBe(true);
  expect(isReminderDue({ saved: old, put: old + month }, 0, old + 2 * month - 1)).toBe(false);
  expect(isReminderDue({ saved: old, put: old + month }, 0, old + 2 * month)).toBe(true);
});

test('it counts from the first entry, and what is noted on the device adds up', async () => {
  const vault = await testVault();
  const at = Date.parse('2026-11-22');
  expect(await isBackupDue(vault.db, at + 9 * month)).toBe(false);
  await vault.write({ id: 'e2', kind: 'entry', fields: { day: '2026-11-25' } });
  await vault.write({ id: 'e1', kind: 'entry', fields: { day: '2026-11-22' } });
  expect(await isBackupDue(vault.db, at + month - day)).toBe(false);
  expect(await isBackupDue(vault.db, at + month)).toBe(true);
  await noteBackup(vault.db, { saved: at + month });
  expect(await isBackupDue(vault.db, at + month)).toBe(false);
  await noteBackup(vault.db, { put: at + 2 * month });
  expect(await isBackupDue(vault.db, at + 2 * month + day)).toBe(false);
  expect(await isBackupDue(vault.db, at + 3 * month)).toBe(true);
});

test('on a day on which something else was asked for it waits until the next, and no "not now" is shortened by that', async () => {
  const vault = await testVault();
  await vault.write({ id: 'e1', kind: 'entry', fields: { day: '2026-11-22' } });
  const now = Date.parse('2026-11-22') + 2 * month;
  await restReminder(vault.db, now);
  expect(await isBackupDue(vault.db, now + day - 1)).toBe(false);
  expect(await isBackupDue(vault.db, now + day)).toBe(true);
  await noteBackup(vault.db, { put: now });
  await restReminder(vault.db, now + day);
  expect(await isBackupDue(vault.db, now + month - 1)).toBe(false);
});
