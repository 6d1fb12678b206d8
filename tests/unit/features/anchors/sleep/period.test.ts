import { expect, test } from 'vitest';

import { clockApart, clockMean } from '#core/features/anchors/sleep/clock-mean.ts';
import { correctedMiddle } from '#core/features/anchors/sleep/jetlag.ts';
import { blankNight, type Nap, type Night } from '#core/features/anchors/sleep/night.ts';
import { knownNight, type KnownNight } from '#core/features/anchors/sleep/known-nights.ts';
import { periodFigures, shareOf } from '#core/features/anchors/sleep/period.ts';
import {
  asleep,
  regularityOf,
  sleepDays,
  unknown,
  type SleepDay,
} from '#core/features/anchors/sleep/regularity.ts';
import { parseClock } from '#core/kernel/civil-time.ts';

const minuteOf = (clock: string): number => parseClock(clock) ?? 0;

test('the efficiency of a while is sum by sum, not the mean of the percentages', () => {
  const nights = [
    { tib: 495, tst: 405 },
    { tib: 440, tst: 390 },
    { tib: 465, tst: 370 },
    { tib: 525, tst: 450 },
    { tib: 420, tst: 245 },
  ];
  expect(shareOf(nights, 'tib')).toEqual({ value: 79.3, from: 5 });
  expect(shareOf([...nights, { tib: 480, tst: null }], 'tib')).toEqual({ value: 79.3, from: 5 });
  expect(shareOf([{ tib: 480, tst: null }], 'tib')).toBeNull();
});

test.each([
  ['23:40 00:10 00:25 23:55', 2.5, 16.8],
  ['22:30 23:15 00:45 01:30 23:00 22:45 23:30', 23 * 60 + 35.8, 61.7],
  ['11:45 12:20 11:10', 11 * 60 + 45, null],
])('the middle of %s lies on the circle of the clock', (times, minute, spread) => {
  const mean = clockMean(times.split(' ').map(minuteOf));
  expect(mean?.minute).toBeCloseTo(minute, 1);
  if (spread !== null) expect(mean?.spread).toBeCloseTo(spread, 1);
});

test('times all around the clock have no middle', () => {
  expect(clockMean([])).toBeNull();
  expect(clockMean([0, 720])).toBeNull();
  expect(clockMean([90])).toMatchObject({ minute: 90 });
});

test.each([
  ['03:30', '05:00', 90],
  ['04:30', '23:30', -300],
  ['02:05', '23:05', -180],
  ['19:15', '02:30', 435],
  ['01:15', '03:25', 130],
])('from %s to %s is the shorter way', (set, free, apart) => {
  expect(clockApart(minuteOf(set), minuteOf(free))).toBe(apart);
});

test('the middle of free nights is corrected for what they make up for', () => {
  const middle = minuteOf('04:50');
  expect(correctedMiddle(middle, { set: 405, free: 510, workDays: 5 })).toBe(4 * 60 + 12.5);
  expect(correctedMiddle(middle, { set: 480, free: 450, workDays: 5 })).toBe(middle);
  expect(correctedMiddle(5, { set: 400, free: 540, workDays: 7 })).toBe(1440 - 65);
});

/** `-` is a night that is not known; else what was slept from noon to noon. */
const daysOf = (...days: readonly string[]): SleepDay[] =>
  days.flatMap((slept, at) => {
    if (slept === '-') return [];
    const states = new Uint8Array(1440);
    const noon = (clock: string): number => (minuteOf(clock) + 720) % 1440;
    for (const part of slept.split(' ')) {
      const [from = '', until = ''] = part.split('–');
      states.fill(asleep, noon(from), noon(until) || 1440);
    }
    return [{ date: `2026-06-${String(at + 10)}`, states }];
  });

const usual = '23:00–07:00';
const late = daysOf(usual, usual, usual);
late[1]?.states.fill(unknown, 14 * 60, 14 * 60 + 60);

test.each([
  ['S1', daysOf(usual, usual, usual, usual), 4320, 4320, 100, 100],
  ['S2', daysOf('23:00–06:00', usual), 1380, 1440, 95.83, 91.67],
  ['S3', daysOf(usual, '23:30–07:30'), 1380, 1440, 95.83, 91.67],
  [
    'S4',
    daysOf('22:00–06:00', '00:00–08:00', '22:00–06:00', '00:00–08:00', '22:00–06:00'),
    ...[4800, 5760, 83.33, 66.67],
  ],
  ['S5', daysOf(usual, `13:00–13:30 ${usual}`, usual), 2820, 2880, 97.92, 95.83],
  ['S6', daysOf(usual, usual, '-', '23:30–07:00', usual), 2850, 2880, 98.96, 97.92],
  ['S7', daysOf('00:00–12:00', '12:00–00:00'), 0, 1440, 0, -100],
  ['S8', late, 2760, 2760, 100, 100],
] as [string, SleepDay[], number, number, number, number][])(
  'regularity %s is that of the reference',
  (_, days, same, valid, share, index) => {
    const found = regularityOf(days);
    expect([found?.same, found?.valid]).toEqual([same, valid]);
    expect(found?.share).toBeCloseTo(share, 2);
    expect(found?.index).toBeCloseTo(index, 2);
  },
);

