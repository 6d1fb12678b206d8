import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  dayStateOf,
  isDone,
  restOn,
  type DayState,
} from '#core/features/anchors/consistency/day-state.ts';
import {
  fullSpans,
  gapOf,
  keptIn,
  keptOf,
  returnsIn,
} from '#core/features/anchors/consistency/kept.ts';
import {
  steadinessOf,
  steadinessWord,
  type Credit,
} from '#core/features/anchors/consistency/steadiness.ts';

const letters: Readonly<Record<string, DayState>> = {
  ...{ D: 'done', '.': 'notToday', r: 'rest', '?': 'none' },
};
const daysOf = (text: string): DayState[] =>
  Array.from(text, (letter) => letters[letter] ?? 'none');
const weeksOf = (days: readonly DayState[]): DayState[][] =>
  Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));

test.each([
  ['G1', 'D.D.D..D...D..rrrrr.DD.D.DD.', 3, '9 of 11', 0],
  ['G2', 'DDDDDDDDD.......DDD.DDDDDrrr', 7, '17 of 25', 1],
  ['G3', 'rrrrrrrD.D.D..', 3, '3 of 3', 0],
  ['G4', '.'.repeat(28), 3, '0 of 12', 0],
  ['G5', '?'.repeat(14), 3, '0 of 0', 0],
  ['G6', 'DDDDDDD.......', 3, '3 of 6', 0],
  ['G7', 'D.D.D...........D.D..D..D.D.', 3, '8 of 12', 1],
  ['G8', 'D?D????D.D.???', 3, '4 of 5', 1],
] as const)('%s is kept and returned to as in the reference', (_, text, times, kept, returns) => {
  const days = daysOf(text);
  const found = keptOf(weeksOf(days), times);
  expect(`${found.kept} of ${found.asked}`).toBe(kept);
  expect(returnsIn(days, { every: 'week', times })).toHaveLength(returns);
});

test('a part counts, rest is not asked for, and more than asked is never owed or saved up', () => {
  expect(keptIn(['part', 'notToday', 'done'], 3)).toEqual({ kept: 2, asked: 3 });
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom<DayState>('done', 'part', 'notToday', 'rest', 'none'), {
        minLength: 7,
        maxLength: 7,
      }),
      fc.integer({ min: 1, max: 7 }),
      (days, times) => {
        const { kept, asked } = keptIn(days, times);
        expect(kept).toBeLessThanOrEqual(asked);
        expect(asked).toBeLessThanOrEqual(times);
        // One more day of rest never makes it look worse.
        const open = days.findIndex((state) => state === 'notToday');
        if (open < 0) return;
        const rested = keptIn(days.with(open, 'rest'), times);
        expect(rested.asked - rested.kept).toBeLessThanOrEqual(asked - kept);
      },
    ),
  );
});

test('rest neither makes a gap longer nor ends it, and a beginning is no return', () => {
  const target = { every: 'week', times: 3 } as const;
  expect(gapOf(target)).toBe(4);
  expect(returnsIn(daysOf('D..rrrr..D'), target)).toEqual([9]);
  expect(returnsIn(daysOf('D..rrrr.D'), target)).toEqual([]);
  expect(returnsIn(daysOf('.....D'), target)).toEqual([]);
  expect(gapOf({ every: 'month', times: 2 })).toBe(16);
});

test('a day is rest by its range, until something is done on it', () => {
  const rests = [
    { from: '2026-11-20', until: '2026-11-22' },
    { from: '2026-12-01', until: null },
  ];
  const states = (date: string): DayState[] =>
    [null, 0, 0.4, 1].map((credit) => dayStateOf(date, credit, rests));
  expect(states('2026-11-23')).toEqual(['none', 'notToday', 'part', 'done']);
  expect(states('2026-11-22')).toEqual(['rest', 'rest', 'part', 'done']);
  expect(restOn('2027-03-01', rests)).toEqual(rests[1]);
  expect((['done', 'part', 'notToday', 'rest', 'none'] as const).filter(isDone)).toEqual([
    ...['done', 'part'],
  ]);
});

test('only whole weeks and months are looked back on', () => {
  expect(fullSpans('2026-11-27', 'week').map(({ from }) => from)).toEqual([
    ...['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'],
  ]);
  // Where weeks begin on Sunday, and on the first day of one.
  expect(fullSpans('2026-11-29', 'week', 7).at(-1)).toEqual({
    ...{ from: '2026-11-22', until: '2026-11-28' },
  });
  expect(fullSpans('2026-05-31', 'month')).toEqual([
    { from: '2026-02-01', until: '2026-02-28' },
    { from: '2026-03-01', until: '2026-03-31' },
    { from: '2026-04-01', until: '2026-04-30' },
  ]);
});

const daily = { every: 'week', times: 7 } as const;
const yes = (count: number): Credit[] => Array.from({ length: count }, () => 1);
const no = (count: number): Credit[] => Array.from({ length: count }, () => 0);
const rest = (count: number): Credit[] => Array.from({ length: count }, () => null);

test.each([
  ['7 days', yes(7), 0.311495],
  ['13 days', yes(13), 0.5],
  ['14 days', yes(14), 0.525961],
  ['20 days', yes(20), 0.655747],
  ['30 days', yes(30), 0.798017],
  ['90 days', yes(90), 0.99176],
  ['60 days', yes(60), 0.959203],
  ['60 days, then 3 without', [...yes(60), ...no(3)], 0.817414],
  ['60 days, then 3 without, then 3 with', [...yes(60), ...no(3), ...yes(3)], 0.844404],
  ['60 days, then 3 of rest', [...yes(60), ...rest(3)], 0.959203],
  ['20 days, three of them rest', [...yes(8), null, null, ...yes(4), null, ...yes(5)], 0.596033],
  ['one day, one of rest', [1, null], 0.051922],
  ['one day, one of rest, two without', [1, null, 0, 0], 0.04667],
  ['half an amount, for long', Array.from({ length: 2000 }, () => 0.5), 0.5],
] as [string, Credit[], number][])(
  'steadiness after %s is that of the reference',
  (_, days, score) => {
    expect(steadinessOf(days, daily)).toBeCloseTo(score, 5);
  },
);

test('steadiness of some days a week comes to the share that is kept of them', () => {
  const week = (done: number): Credit[] => [...yes(done), ...no(7 - done)];
  const long = (done: number): Credit[] => Array.from({ length: 200 }, () => week(done)).flat();
  expect(steadinessOf(long(2), { every: 'week', times: 3 })).toBeCloseTo(2 / 3, 5);
  expect(steadinessOf(long(2), { every: 'week', times: 4 })).toBeCloseTo(0.5, 5);
  expect(steadinessOf(long(3), { every: 'week', times: 3 })).toBeCloseTo(1, 5);
});

test('rest leaves no hole in the window: resting never lowers what comes after it', () => {
  const credit = fc.constantFrom<Credit>(0, 0.5, 1, null);
  fc.assert(
    fc.property(
      fc.array(credit, { maxLength: 40 }),
      fc.array(credit, { maxLength: 20 }),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 7 }),
      (first, then, resting, times) => {
        const target = { every: 'week', times } as const;
        const rested = steadinessOf([...first, ...rest(resting), ...then], target);
        expect(rested).toBeCloseTo(steadinessOf([...first, ...then], target), 10);
      },
    ),
  );
});

test('steadiness is said in three words, and "at most" begins with the last', () => {
  expect([0, 0.4, 0.9].map(steadinessWord)).toEqual(['settling', 'rooting', 'steady']);
  expect(steadinessOf([], daily, 1)).toBe(1);
});
