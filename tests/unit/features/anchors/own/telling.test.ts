import { expect, test } from 'vitest';

import { anchors as words } from '#core/content/en/anchors.ts';
import type { Measure, Target } from '#core/features/anchors/consistency/target.ts';
import { readAmount, stepOf } from '#core/features/anchors/own/amount.ts';
import {
  blankAnchor,
  parseAnchor,
  anchorFields,
  type Anchor,
} from '#core/features/anchors/own/anchor.ts';
import { notedOfNights } from '#core/features/anchors/own/fulfilled.ts';
import { weeksOf } from '#core/features/anchors/own/month.ts';
import { starterNames, starterOf } from '#core/features/anchors/own/starters.ts';
import {
  isWelcomedBack,
  notedWords,
  restWords,
  targetSentence,
  type Tell,
} from '#core/features/anchors/own/telling.ts';
import { minutesToClock } from '#core/kernel/civil-time.ts';

const tell: Tell = {
  clock: minutesToClock,
  number: String,
  weekday: (date) => (date === '2026-11-26' ? 'Thursday' : date),
  shortWeekday: (date) => date,
  longDate: (date) => `the day ${date}`,
  month: (date) => date,
};

const step = (id: string) => ({ id, text: id, minutes: null, order: 1 });
const anchorOf = (change: Partial<Anchor>): Anchor => ({ ...blankAnchor('anchor:a'), ...change });
const asked = (
  measure: Measure,
  times = 3,
  every: Target['every'] = 'week',
  change: Partial<Anchor> = {},
): string =>
  targetSentence(anchorOf({ target: { every, times, measure }, ...change }), words, tell);

const clock = { type: 'clock', minute: 1380, grace: 0 } as const;

test.each([
  [{ type: 'yes' }, 3, 'week', {}, '3 times a week.'],
  [{ type: 'yes' }, 7, 'week', {}, 'Every day.'],
  [{ type: 'yes' }, 1, 'month', {}, 'Once a month.'],
  [
    { type: 'amount', bound: 'least', amount: 20, unit: 'min' },
    ...([2, 'week', { unit: 'minutes' }, 'At least 20 minutes, twice a week.'] as const),
  ],
  [
    { type: 'amount', bound: 'most', amount: 2, unit: '' },
    ...([7, 'week', {}, 'At most 2, every day.'] as const),
  ],
  [
    { ...clock, bound: 'before', grace: 60 },
    ...([5, 'week', { bedtime: true }] as const),
    'Before 23:00 on 5 of 7 nights. Up to 60 minutes later counts in part.',
  ],
  [{ ...clock, bound: 'after' }, 3, 'week', {}, 'After 23:00, 3 times a week.'],
  [
    { ...clock, bound: 'between', until: 1410 },
    ...([7, 'week', { bedtime: true }, 'Between 23:00 and 23:30 every night.'] as const),
  ],
  [
    { ...clock, bound: 'within', apart: 15 },
    ...([4, 'month', { from: 'sleep' }, 'Within 15 minutes of 23:00 4 times a month.'] as const),
  ],
  [
    { type: 'steps', least: 1 },
    ...([3, 'week', { steps: [step('a'), step('b')] }, '1 of 2 steps, 3 times a week.'] as const),
  ],
  [
    { type: 'steps', least: 2 },
    ...([7, 'week', { steps: [step('a'), step('b')] }, 'All the steps, every day.'] as const),
  ],
] as const)('%j, %d a time, reads in words', (measure, times, every, change, sentence) => {
  expect(asked(measure, times, every, change)).toBe(sentence);
});

test('without a target nothing is asked', () => {
  expect(targetSentence(anchorOf({}), words, tell)).toBe('No target. You note it when you like.');
});

test('what was noted reads as it was told', () => {
  const routine = anchorOf({ sort: 'steps', steps: [step('a'), step('b'), step('c')] });
  expect(notedWords(routine, { type: 'steps', done: ['a'] }, words, tell)).toBe('1 of 3 steps');
  const pages = anchorOf({ unit: 'pages' });
  expect(notedWords(pages, { type: 'amount', amount: 12 }, words, tell)).toBe('12 pages');
  expect(notedWords(pages, { type: 'clock', minute: 1400 }, words, tell)).toBe('23:20');
  expect(notedWords(pages, null, words, tell)).toBe('');
});

test('rest is told until a weekday that is near, a date that is not, or without an end', () => {
  const resting = (until: string | null) =>
    restWords({ from: '2026-11-20', until }, '2026-11-23', words, tell);
  expect(resting('2026-11-26')).toBe('Resting until Thursday.');
  expect(resting('2026-12-24')).toBe('Resting until the day 2026-12-24.');
  expect(resting(null)).toBe('Resting, as long as you like.');
});

test('after more than a week without a note one is welcomed, until something is noted', () => {
  const today = '2026-11-27';
  expect(isWelcomedBack(['2026-11-10', '2026-11-19'], today)).toBe(true);
  expect(isWelcomedBack(['2026-11-20'], today)).toBe(false);
  expect(isWelcomedBack(['2026-11-19', today], today)).toBe(false);
  expect(isWelcomedBack([], today)).toBe(false);
});

test('an amount is read with a point or a comma, and steps up by what is usual of it', () => {
  expect(['20', '1.5', '1,5', ' 0 '].map(readAmount)).toEqual([20, 1.5, 1.5, 0]);
  expect(['', 'a lot', '-1', '1e3', '99999999'].map(readAmount)).toEqual(Array(5).fill(undefined));
  expect([0, 2, 20, 60, 8_000].map(stepOf)).toEqual([1, 1, 5, 10, 1_000]);
});

test('a night keeps what is done or not, and of a time the one they went to bed at', () => {
  const [told, open] = [{ intoBed: '23:10' }, { intoBed: null }];
  expect(notedOfNights({ sort: 'yes' }, [open])).toEqual({ type: 'yes' });
  expect(notedOfNights({ sort: 'clock' }, [open, told])).toEqual({ type: 'clock', minute: 1390 });
  expect(notedOfNights({ sort: 'clock' }, [open])).toBeNull();
  expect(notedOfNights({ sort: 'yes' }, [])).toBeNull();
});

test('a month hangs as on a wall, by whatever day a week begins', () => {
  expect(weeksOf('2026-11-27', 1)[0]).toEqual([...Array<null>(6).fill(null), '2026-11-01']);
  expect(weeksOf('2026-11-27', 7)[0]?.[0]).toBe('2026-11-01');
  const days = weeksOf('2028-02-01', 1).flat();
  expect(days.filter((date) => date !== null)).toHaveLength(29);
  expect(days.length % 7).toBe(0);
});

test('whatever one begins with is whole, and is kept as it is', () => {
  for (const name of starterNames) {
    let mark = 0;
    const made = anchorOf(starterOf(name, words.starters, () => `s${mark++}`));
    expect(made.name).not.toBe('');
    expect(parseAnchor({ id: made.id, fields: anchorFields(null, made), text: '' })).toEqual(made);
  }
});
