import fc from 'fast-check';
import { expect, test } from 'vitest';

import { rangeOf } from '#core/features/pauses/hours-edits.ts';
import {
  isOpen,
  nextClosing,
  nextOpening,
  openSpans,
  reachOf,
  type WeekHours,
} from '#core/features/pauses/hours.ts';
import { parseRules } from '#core/features/pauses/rules-fields.ts';
import { readScenario } from '#core/features/pauses/simulation/read-scenario.ts';
import { minutesToClock, parseClock } from '#core/kernel/civil-time.ts';
import { berlin, hour, instant, minute } from './support/world.ts';

const ranges = (text: string): { from: number; until: number }[] =>
  text.split(' ').map((range) => {
    const [from = 0, until = 0] = range.split('-').map((clock) => parseClock(clock));
    return { from, until };
  });
const week = (days: Readonly<Record<number, string>>): WeekHours =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => (days[day] === undefined ? [] : ranges(days[day])));
const everyDay = (text: string): WeekHours =>
  week(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, text])));

test('T23: hours from 22:00 to 06:00 on Friday belong to Friday, through Saturday morning', () => {
  const hours = week({ 5: '22:00-06:00' });
  const open = (local: string): boolean => isOpen(hours, instant(local), berlin);
  expect(open('2026-11-27T21:59')).toBe(false);
  expect(open('2026-11-27T22:00')).toBe(true);
  expect(open('2026-11-28T05:59')).toBe(true);
  expect(open('2026-11-28T06:00')).toBe(false);
  expect(open('2026-11-28T22:30')).toBe(false);
  expect(open('2026-11-29T02:00')).toBe(false);
});

test('T24: between two ranges of a day it is closed, and the second opening is the next one', () => {
  const hours = everyDay('09:00-12:00 13:00-17:00');
  const noon = instant('2026-11-23T12:00');
  expect(isOpen(hours, noon - 1, berlin)).toBe(true);
  expect(isOpen(hours, noon, berlin)).toBe(false);
  expect(nextOpening(hours, noon, berlin)).toBe(noon + hour);
  expect(nextClosing(hours, noon + hour, berlin)).toBe(instant('2026-11-23T17:00'));
});

test.each([
  ['Europe/Berlin', '2026-03-28', '2026-10-24', 1],
  ['America/New_York', '2026-03-07', '2026-10-31', 1],
  ['America/Los_Angeles', '2026-03-07', '2026-10-31', 1],
  ['Australia/Lord_Howe', '2026-10-03', '2026-04-04', 0.5],
  ['Africa/Cairo', '2026-04-23', '2026-10-29', 1],
  ['Asia/Kolkata', '2026-03-28', '2026-10-24', 0],
])(
  'T18, T19: in %s the night is shorter in spring and longer in autumn',
  (zone, spring, autumn, by) => {
    const hours = everyDay('22:00-06:00');
    const lengthOf = (date: string): number | undefined => {
      const opens = nextOpening(hours, instant(`${date}T21:00`, zone), zone) ?? 0;
      expect(opens).toBe(instant(`${date}T22:00`, zone));
      return ((nextClosing(hours, opens, zone) ?? 0) - opens) / hour;
    };
    expect(lengthOf(spring)).toBe(8 - by);
    expect(lengthOf(autumn)).toBe(8 + by);
  },
);

test('T18: hours that begin in the hour that spring skips begin when it is over', () => {
  const opens = nextOpening(everyDay('02:30-06:00'), instant('2026-03-29T01:00'), berlin);
  expect(opens).toBe(instant('2026-03-29T03:00'));
});

test('ranges that touch or overlap are one span, and whole days never close', () => {
  const two = everyDay('09:00-12:00 12:00-13:00 12:30-17:00');
  expect(nextClosing(two, instant('2026-11-23T10:00'), berlin)).toBe(instant('2026-11-23T17:00'));
  expect(nextClosing(everyDay('00:00-24:00'), instant('2026-11-23T10:00'), berlin)).toBeUndefined();
});

test.each([
  ['09:00-17:00', 'today'],
  ['18:00-24:00', 'today'],
  ['22:00-06:00', 'tomorrow'],
  ['00:00-24:00', 'whole'],
] as const)('%s reaches %s', (text, reach) => {
  expect(ranges(text).map(reachOf)).toEqual([reach]);
});

