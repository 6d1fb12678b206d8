import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  byDay,
  daysToChoose,
  daysWith,
  instantOfMoment,
  momentFields,
  momentOf,
  readOccasion,
} from '#core/features/anchors/log/occasion.ts';

const zone = 'Europe/Berlin';
const at = (text: string): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;

test('what was after midnight and before the day start belongs to the day before', () => {
  const late = at('2026-11-27T01:30');
  expect(momentFields(late, zone, 4)).toEqual({ at: late, zone, day: '2026-11-26' });
  expect(momentFields(late, zone, 1)).toMatchObject({ day: '2026-11-27' });
  // The form shows the calendar's day all the same.
  expect(momentOf({ at: late, zone })).toEqual({ date: '2026-11-27', time: '01:30' });
});

test('a moment that is told is found by the clock of its place, and never after now', () => {
  const now = at('2026-11-27T14:05') + 30_000;
  const of = (date: string, time: string): unknown => instantOfMoment({ date, time }, zone, now);
  expect(of('2026-11-27', '14:05')).toEqual({ at: at('2026-11-27T14:05') });
  expect(of('2026-11-27', '14:06')).toEqual({ problem: 'ahead' });
  expect(of('2026-11-26', '23:50')).toEqual({ at: at('2026-11-26T23:50') });
  for (const time of ['', '7', '24:00', '12:70', 'noon'])
    expect(of('2026-11-27', time)).toEqual({ problem: 'unread' });
  expect(of('2026-02-30', '12:00')).toEqual({ problem: 'unread' });
  expect(of('', '12:00')).toEqual({ problem: 'unread' });
});

test('a time that is shown and told again is the same minute, in whatever year and place', () => {
  const anyMinute = fc.integer({ min: 25_000_000, max: 31_000_000 });
  const anyZone = fc.constantFrom(zone, 'Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kolkata');
  fc.assert(
    fc.property(anyMinute, anyZone, (minute, place) => {
      const instant = minute * 60_000;
      const found = instantOfMoment(momentOf({ at: instant, zone: place }), place, Infinity);
      // Of two equal times in autumn it is the first.
      const apart = 'at' in found ? instant - found.at : NaN;
      expect([0, 30, 60]).toContain(apart / 60_000);
    }),
  );
});

test('two weeks of days can be chosen, and the one where it lies', () => {
  const days = daysToChoose(at('2026-11-27T02:00'), zone, '2026-11-20');
  expect(days).toHaveLength(14);
  expect([days[0], days.at(-1)]).toEqual(['2026-11-27', '2026-11-14']);
  expect(daysToChoose(at('2026-11-27T02:00'), zone, '2025-05-01').at(-1)).toBe('2025-05-01');
  // It was noted where it was tomorrow already.
  expect(daysToChoose(at('2026-11-27T02:00'), zone, '2026-11-28')[0]).toBe('2026-11-28');
});

test('the list is newest first, and the week oldest first', () => {
  const records = [
    { id: 'a', at: 1, zone, date: '2026-11-25' },
    { id: 'b', at: 3, zone, date: '2026-11-27' },
    { id: 'c', at: 2, zone, date: '2026-11-27' },
  ];
  expect(byDay(records).map(({ date, records: of }) => [date, of.map(({ id }) => id)])).toEqual([
    ['2026-11-27', ['b', 'c']],
    ['2026-11-25', ['a']],
  ]);
  expect([...daysWith(records)]).toEqual(['2026-11-25', '2026-11-27']);
});

test('what is on no day, in no place or at no time is not read', () => {
  const fields = { at: 5, zone, day: '2026-11-27' };
  const read = (change: object): unknown =>
    readOccasion({ id: 'x', fields: { ...fields, ...change }, text: '' });
  expect(read({})).toEqual({ id: 'x', at: 5, zone, date: '2026-11-27' });
  for (const change of [{ at: '5' }, { at: null }, { zone: 'Mars/Base' }, { day: '2026-13-01' }])
    expect(read(change)).toBeNull();
});
