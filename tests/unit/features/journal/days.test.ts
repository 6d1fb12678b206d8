import { expect, test } from 'vitest';

import { countByDay, dayName, newestFirst, yearOfDays } from '#core/features/journal/days.ts';
import { parseEntry } from '#core/features/journal/entry.ts';
import { monthName, yearDays, yearSummary } from '#core/features/journal/year.ts';

const today = '2026-11-22';
const entry = (id: string, day: string, at: number): ReturnType<typeof parseEntry> =>
  parseEntry({ id, fields: { day, at }, text: '' });

test('entries stand by day, then by their moment, then by name', () => {
  const entries = [
    entry('c', '2026-11-22', 5),
    entry('b', '2026-11-22', 5),
    entry('late', '2026-11-21', 9),
    entry('a', '2026-11-22', 7),
  ];
  expect(newestFirst(entries).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'late']);
});

test.each([
  [today, 'Today'],
  ['2026-11-21', 'Yesterday'],
  ['2026-11-01', 'Sunday 1 November'],
  ['2025-11-22', 'Saturday, 22 November 2025'],
  ['2026-11-23', 'Monday 23 November'],
])('%s is called %s', (day, name) => {
  expect(dayName(day, today, 'en-GB')).toBe(name);
});

test('a year has every one of its days up to today, shaded by how much was written', () => {
  const counts = countByDay(['2026-11-22', '2026-11-20', '2026-11-20', '2026-01-01']);
  const days = yearOfDays(2026, new Map([...counts, ['2026-02-01', 9]]), today);
  expect(days).toHaveLength(326);
  expect(days.filter(({ level }) => level > 0)).toEqual([
    { day: '2026-01-01', count: 1, level: 1 },
    { day: '2026-02-01', count: 9, level: 3 },
    { day: '2026-11-20', count: 2, level: 2 },
    { day: '2026-11-22', count: 1, level: 1 },
  ]);
  expect(yearOfDays(2024, counts, today)).toHaveLength(366);
  expect(yearOfDays(2027, counts, today)).toEqual([]);
});

test('a year says itself in words', () => {
  const one = countByDay(['2026-11-22', '2026-11-22']);
  expect(yearDays(2026, one, today, 'en-GB').at(-1)?.label).toBe('Sunday 22 November, 2 entries');
  expect(yearDays(2026, one, today, 'en-GB')[0]?.label).toBe('Thursday 1 January, nothing written');
  expect(yearSummary(2026, one)).toContain('one day of 2026');
  expect(yearSummary(2026, countByDay(['2026-01-01', today]))).toContain('2 days of 2026');
  expect(yearSummary(2026, countByDay([]))).toContain('2026 is open');
});

test('a month of another year says which', () => {
  expect(monthName(today, today, 'en-GB')).toBe('November');
  expect(monthName('2025-03-02', today, 'en-GB')).toBe('March 2025');
});