const nightOf = (date: string, zone: string, change: Partial<Night> = {}): Night => ({
  ...blankNight(date, zone),
  ...{ intoBed: '22:30', trySleep: '23:00', finalWake: '07:00', outOfBed: '07:10' },
  ...{ sol: 0, awakenings: 0 },
  ...change,
});
const nap = (start: string, min: number): Partial<Night> => {
  const naps: Record<string, Nap> = { a: { start, min } };
  return { naps };
};
const withFigures = (nights: readonly Night[]): KnownNight[] => nights.map(knownNight);
const regularity = (nights: readonly Night[]): unknown =>
  regularityOf(sleepDays(withFigures(nights)));

test('nights are compared from noon to noon, and naps lie in the day that follows their night', () => {
  const dates = ['2026-06-10', '2026-06-11', '2026-06-12'];
  const nights = dates.map((date) => nightOf(date, 'Europe/Berlin'));
  expect(regularity(nights)).toMatchObject({ same: 2880, valid: 2880, pairs: 2 });
  const napped = nights.map((night, at) => (at === 0 ? { ...night, ...nap('13:00', 30) } : night));
  expect(regularity(napped)).toMatchObject({ same: 2820, valid: 2880 });
  expect(regularity([nightOf('2026-06-10', 'Europe/Berlin')])).toBeNull();
});

test('a skipped hour is compared with nothing, and of a repeated one the first is taken', () => {
  const spring = ['2026-03-28', '2026-03-29', '2026-03-30'];
  expect(regularity(spring.map((date) => nightOf(date, 'Europe/Berlin')))).toMatchObject({
    same: 2760,
    valid: 2760,
  });
  const autumn = ['2026-10-24', '2026-10-25', '2026-10-26'];
  const nights = autumn.map((date) => nightOf(date, 'Europe/Berlin'));
  expect(regularity(nights)).toMatchObject({ same: 2880, valid: 2880 });
  // Asleep only the second time that it was half past two.
  const short = {
    trySleep: '02:30',
    finalWake: '02:59',
    fold: { trySleep: 1, finalWake: 1 },
  } as const;
  const [first, second] = sleepDays(
    withFigures([nights[0], { ...nights[1], ...short }] as Night[]),
  );
  expect(first?.states.filter((state) => state === asleep)).toHaveLength(480);
  expect(second?.states.filter((state) => state === asleep)).toHaveLength(0);
});

test('who sleeps by day has the parts of a sleep in the days they lie in', () => {
  const day = { intoBed: '08:15', trySleep: '08:30', finalWake: '14:50', outOfBed: '15:05' };
  const dates = ['2026-02-10', '2026-02-11', '2026-02-12'];
  const days = sleepDays(withFigures(dates.map((date) => nightOf(date, 'America/Chicago', day))));
  const slept = days.map(({ states }) => states.filter((state) => state === asleep).length);
  expect(slept).toEqual([210, 380, 380]);
});

test('a while says of each figure how many nights it is from', () => {
  const zone = 'Europe/London';
  const quick = { trySleep: null, finalWake: null, sol: null, awakenings: null, quality: 4 };
  const found = periodFigures(
    withFigures([
      nightOf('2026-06-10', zone, { intoBed: '23:40', quality: 2 }),
      nightOf('2026-06-11', zone, { intoBed: '00:10', trySleep: '00:20' }),
      nightOf('2026-06-12', zone, quick),
      nightOf('2026-06-13', zone, { noSleep: true, sol: null, awakenings: null }),
    ]),
  );
  expect(found.nights).toBe(4);
  expect(found.tst).toEqual({ value: (480 + 400 + 0) / 3, from: 3 });
  expect(found.tib?.from).toBe(4);
  expect(found.quality).toEqual({ value: 3, from: 2 });
  // Times of a night without sleep are no habit.
  expect([found.intoBed?.from, found.midSleep?.from]).toEqual([3, 2]);
  expect(found.jetlag).toBeNull();
  expect(periodFigures([])).toMatchObject({
    nights: 0,
    tst: null,
    efficiency: null,
    regularity: null,
  });
});

test('a day is whole with its naps and a second sleep, and not while one of them is open', () => {
  const zone = 'Europe/London';
  const later = { intoBed: '13:50', trySleep: '14:00', finalWake: '15:30', outOfBed: '15:40' };
  const second = { ...nightOf('2026-06-10', zone, later), id: 'sleep:2026-06-10:b' };
  const nights = [
    nightOf('2026-06-10', zone),
    second,
    nightOf('2026-06-11', zone, nap('13:00', 30)),
    nightOf('2026-06-12', zone, { sol: null }),
  ];
  expect(periodFigures(withFigures(nights)).tst24).toEqual({ value: (570 + 510) / 2, from: 2 });
  expect(periodFigures(withFigures(nights.slice(0, 1))).tst24).toBeNull();
});

test('social jetlag waits for three nights of either sort', () => {
  const dates = ['08', '09', '10', '11', '12', '13', '14'].map((day) => `2026-06-${day}`);
  const free = { intoBed: '00:30', trySleep: '01:00', finalWake: '09:30', outOfBed: '09:40' };
  const nights = dates.map((date, at) =>
    nightOf(date, 'Europe/London', at < 4 ? { dayType: 'set' } : { dayType: 'free', ...free }),
  );
  const { jetlag } = periodFigures(withFigures(nights));
  expect(jetlag?.set).toBeCloseTo(3 * 60);
  expect(jetlag?.free).toBeCloseTo(5 * 60 + 15);
  expect(jetlag?.apart).toBeCloseTo(135);
  expect(jetlag?.from).toBe(7);
  expect(periodFigures(withFigures(nights.slice(0, 6))).jetlag).toBeNull();
});
