import { expect, test } from 'vitest';

import {
  areWeekdaysAlike,
  moreHours,
  rangeOf,
  weekdaysAsMonday,
} from '#core/features/pauses/hours-edits.ts';

const range = (from: number, until: number): { from: number; until: number } => ({
  from: from * 60,
  until: until * 60,
});

test('further hours begin an hour after the last ones', () => {
  expect(moreHours([])).toEqual(range(9, 17.5));
  expect(moreHours([range(9, 12)])).toEqual(range(13, 15));
  expect(moreHours([range(9, 21.5)])).toEqual(range(22.5, 24));
});

test('a day without room for further hours begins with the usual ones', () => {
  expect(moreHours([range(9, 23)])).toEqual(range(9, 17.5));
  expect(moreHours([range(22, 6)])).toEqual(range(9, 17.5));
});

test('Monday’s hours are given to the weekdays and leave the weekend alone', () => {
  const week = [[range(8, 12)], [range(9, 17)], [], [], [range(22, 6)], [range(10, 11)], []];
  const alike = weekdaysAsMonday(week);
  expect(alike.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => [range(8, 12)]));
  expect(alike.slice(5)).toEqual(week.slice(5));
  expect([areWeekdaysAlike(week), areWeekdaysAlike(alike)]).toEqual([false, true]);
});

test.each([
  ['09:00', '17:30', range(9, 17.5)],
  ['22:00', '06:00', range(22, 6)],
  ['00:00', '00:00', range(0, 24)],
  ['20:00', '00:00', range(20, 24)],
  ['09:00', '09:00', 'same'],
  ['', '17:30', 'unfinished'],
  ['09:00', '', 'unfinished'],
] as const)('from %s until %s means %o', (from, until, meant) => {
  expect(rangeOf(from, until)).toEqual(meant);
});
