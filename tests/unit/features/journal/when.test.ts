import { expect, test } from 'vitest';

import {
  entryName,
  instantAt,
  shellLabel,
  timeLabel,
  wallTime,
} from '#core/features/journal/when.ts';

const at = Temporal.Instant.from('2026-11-22T14:06:31+01:00').epochMilliseconds;

test('a time is shown as the clock of its own zone showed it', () => {
  expect(wallTime(at, 'Europe/Berlin')).toEqual({ date: '2026-11-22', time: '14:06' });
  expect(wallTime(at, 'Asia/Tokyo')).toEqual({ date: '2026-11-22', time: '22:06' });
  expect(timeLabel({ at, zone: 'Europe/Berlin' }, 'Europe/Berlin', 'en-GB')).toBe('14:06');
  expect(timeLabel({ at, zone: 'America/New_York' }, 'Europe/Berlin', 'en-GB')).toBe(
    '08:06 in New York',
  );
});

test('a date and a time are one moment in their zone', () => {
  const set = { date: '2026-11-22', time: '14:06' };
  expect(instantAt(set, 'Europe/Berlin')).toBe(at - 31_000);
  expect(instantAt(set, 'Asia/Tokyo')).toBe(at - 31_000 - 8 * 3_600_000);
});

test.each([
  { date: '', time: '14:06' },
  { date: '2026-11-22', time: '' },
  { date: '22.11.2026', time: '14:06' },
])('a half filled field is no moment yet: $date $time', (half) => {
  expect(instantAt(half, 'UTC')).toBeNull();
});

test('an entry goes by its title, or by how it came about', () => {
  expect(entryName({ title: 'Tea', source: 'pause' })).toBe('Tea');
  expect(entryName({ title: '', source: 'pause' })).toBe('Pause, label, choose');
  expect(entryName({ title: '', source: 'journal' })).toBe('');
});

test('only an entry from the other shell says where it was written', () => {
  expect(shellLabel('extension', 'pwa')).toBe('from the extension');
  expect(shellLabel('pwa', 'extension')).toBe('from the app');
  expect(shellLabel('pwa', 'pwa')).toBe('');
  expect(shellLabel('', 'pwa')).toBe('');
});
