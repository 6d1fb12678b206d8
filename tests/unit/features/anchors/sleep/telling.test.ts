/** Nights as a person sees them: a sentence, figures in words, bars. */
import { expect, test } from 'vitest';

import { sleepIn } from '#core/content/sleep.ts';
import { figureLines } from '#core/features/anchors/sleep/figure-lines.ts';
import { knownNight, KnownNights } from '#core/features/anchors/sleep/known-nights.ts';
import { lengthWords, parseLength } from '#core/features/anchors/sleep/length.ts';
import {
  blankNight,
  mornings,
  nightFields,
  type Night,
} from '#core/features/anchors/sleep/night.ts';
import { openMhealth } from '#core/features/anchors/sleep/open-mhealth.ts';
import { periodFigures } from '#core/features/anchors/sleep/period.ts';
import { rasterOf } from '#core/features/anchors/sleep/raster.ts';
import { sleepCsv } from '#core/features/anchors/sleep/sleep-csv.ts';
import { sleepSentence } from '#core/features/anchors/sleep/sentence.ts';
import {
  parseSleepSettings,
  sleepSettingsFields,
} from '#core/features/anchors/sleep/sleep-settings.ts';
import { minutesToClock } from '#core/kernel/civil-time.ts';

const words = sleepIn(['en']);
const zone = 'Europe/Berlin';
const quick = { intoBed: '23:10', outOfBed: '07:03' };
const whole = {
  ...quick,
  ...{ trySleep: '23:30', finalWake: '06:50', sol: 20, awakenings: 2, waso: 30, tasafa: 0 },
};
const night = (date: string, told: Partial<Night> = whole): Night => ({
  ...blankNight(date, zone),
  ...told,
});
const sentence = (nights: readonly Night[], diaryOnly = false, any = true): string =>
  sleepSentence(periodFigures(nights.map(knownNight)), words, { diaryOnly, any });

test('one sentence tells what is known of the nights, and no figure where none is wanted', () => {
  const nights = [night('2026-06-10'), night('2026-06-11', quick)];
  expect(sentence(nights)).toBe('You were asleep about 6 h 30, from 1 night.');
  expect(sentence(nights.slice(1))).toBe('You were in bed about 7 h 55, from 1 night.');
  expect(sentence(nights, true)).toBe('2 nights noted.');
  expect(sentence([night('2026-06-10', { quality: 3 })])).toBe('1 night noted.');
  expect(sentence([], false, false)).toBe('A place for your nights. Two times are enough for one.');
  expect(sentence([])).toBe('No night is noted here. The others are where they were.');
});

test('figures come in words, with how many nights each is from, and those not known stay away', () => {
  const tell = (nights: readonly Night[]): Record<string, string> =>
    Object.fromEntries(
      figureLines(periodFigures(nights.map(knownNight)), words, minutesToClock).map(
        ({ name, value, notes }) => [name, [value, ...notes].join(' | ')],
      ),
    );
  expect(tell([night('2026-06-10', quick)])).toEqual({
    tib: '7 h 53 | From 1 night.',
    intoBed: '23:10 | From 1 night.',
    outOfBed: '07:03 | From 1 night.',
  });
  const days = ['09', '10', '11', '12', '13', '14', '15'].map((day) => `2026-06-${day}`);
  const later = { intoBed: '00:40', trySleep: '01:00', finalWake: '08:20', outOfBed: '08:30' };
  const nights = days.map((date, at) =>
    night(date, at < 4 ? { ...whole, dayType: 'set' } : { ...whole, ...later, dayType: 'free' }),
  );
  expect(tell(nights)).toMatchObject({
    tst: '6 h 30 | From 7 nights.',
    efficiency: '83 % | From 7 nights.',
    dseEfficiency: '89 % | From 7 nights.',
    maintenance: '93 % | From 7 nights.',
    sol: '20 min | From 7 nights.',
    awakenings: '2 | From 7 nights.',
    regularity: '98 % | From 7 nights.',
    jetlag: '1 h 30 later on free days | From 7 nights.',
  });
});

test('a bar lies where the clock stood, with the time awake as a gap in its middle', () => {
  const dates = ['2026-06-10', '2026-06-11'];
  const { bars, from, until, hours } = rasterOf([knownNight(night('2026-06-11'))], dates);
  // Minutes since noon.
  expect(bars).toEqual([
    { row: 1, kind: 'bed', from: 670, until: 1143 },
    { row: 1, kind: 'sleep', from: 710, until: 905 },
    { row: 1, kind: 'sleep', from: 935, until: 1130 },
  ]);
  expect([from, until, hours]).toEqual([480, 1320, [480, 720, 960, 1200]]);
});

test('the picture widens for a day sleeper and a nap, and a night without sleep is a night in bed', () => {
  const day = { intoBed: '08:15', trySleep: '08:30', finalWake: '14:50', outOfBed: '15:05' };
  const slept = night('2026-06-10', { ...whole, ...day, naps: { a: { start: '20:00', min: 30 } } });
  const { bars, until } = rasterOf([knownNight(slept)], ['2026-06-10']);
  expect(bars.at(-1)).toEqual({ row: 0, kind: 'nap', from: 1920, until: 1950 });
  expect(until).toBe(2040);
  const awake = knownNight(night('2026-06-10', { ...quick, noSleep: true }));
  expect(rasterOf([awake], ['2026-06-10']).bars.map(({ kind }) => kind)).toEqual(['bed']);
  expect(rasterOf([awake], ['2026-06-11']).bars).toEqual([]);
});