test('the same time twice holds nothing but from midnight: so say the editor, what is stored and a scenario', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minuteOfDay) => {
      const clock = minutesToClock(minuteOfDay);
      const isMidnight = minuteOfDay === 0;
      const typed = rangeOf(clock, clock);
      expect(typed).toEqual(isMidnight ? { from: 0, until: 1440 } : 'same');
      const stored = parseRules({ 'pauses.hours.sun': `${clock}-${clock} 22:00-23:00` }, []);
      const evening = { from: 1320, until: 1380 };
      expect(stored.rules.hours[6]).toEqual(
        typeof typed === 'string' ? [evening] : [typed, evening],
      );
      expect(stored.repairs.length).toBe(isMidnight ? 0 : 1);
      const hours = { sun: `${clock}-${clock} 22:00-23:00` };
      const scenario = { zone: berlin, start: '2026-11-29T00:00', end: '2026-11-30T00:00', hours };
      const told = readScenario(JSON.stringify(scenario));
      expect(told.ok && told.value.scenario.rules.hours[6]).toEqual(stored.rules.hours[6]);
      expect(told.ok && told.value.repaired).toHaveLength(stored.repairs.length);
      // Rules in memory hold no such range; were there one, it would hold nothing.
      const at = { from: minuteOfDay, until: minuteOfDay };
      const week = Array.from({ length: 7 }, () => [at]);
      expect(
        openSpans(week, instant('2026-11-23T12:00'), instant('2026-11-25T12:00'), berlin),
      ).toEqual([]);
    }),
  );
});

test('a week without hours never opens', () => {
  expect(nextOpening(week({}), instant('2026-11-23T10:00'), berlin)).toBeUndefined();
  expect(isOpen(week({}), instant('2026-11-23T10:00'), berlin)).toBe(false);
});

test('hours from a midnight that spring skips begin with the day, and end with it', () => {
  const hours = week({ 5: '00:00-05:14' });
  const thursday = Temporal.ZonedDateTime.from('2026-04-23T12:00[Africa/Cairo]').epochMilliseconds;
  const friday = Temporal.PlainDate.from('2026-04-24').toZonedDateTime('Africa/Cairo');
  const opens = nextOpening(hours, thursday, 'Africa/Cairo') ?? 0;
  expect(opens).toBe(friday.epochMilliseconds);
  expect(isOpen(hours, thursday, 'Africa/Cairo')).toBe(false);
  expect(nextClosing(hours, opens, 'Africa/Cairo')).toBe(
    friday.with({ hour: 5, minute: 14 }).epochMilliseconds,
  );
});

test('hours of one day a week open again after a week, across a clock change', () => {
  const hours = week({ 1: '09:00-10:00' });
  const last = instant('2026-10-19T09:30');
  expect(nextOpening(hours, last, berlin)).toBe(instant('2026-10-26T09:00'));
});

const anyRange = fc.record({
  from: fc.integer({ min: 0, max: 1439 }),
  until: fc.integer({ min: 0, max: 1440 }),
});
const anyWeek = fc.array(fc.array(anyRange, { maxLength: 3 }), { minLength: 7, maxLength: 7 });
const anyZone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
  'Asia/Kathmandu',
);
const anyInstant = fc.integer({
  min: Date.UTC(2026, 0, 1),
  max: Date.UTC(2026, 11, 31),
});

test('openings and closings are exactly where open begins and ends, for any week in any zone', () => {
  fc.assert(
    fc.property(anyWeek, anyZone, anyInstant, (hours, zone, at) => {
      const opens = nextOpening(hours, at, zone);
      const closes = nextClosing(hours, at, zone);
      if (opens !== undefined) {
        expect(opens).toBeGreaterThan(at);
        expect(isOpen(hours, opens, zone)).toBe(true);
        expect(isOpen(hours, opens - 1, zone)).toBe(false);
      }
      if (closes !== undefined) {
        expect(isOpen(hours, at, zone)).toBe(true);
        expect(isOpen(hours, closes - 1, zone)).toBe(true);
        expect(isOpen(hours, closes, zone)).toBe(false);
      } else if (opens !== undefined) expect(isOpen(hours, at, zone)).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('spans are in order and apart, and a moment is open exactly when one holds it', () => {
  fc.assert(
    fc.property(anyWeek, anyZone, anyInstant, (hours, zone, at) => {
      const spans = openSpans(hours, at, at + 50 * hour, zone);
      for (const [index, span] of spans.entries()) {
        expect(span.until).toBeGreaterThan(span.from);
        if (index > 0) expect(span.from).toBeGreaterThan(spans[index - 1]?.until ?? 0);
      }
      for (let moment = at; moment < at + 30 * hour; moment += 97 * minute)
        expect(isOpen(hours, moment, zone)).toBe(
          spans.some(({ from, until }) => from <= moment && moment < until),
        );
    }),
    { numRuns: 60 },
  );
});
