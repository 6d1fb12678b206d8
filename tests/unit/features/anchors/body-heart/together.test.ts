import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  differenceOf,
  leastPairs,
  longDays,
  pairsOf,
  togetherOf,
} from '#core/features/anchors/body-heart/together.ts';

const dayOf = (at: number): string => `2026-11-${String(at + 1).padStart(2, '0')}`;

/** `1` for a day that has it, `0` for one that has it not, a blank for one that does not tell. */
const days = (told: string): Map<string, boolean> =>
  new Map(
    Array.from(told).flatMap((sign, at) =>
      sign === ' ' ? [] : [[dayOf(at), sign === '1'] as const],
    ),
  );

test.each([
  [
    [56, 70],
    [48, 80],
    [0.0524, 0.3339],
  ],
  [
    [9, 10],
    [3, 10],
    [0.1705, 0.809],
  ],
  [
    [10, 10],
    [0, 20],
    [0.6791, 1],
  ],
] as const)(
  'the difference of %j and %j has the interval that was published',
  (one, other, interval) => {
    const share = ([some, of]: readonly [number, number]): { some: number; of: number } => ({
      some,
      of,
    });
    const [lower, upper] = differenceOf(share(one), share(other));
    expect(lower).toBeCloseTo(interval[0], 3);
    expect(upper).toBeCloseTo(interval[1], 3);
  },
);

test('what came together is said with the numbers behind it', () => {
  const nights = days('11111111000000000');
  const light = days('11111110000000010');
  expect(togetherOf(nights, light)).toEqual({
    with: { some: 7, of: 8 },
    without: { some: 1, of: 9 },
    way: 'more',
  });
  const heavy = new Map([...light].map(([day, is]) => [day, !is]));
  expect(togetherOf(nights, heavy)?.way).toBe('less');
});

test('thirteen days that tell both say nothing yet, however clear they look', () => {
  const nights = days('1111111000000 0');
  const light = days('11111110000000 ');
  expect(pairsOf(nights, light)).toBe(13);
  expect(togetherOf(nights, light)).toBeNull();
});

test('a few days of one sort are no share', () => {
  expect(togetherOf(days('111000000000000000'), days('111000000000000000'))).toBeNull();
});

test('what might as well be chance is not said', () => {
  expect(togetherOf(days('1111111100000000'), days('1111100011100000'))).toBeNull();
});

test('as long as the middle night, or longer, is long', () => {
  const { middle, days: long } = longDays(
    new Map([
      [dayOf(0), 400],
      [dayOf(1), 420],
      [dayOf(2), 500],
    ]),
  );
  expect(middle).toBe(420);
  expect([...long.values()]).toEqual([false, true, true]);
  expect(longDays(new Map()).days.size).toBe(0);
});

test('nothing is said of fewer days than it takes, and never more than the days that tell both', () => {
  const told = fc
    .array(fc.constantFrom('1', '0', ' '), { maxLength: 30 })
    .map((signs) => days(signs.join('')));
  fc.assert(
    fc.property(told, told, (one, other) => {
      const pairs = pairsOf(one, other);
      const together = togetherOf(one, other);
      if (pairs < leastPairs) expect(together).toBeNull();
      if (together) {
        expect(together.with.of + together.without.of).toBe(pairs);
        const [having, lacking] = [together.with, together.without].map(
          ({ some, of }) => some / of,
        );
        expect((having ?? 0) > (lacking ?? 0)).toBe(together.way === 'more');
      }
    }),
  );
});
