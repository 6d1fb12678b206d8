import { expect, test } from 'vitest';

import { datesOf } from '#core/kernel/dates.ts';
import { blankAnchor } from '#core/features/anchors/own/anchor.ts';
import type { DayNoted } from '#core/features/anchors/own/day-note.ts';
import { keptWhile } from '#core/features/anchors/own/kept-while.ts';

const dates = datesOf({ from: '2026-11-14', until: '2026-11-27' });
const noted = (days: Record<string, DayNoted['type']>): Map<string, DayNoted> =>
  new Map(Object.entries(days).map(([day, type]) => [`2026-11-${day}`, { type } as DayNoted]));

const days = {
  anchor: {
    ...blankAnchor('anchor:a'),
    target: { every: 'week', times: 3, measure: { type: 'yes' } } as const,
  },
  noted: noted({ 15: 'yes', 16: 'yes', 18: 'notToday', 20: 'part', 23: 'yes', 24: 'notToday' }),
  rests: [],
  dayStart: 4,
};

test('each week of a while asks for itself, and one that is cut off no more than its days that tell', () => {
  // 1 of the Sunday before, 2 of 3 of a whole week, 1 of the two days that tell of this one.
  expect(keptWhile(days, dates)).toEqual({ kept: { kept: 4, asked: 6 }, done: 4 });
});

test('days of rest are asked for nothing', () => {
  const rests = [{ from: '2026-11-16', until: '2026-11-27' }];
  expect(keptWhile({ ...days, noted: noted({ 15: 'yes', 18: 'notToday' }), rests }, dates)).toEqual(
    {
      kept: { kept: 1, asked: 1 },
      done: 1,
    },
  );
});

test('where nothing is asked, the days with some of it are told', () => {
  const anchor = { ...days.anchor, target: null };
  expect(keptWhile({ ...days, anchor }, dates)).toEqual({ kept: null, done: 4 });
});
