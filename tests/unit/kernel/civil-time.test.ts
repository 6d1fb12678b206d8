import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  dayOf,
  instantInDay,
  instantOf,
  minuteOfDay,
  minutesToClock,
  parseClock,
  zoned,
} from '#core/kernel/civil-time.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const shown = (instant: number, zone: string): string =>
  zoned(instant, zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' });

test.each([
  ['Europe/Berlin', '2026-03-29', 2 * 60 + 30, '2026-03-29T03:00+02:00'],
  ['Europe/Berlin', '2026-03-29', 2 * 60, '2026-03-29T03:00+02:00'],
  ['America/New_York', '2026-03-08', 2 * 60 + 30, '2026-03-08T03:00-04:00'],
  ['Australia/Lord_Howe', '2026-10-04', 2 * 60 + 15, '2026-10-04T02:30+11:00'],
  ['Africa/Cairo', '2026-04-24', 0, '2026-04-24T01:00+03:00'],
  ['Africa/Cairo', '2026-04-24', 30, '2026-04-24T01:00+03:00'],
  ['America/Sao_Paulo', '2026-03-29', 2 * 60 + 30, '2026-03-29T02:30-03:00'],
  ['Asia/Kolkata', '2026-03-29', 2 * 60 + 30, '2026-03-29T02:30+05:30'],
])(
  'T18: in %s a time that spring skips is the first minute that exists',
  (zone, date, minute, as) => {
    expect(shown(instantOf(day(date), minute, zone), zone)).toBe(as);
  },
);

test.each([
  ['Europe/Berlin', '2026-10-25', 2 * 60 + 30, '2026-10-25T02:30+02:00'],
  ['America/New_York', '2026-11-01', 90, '2026-11-01T01:30-04:00'],
  ['Australia/Lord_Howe', '2026-04-05', 105, '2026-04-05T01:45+11:00'],
])('T19: in %s a time that autumn repeats is its first occurrence', (zone, date, minute, as) => {
  expect(shown(instantOf(day(date), minute, zone), zone)).toBe(as);
});

test('the end of a day is midnight of the next one', () => {
  const end = instantOf(day('2026-11-22'), 1440, 'Europe/Berlin');
  expect(shown(end, 'Europe/Berlin')).toBe('2026-11-23T00:00+01:00');
});

test('before the day start it is still yesterday, in the zone the person is in', () => {
  const at = instantOf(day('2026-11-23'), 3 * 60 + 59, 'Asia/Tokyo');
  expect(dayOf(at, 'Asia/Tokyo')).toBe('2026-11-22');
  expect(dayOf(at + 60_000, 'Asia/Tokyo')).toBe('2026-11-23');
  expect(dayOf(at, 'Asia/Tokyo', 0)).toBe('2026-11-23');
  expect(minuteOfDay(at, 'Asia/Tokyo')).toBe(239);
});

test.each(['25:00', '24:01', '9:5', '09:60', '21:05:00', 'nine', ''])(
  '%j is not a clock time',
  (text) => {
    expect(parseClock(text)).toBeUndefined();
  },
);

test('clock times survive a round trip, midnight at either end', () => {
  for (const minute of [0, 1, 59, 60, 545, 1439, 1440])
    expect(parseClock(minutesToClock(minute))).toBe(minute);
});

test('a time of a person’s day is found in that day, whatever hour their days begin at', () => {
  expect(shown(instantInDay('2026-11-22', 90, 'Europe/Berlin', 4), 'Europe/Berlin')).toBe(
    '2026-11-23T01:30+01:00',
  );
  expect(shown(instantInDay('2026-11-22', 90, 'Europe/Berlin', 0), 'Europe/Berlin')).toBe(
    '2026-11-22T01:30+01:00',
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3650 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 12 }),
      (days, minute, dayStart) => {
        const date = day('2026-01-01').add({ days }).toString();
        const at = instantInDay(date, minute, 'Asia/Kolkata', dayStart);
        expect(dayOf(at, 'Asia/Kolkata', dayStart)).toBe(date);
        expect(minuteOfDay(at, 'Asia/Kolkata')).toBe(minute);
      },
    ),
  );
});