test.each([
  ['20', 20],
  [' 1:20 ', 80],
  ['0:05', 5],
  ['1:60', undefined],
  ['1.5', undefined],
  ['', undefined],
])('the length %j is %j minutes', (typed, minutes) => {
  expect(parseLength(typed)).toBe(minutes);
});

test('a length is said in hours and minutes', () => {
  expect([0, 45, 60, 410.4, 427].map((minutes) => lengthWords(minutes, words))).toEqual([
    ...['0 min', '45 min', '1 h', '6 h 50', '7 h 07'],
  ]);
});

test('after midnight somebody may already have got up on the new date', () => {
  expect(mornings('2026-03-01', '2026-03-01').slice(0, 2)).toEqual(['2026-03-01', '2026-02-28']);
  expect(mornings('2026-03-01', '2026-03-02').slice(0, 2)).toEqual(['2026-03-02', '2026-03-01']);
});

test('figures are shown and sleep stands on Today until somebody says otherwise', () => {
  expect(parseSleepSettings({})).toEqual({ diaryOnly: false, onToday: true });
  const said = { diaryOnly: true, onToday: false };
  expect(parseSleepSettings(sleepSettingsFields(said))).toEqual(said);
  expect(sleepSettingsFields({ diaryOnly: true })).toEqual({ 'sleep.diaryOnly': true });
});

test('a record is worked out once for each version of it', () => {
  const nights = new KnownNights();
  const record = (lv: number, alive = true): Parameters<KnownNights['of']>[0] => ({
    ...{ id: 'sleep:2026-06-10', text: '', lv, alive },
    fields: nightFields(null, night('2026-06-10')),
  });
  const first = nights.of(record(1));
  expect(first?.figures.tst).toBe(390);
  expect(nights.of(record(1))).toBe(first);
  expect(nights.of(record(2))).not.toBe(first);
  expect(nights.of(record(3, false))).toBeNull();
});

test('a table for other programs has a row for each night, and no cell of it is a formula', () => {
  const told = night('2026-06-10', {
    ...whole,
    naps: { a: { start: null, min: 20 } },
    aids: { b: { name: 'Tea, warm', dose: 'a "cup"', time: '22:00' } },
    comment: '=1+1\nnext line',
    quality: 4,
  });
  const [head = '', ...rows] = sleepCsv([knownNight(told)], false).split('\r\n');
  expect(head).toBe(
    '\uFEFFdate,zone,into_bed,try_sleep,sol_min,awakenings,waso_min,final_wake,tasafa_min,out_of_bed,' +
      'quality_1_5,rested_1_5,nap_count,nap_min,caffeine,caffeine_last,alcohol,alcohol_last,aids,comment,' +
      'tib_min,tst_min,se_pct',
  );
  expect(rows).toEqual([
    '2026-06-10,Europe/Berlin,23:10,23:30,20,2,30,06:50,0,07:03,4,,1,20,,,,,' +
      `"Tea, warm a ""cup"" 22:00","'=1+1\nnext line",473,390,82.5`,
    '',
  ]);
  expect(sleepCsv([knownNight(told)], true)).toMatch(/,,,\r\n$/);
});

test('a night and its nap are sleep episodes of Open mHealth, each with its own beginning and end', () => {
  const told = night('2026-06-10', {
    ...whole,
    naps: { a: { start: '13:10', min: 20 }, b: { start: null, min: 60 } },
    enteredAt: Date.UTC(2026, 5, 10, 6),
  });
  const header = (id: string): object => ({
    id,
    creation_date_time: '2026-06-10T06:00:00+00:00',
    schema_id: { namespace: 'omh', name: 'sleep-episode', version: '1.1' },
  });
  const lasts = (from: string, until: string): object => ({
    time_interval: { start_date_time: from, end_date_time: until },
  });
  const points: unknown = JSON.parse(
    JSON.stringify(openMhealth([knownNight(told), knownNight(night('2026-06-11', quick))])),
  );
  expect(points).toEqual([
    {
      header: header('sleep:2026-06-10'),
      body: {
        effective_time_frame: lasts('2026-06-09T23:50:00+02:00', '2026-06-10T06:50:00+02:00'),
        is_main_sleep: true,
        latency_to_sleep_onset: { value: 20, unit: 'min' },
        latency_to_arising: { value: 0, unit: 'min' },
        total_sleep_time: { value: 390, unit: 'min' },
        wake_after_sleep_onset: { value: 30, unit: 'min' },
        number_of_awakenings: 2,
        sleep_maintenance_efficiency_percentage: { value: 92.9, unit: '%' },
      },
    },
    {
      header: header('sleep:2026-06-10:nap:a'),
      body: {
        effective_time_frame: lasts('2026-06-10T13:10:00+02:00', '2026-06-10T13:30:00+02:00'),
        is_main_sleep: false,
        total_sleep_time: { value: 20, unit: 'min' },
      },
    },
  ]);
});
