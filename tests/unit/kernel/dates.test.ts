import { expect, test } from 'vitest';

import { daysBefore, daysUpTo } from '#core/kernel/dates.ts';

test('the day before the first of March knows leap years', () => {
  expect([daysBefore('2024-03-01', 1), daysBefore('2026-03-01', 1)]).toEqual([
    '2024-02-29',
    '2026-02-28',
  ]);
});

test('days up to one are told oldest first, that one too', () => {
  expect(daysUpTo('2026-03-01', 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
});
