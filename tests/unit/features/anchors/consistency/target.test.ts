import { expect, test } from 'vitest';

import { creditOf, noon } from '#core/features/anchors/consistency/credit.ts';
import {
  readTarget,
  serialiseTarget,
  type Measure,
  type Target,
} from '#core/features/anchors/consistency/target.ts';
import { parseClock } from '#core/kernel/civil-time.ts';

const minuteOf = (clock: string): number => parseClock(clock) ?? 0;
const before = (clock: string, grace: number): Measure => ({
  ...({ type: 'clock', bound: 'before' } as const),
  ...{ minute: minuteOf(clock), grace },
});
const atClock = (measure: Measure, clock: string, dayStart = noon): number =>
  creditOf(measure, { type: 'clock', minute: minuteOf(clock) }, dayStart);

test.each([
  ['21:50', 1],
  ['23:00', 1],
  ['23:15', 0.75],
  ['23:30', 0.5],
  ['23:59', 0.0167],
  ['00:00', 0],
  ['00:20', 0],
  ['04:00', 0],
  ['11:59', 0],
  ['12:00', 1],
])('to bed at %s, before 23:00 with an hour of grace, is %d', (clock, credit) => {
  expect(atClock(before('23:00', 60), clock)).toBeCloseTo(credit, 4);
});

test.each([
  ['23:40', 1],
  ['00:15', 1],
  ['00:45', 0.5],
  ['01:10', 0],
])('to bed at %s, before 00:30 with half an hour of grace, is %d', (clock, credit) => {
  expect(atClock(before('00:30', 30), clock)).toBeCloseTo(credit);
});

test('a time may also be after, between two, or near one', () => {
  const clock = { type: 'clock', grace: 20 } as const;
  const after = { ...clock, bound: 'after', minute: minuteOf('07:00') } as const;
  expect(['07:00', '06:50', '06:30'].map((time) => atClock(after, time, 240))).toEqual([1, 0.5, 0]);
  const lunch = { ...clock, bound: 'between', minute: 720, until: 810 } as const;
  expect(['11:50', '12:30', '13:40'].map((time) => atClock(lunch, time, 240))).toEqual([
    0.5, 1, 0.5,
  ]);
  const near = { ...clock, bound: 'within', minute: 5, apart: 15 } as const;
  expect(['23:50', '00:20', '00:30', '23:00'].map((time) => atClock(near, time))).toEqual([
    ...[1, 1, 0.5, 0],
  ]);
  expect(atClock(before('23:00', 0), '23:01')).toBe(0);
});

test('amounts and steps count in part, and what is only ticked is done', () => {
  const amount = (bound: 'least' | 'most', target: number, noted: number): number =>
    creditOf(
      { type: 'amount', bound, amount: target, unit: 'min' },
      { type: 'amount', amount: noted },
      0,
    );
  expect([amount('least', 20, 10), amount('least', 20, 40), amount('least', 0, 0)]).toEqual([
    0.5, 1, 1,
  ]);
  expect([amount('most', 20, 20), amount('most', 20, 30), amount('most', 20, 50)]).toEqual([
    1, 0.5, 0,
  ]);
  expect([amount('most', 0, 0), amount('most', 0, 1)]).toEqual([1, 0]);
  const steps = (done: number): number =>
    creditOf({ type: 'steps', least: 4 }, { type: 'steps', done }, 0);
  expect([steps(0), steps(2), steps(4), steps(6)]).toEqual([0, 0.5, 1, 1]);
  expect(creditOf({ type: 'yes' }, { type: 'amount', amount: 3 }, 0)).toBe(1);
  expect(creditOf({ type: 'steps', least: 4 }, { type: 'yes' }, 0)).toBe(1);
});

const measures: readonly Measure[] = [
  { type: 'yes' },
  { type: 'amount', bound: 'least', amount: 20, unit: 'min' },
  { type: 'steps', least: 4 },
  before('23:00', 60),
  { type: 'clock', bound: 'between', minute: 720, until: 810, grace: 0 },
  { type: 'clock', bound: 'within', minute: 1380, apart: 30, grace: 15 },
];

test.each(measures)('a target of %o comes back from its record', (measure) => {
  const target: Target = { every: 'week', times: 5, measure };
  expect(readTarget(JSON.parse(JSON.stringify(serialiseTarget(target))))).toEqual(target);
});

test.each([
  [null],
  [{ every: 'week', times: 8, measure: { type: 'yes' } }],
  [{ every: 'year', times: 1, measure: { type: 'yes' } }],
  [{ every: 'week', times: 1, measure: { type: 'dance' } }],
  [{ every: 'week', times: 1, measure: { type: 'amount', bound: 'least', amount: -1, unit: '' } }],
  [{ every: 'week', times: 1, measure: { type: 'steps', least: 0 } }],
  [{ every: 'week', times: 1, measure: { type: 'clock', bound: 'before', at: '24:00', grace: 0 } }],
  [
    {
      every: 'week',
      times: 1,
      measure: { type: 'clock', bound: 'between', at: '12:00', grace: 0 },
    },
  ],
])('%j is no target', (value) => {
  expect(readTarget(value)).toBeUndefined();
});
