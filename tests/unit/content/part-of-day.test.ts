import { expect, test } from 'vitest';

import { partOfDay } from '#core/content/part-of-day.ts';

test.each([
  [0, 'night'],
  [239, 'night'],
  [240, 'morning'],
  [719, 'morning'],
  [720, 'afternoon'],
  [1079, 'afternoon'],
  [1080, 'evening'],
  [1439, 'evening'],
])('minute %i is %s', (minute, part) => {
  expect(partOfDay(minute)).toBe(part);
});
