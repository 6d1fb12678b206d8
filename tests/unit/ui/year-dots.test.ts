import { expect, test } from 'vitest';

import { daysByMonth, movedBy, yearDots, type DotDay } from '#core/ui/year-dots.ts';

function daysFrom(first: string, count: number, level: DotDay['level'] = 0): DotDay[] {
  const start = Temporal.PlainDate.from(first);
  return Array.from({ length: count }, (_, at) => {
    const day = start.add({ days: at }).toString();
    return { day, level, label: day };
  });
}

const placeOf = (days: DotDay[], day: string, firstWeekday = 1, weeks = 54): unknown => {
  const dot = yearDots(days, firstWeekday, weeks).find((one) => one.day === day);
  return dot && { column: dot.column, row: dot.row };
};

test('a year that starts on a Sunday starts at the foot of the first week', () => {
  const days = daysFrom('2025-11-23', 365);
  expect(placeOf(days, '2025-11-23')).toEqual({ column: 0, row: 6 });
  expect(placeOf(days, '2025-11-24')).toEqual({ column: 1, row: 0 });
});

test('where weeks start on Sunday, the same day stands at the top', () => {
  expect(placeOf(daysFrom('2025-11-23', 8), '2025-11-23', 7)).toEqual({ column: 0, row: 0 });
});

test('a narrow year goes on below, with a row free between the halves', () => {
  const days = daysFrom('2026-01-05', 365);
  expect(placeOf(days, '2026-07-13', 1, 27)).toEqual({ column: 0, row: 8 });
});

test('no two days share a place, in any width', () => {
  for (const weeks of [27, 54]) {
    const dots = yearDots(daysFrom('2024-01-01', 366), 1, weeks);
    expect(new Set(dots.map(({ column, row }) => `${column} ${row}`)).size).toBe(366);
  }
});

test('an empty stretch has no dots', () => {
  expect(yearDots([], 1, 54)).toEqual([]);
});

test('the table counts the days that carry something, month by month', () => {
  const days = [...daysFrom('2026-10-30', 2, 2), ...daysFrom('2026-11-01', 3, 0)];
  expect(daysByMonth(days)).toEqual([
    { month: '2026-10', kept: 2 },
    { month: '2026-11', kept: 0 },
  ]);
});

test.each([
  ['ArrowRight', 10, 17],
  ['ArrowLeft', 3, 0],
  ['ArrowDown', 10, 11],
  ['ArrowDown', 19, 19],
  ['ArrowUp', 10, 9],
  ['Home', 10, 0],
  ['End', 10, 19],
  ['Enter', 10, 10],
])('%s moves from day %i to day %i of twenty', (key, from, to) => {
  expect(movedBy(key, from, 20)).toBe(to);
});
