import { expect, test } from 'vitest';

import { blankAnchor, type Anchor } from '#core/features/anchors/own/anchor.ts';
import {
  anchorDayOf,
  creditOfNoted,
  creditsOn,
  keptBefore,
  keptNow,
  returnsOn,
  spanNow,
  stateOn,
  type AnchorDays,
} from '#core/features/anchors/own/anchor-day.ts';
import type { DayNoted } from '#core/features/anchors/own/day-note.ts';
import type { Target } from '#core/features/anchors/consistency/target.ts';
import { datesOf } from '#core/kernel/dates.ts';

const dayStart = 4;
const week = (times: number, measure: Target['measure'] = { type: 'yes' }): Target => ({
  ...{ every: 'week', times, measure },
});
const anchorOf = (change: Partial<Anchor>): Anchor => ({ ...blankAnchor('anchor:a'), ...change });

/** Of a word a day from `from` on: D done, p part, . not today, r rest, ? no note. */
function daysOf(anchor: Anchor, from: string, text: string, rests: AnchorDays['rests'] = []) {
  const said: Readonly<Record<string, DayNoted>> = {
    ...{ D: { type: 'yes' }, p: { type: 'part' }, '.': { type: 'notToday' }, r: { type: 'rest' } },
  };
  const first = Temporal.PlainDate.from(from);
  const noted = new Map(
    Array.from(text).flatMap((letter, at): [string, DayNoted][] => {
      const each = said[letter];
      return each ? [[first.add({ days: at }).toString(), each]] : [];
    }),
  );
  return { anchor, noted, rests, dayStart };
}

test('a bedtime belongs to the evening before until noon; anything else to the day that began at four', () => {
  const at = Date.parse('2026-11-27T05:30Z');
  expect(anchorDayOf(anchorOf({ bedtime: true }), at, 'UTC', dayStart)).toBe('2026-11-26');
  expect(anchorDayOf(anchorOf({}), at, 'UTC', dayStart)).toBe('2026-11-27');
  expect(anchorDayOf(anchorOf({}), Date.parse('2026-11-27T03:59Z'), 'UTC', dayStart)).toBe(
    '2026-11-26',
  );
  // A night is named by its morning, as in the diary.
  const slept = anchorOf({ bedtime: true, from: 'sleep' });
  expect(anchorDayOf(slept, at, 'UTC', dayStart)).toBe('2026-11-27');
});

test('four in the morning is late for a bedtime, and early for anything else', () => {
  const target = week(5, { type: 'clock', bound: 'before', minute: 1380, grace: 60 });
  const noted: DayNoted = { type: 'clock', minute: 240 };
  const credit = (bedtime: boolean) =>
    creditOfNoted(anchorOf({ sort: 'clock', bedtime, target }), noted, dayStart);
  expect(credit(true)).toBe(0);
  expect(credit(false)).toBe(1);
});

test('without a target a note is done, all the steps are, and nothing at all is not', () => {
  const step = (id: string) => ({ id, text: id, minutes: null, order: 1 });
  const routine = anchorOf({ sort: 'steps', steps: [step('a'), step('b')] });
  expect(creditOfNoted(routine, { type: 'steps', done: ['a'] }, dayStart)).toBe(0.5);
  const pages = anchorOf({ sort: 'amount', unit: 'pages' });
  const credits = [0, 1].map((amount) =>
    creditOfNoted(pages, { type: 'amount', amount }, dayStart),
  );
  expect(credits).toEqual([0, 1]);
  expect(creditOfNoted(pages, null, dayStart)).toBeNull();
});

test('an amount counts in part, and one that was only ticked counts whole', () => {
  const measure = { type: 'amount', bound: 'least', amount: 20, unit: 'min' } as const;
  const walk = anchorOf({ sort: 'amount', target: week(3, measure) });
  expect(creditOfNoted(walk, { type: 'amount', amount: 5 }, dayStart)).toBe(0.25);
  expect(creditOfNoted(walk, { type: 'yes' }, dayStart)).toBe(1);
});

test('a day is what was noted, rest by its note or its range, and otherwise says nothing', () => {
  const rests = [{ from: '2026-11-27', until: null }];
  const days = daysOf(anchorOf({}), '2026-11-23', 'Dp.r', rests);
  expect(
    datesOf({ from: '2026-11-23', until: '2026-11-28' }).map((date) => stateOn(days, date)),
  ).toEqual(['done', 'part', 'notToday', 'rest', 'rest', 'rest']);
  expect(stateOn(days, '2026-11-22')).toBe('none');
});

test('this week asks for what can still be kept of it, and for less where rest is to come', () => {
  const anchor = anchorOf({ target: week(5) });
  const [target] = [week(5)];
  const thursday = '2026-11-26';
  const open = daysOf(anchor, '2026-11-23', 'D?.');
  expect(keptNow(open, target, thursday)).toEqual({ kept: 1, asked: 5 });
  const rests = [{ from: '2026-11-27', until: '2026-11-28' }];
  expect(keptNow({ ...open, rests }, target, thursday)).toEqual({ kept: 1, asked: 4 });
  // Days that are over without a note are asked no more.
  expect(keptNow(daysOf(anchor, '2026-11-23', ''), target, '2026-11-29')).toEqual({
    ...{ kept: 0, asked: 1 },
  });
});

test('the weeks before are those of D3, by whatever day a week begins', () => {
  const anchor = anchorOf({ target: week(3) });
  const days = daysOf(anchor, '2026-10-26', 'D.D.D..D...D..rrrrr.DD.D.DD.');
  expect(keptBefore(days, week(3), '2026-11-25')).toEqual({ kept: 9, asked: 11 });
  expect(spanNow('2026-11-25', 'week', 7)).toEqual({ from: '2026-11-22', until: '2026-11-28' });
  expect(spanNow('2026-11-25', 'month')).toEqual({ from: '2026-11-01', until: '2026-11-30' });
  const month: Target = { every: 'month', times: 4, measure: { type: 'yes' } };
  expect(keptBefore(days, month, '2026-11-25')).toEqual({ kept: 3, asked: 4 });
});

test('a return has its date, and rest is no part of what steadiness goes by', () => {
  const anchor = anchorOf({ target: week(3) });
  const days = daysOf(anchor, '2026-11-01', 'D....rD?p');
  const dates = datesOf({ from: '2026-11-01', until: '2026-11-09' });
  expect(returnsOn(days, dates)).toEqual(['2026-11-07']);
  expect(creditsOn(days, dates)).toEqual([1, 0, 0, 0, 0, null, 1, 0, 0.5]);
});
