import fc from 'fast-check';
import { expect, test } from 'vitest';

import { knownNight } from '#core/features/anchors/sleep/known-nights.ts';
import {
  blankNight,
  parseNight,
  type ClockName,
  type Night,
} from '#core/features/anchors/sleep/night.ts';
import { sleepCsv } from '#core/features/anchors/sleep/sleep-csv.ts';
import { minutesToClock } from '#core/kernel/civil-time.ts';

import { found, read, troubleOf } from '../../../../support/histories.ts';

const nightsIn = (csv: string, twice: Record<string, 0 | 1> = {}): Night[] =>
  found(csv, { twice }).records.map((record) => {
    const night = parseNight(record);
    if (!night) throw new Error('not a night');
    return { ...night, comment: record.text };
  });

const csvOf = (nights: readonly Night[]): string => sleepCsv(nights.map(knownNight), false);

const clock = fc.option(fc.integer({ min: 0, max: 1439 }).map(minutesToClock));
const whole = (max: number, min = 0): fc.Arbitrary<number | null> =>
  fc.option(fc.integer({ min, max }));
const drinks = fc.option(fc.integer({ min: 0, max: 100 }).map((halves) => halves / 2));
const text = fc.string({ unit: fc.constantFrom(...Array.from('ab",;=+-@\n\'é ')), maxLength: 12 });

const nightOn = (date: string): fc.Arbitrary<Night> =>
  fc
    .record({
      ...{ intoBed: clock, trySleep: clock, finalWake: clock, outOfBed: clock },
      ...{ sol: whole(1440), awakenings: whole(99), waso: whole(1440), tasafa: whole(720) },
      ...{ quality: whole(5, 1), rested: whole(5, 1), caffeineDrinks: drinks, caffeineLast: clock },
      ...{ alcoholDrinks: drinks, alcoholLast: clock, comment: text },
      naps: fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 3 }),
      zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
    })
    .map(({ naps, comment, ...told }) => ({
      ...blankNight(date, told.zone),
      ...told,
      comment: comment.trim(),
      naps: Object.fromEntries(naps.map((min, at) => [String(at), { start: null, min }])),
    }));

/** Nothing of a changed clock: which of two times is not in the table, and is asked. */
const dates = ['2026-01-10', '2026-01-11', '2026-06-30', '2026-02-28'];

test('any nights, written as a table and brought from it, are the same table again', () => {
  fc.assert(
    fc.property(fc.tuple(...dates.map(nightOn)), (nights) => {
      const csv = csvOf(nights);
      const back = nightsIn(csv);
      expect(csvOf(back)).toBe(csv);
      expect(back.map(({ comment }) => comment)).toEqual(nights.map(({ comment }) => comment));
    }),
    { numRuns: 300 },
  );
});

test('what a spreadsheet would work out comes back as it was written', () => {
  const night = { ...blankNight('2026-01-10', 'Europe/Berlin'), comment: '=SUM(A1) and "more"' };
  expect(nightsIn(csvOf([night]))[0]?.comment).toBe('=SUM(A1) and "more"');
});

const autumn: Night = {
  ...blankNight('2026-11-01', 'America/New_York'),
  ...{ intoBed: '00:45', trySleep: '01:30', finalWake: '08:00', outOfBed: '08:10' },
};

test.each([0, 1] as const)(
  'a time that the clock showed twice is asked about, and the answer %s is kept',
  (which) => {
    const csv = csvOf([autumn]);
    expect(read(csv, {})).toEqual({
      ...{ type: 'ask', from: 'comma' },
      questions: [{ type: 'twice', key: '2.trySleep', at: '2026-11-01T01:30' }],
    });
    const fold: Partial<Record<ClockName, 0 | 1>> = { trySleep: which };
    expect(nightsIn(csv, { '2.trySleep': which })[0]?.fold).toEqual(fold);
  },
);

test('a table that a spreadsheet saved with semicolons and seconds is read', () => {
  const csv = csvOf([{ ...autumn, date: '2026-01-10', caffeineDrinks: 1.5 }]);
  const saved = csv.replaceAll(',', ';').replace('1.5', '1,5').replace('00:45', '00:45:00');
  expect(nightsIn(saved)[0]).toMatchObject({ intoBed: '00:45', caffeineDrinks: 1.5 });
});

test('two sleeps of one date stay two, columns of others are kept, and rows without a date stay out', () => {
  const csv = csvOf([
    autumn,
    { ...autumn, intoBed: '15:00', trySleep: null, finalWake: null, outOfBed: '16:00' },
  ])
    .replaceAll('2026-11-01', '2026-01-10')
    .replace('se_pct', 'se_pct,mood')
    .replaceAll(/(\d|,)\r\n/g, '$1,calm\r\n');
  const { records, left } = found(`${csv}yesterday${','.repeat(23)}\r\n`, {});
  expect(records.map(({ id }) => id)).toEqual(['sleep:2026-01-10', 'sleep:2026-01-10:comma-2']);
  expect(records[0]?.fields['extra']).toEqual({ mood: 'calm' });
  expect(left).toEqual([{ why: 'unreadable', lines: [4] }]);
  expect(troubleOf(csv.slice(0, -60))).toBe('cutOff 3');
});
