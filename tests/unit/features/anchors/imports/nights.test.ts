/** The nights of Sleepmeter, Sleep as Android and sleepdiary, in every form in which they come. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';

import { parseNight, type Night } from '#core/features/anchors/sleep/night.ts';
import type { Answers, FoundRecord } from '#core/features/anchors/imports/found.ts';

import { berlin, found, historyFile, read, troubleOf } from '../../../../support/histories.ts';

type Told = Night & { readonly text: string; readonly extra: unknown };

function nightOf(record: FoundRecord): Told {
  const night = parseNight(record);
  if (!night) throw new Error('not a night');
  return { ...night, text: record.text, extra: record.fields['extra'] };
}

const nights = (file: string | Uint8Array, answers: Answers = berlin): Told[] =>
  found(file, answers).records.map(nightOf);

test('Sleepmeter: bedtime, holes, aids and a night without sleep become what they are', async () => {
  const [first, second, ...more] = nights(await historyFile('sleepmeter.csv'));
  expect(more).toEqual([]);
  expect(first).toMatchObject({
    ...{ date: '2026-01-12', trySleep: '23:00', finalWake: '07:00', intoBed: null },
    ...{ sol: 20, awakenings: 2, waso: 35, quality: 4 },
    naps: { 'sleepmeter-29470415': { start: '14:35', min: 35 } },
    text: '14:35: on the sofa',
    extra: {
      ...{ dreams: ['GOOD:3:FLYING'], hindrances: ['Too hot'], tags: ['School night'] },
      ...{ 'quality of 10': 8, '14:35': { 'quality of 10': 5 } },
    },
  });
  expect(Object.values(first?.aids ?? {}).map(({ name }) => name)).toEqual([
    'Melatonin',
    'St johns wort',
  ]);
  expect(second).toMatchObject({
    ...{ date: '2026-01-13', noSleep: true, sol: null, waso: null, quality: 1 },
    text: 'awake all night',
  });
});

test('Sleepmeter: own names and texts are read although nothing in them is escaped', async () => {
  const file = await historyFile('sleepmeter-own.csv');
  const [first] = nights(file, { ...berlin, offset: 'place' });
  expect(Object.values(first?.aids ?? {}).map(({ name }) => name)).toEqual([
    'warm "golden" milk, no sugar',
    'Milk',
  ]);
  expect(first?.extra).toMatchObject({
    hindrances: ['the road\n outside'],
    tags: ["at Ada's"],
  });
  expect(first?.text).toBe('","," she said\n\n"2026" is a year\n');
});

test('Sleepmeter: a time zone that the place did not have is asked about, and kept as it is answered', async () => {
  const file = await historyFile('sleepmeter-own.csv');
  expect(read(file)).toEqual({
    ...{ type: 'ask', from: 'sleepmeter' },
    questions: [{ type: 'offset', count: 1, zone: 'Europe/Berlin' }],
  });
  const times = (answers: Answers): string[] =>
    nights(file, answers).map(({ date, zone, finalWake }) => `${date} ${finalWake ?? ''} ${zone}`);
  expect(times({ ...berlin, offset: 'written' })).toEqual([
    '2026-07-02 07:30 Europe/Berlin',
    '2026-07-03 07:30 +09:00',
  ]);
  expect(times({ ...berlin, offset: 'place' })).toEqual([
    '2026-07-02 07:30 Europe/Berlin',
    '2026-07-03 00:30 Europe/Berlin',
  ]);
  expect(found(file, { ...berlin, offset: 'place' }).left).toEqual([
    { why: 'noLength', lines: [19] },
  ]);
});

const android = [
  {
    ...{ date: '2020-11-27', zone: 'Europe/London', intoBed: '20:00', outOfBed: '07:00' },
    ...{ selfTst: 660, quality: null, text: 'Manually added', extra: undefined },
  },
  {
    ...{ date: '2026-10-25', zone: 'Europe/Berlin', intoBed: '02:30', outOfBed: '07:30' },
    ...{ fold: { intoBed: 0 }, selfTst: 359, quality: 5 },
  },
  {
    ...{ date: '2026-10-27', intoBed: '23:00', outOfBed: '06:30', selfTst: 425, quality: 4 },
    text: 'Loud "street" #stress\nand a storm',
    extra: {
      ...{ Sched: '27. 10. 2026 6:45', Snore: '120', Noise: '0.5', Cycles: '5' },
      ...{ DeepSleep: '0.42', Rating: '3.75' },
    },
  },
];

test('Sleep as Android: moments, the minutes awake and the comment, and nothing of the place', async () => {
  const file = await historyFile('sleep-as-android.csv');
  const read = nights(file, {});
  expect(read[0]?.extra).toEqual({ Sched: '27. 11. 2020 7:00' });
  expect(read).toMatchObject([
    { ...android[0], extra: { Sched: expect.any(String) as string } },
    ...android.slice(1),
  ]);
  expect(JSON.stringify(read)).not.toContain('a1b2c3');
});

test('Sleep as Android: its zip holds the same nights', async () => {
  const csv = await historyFile('sleep-as-android.csv');
  const zip = zipSync({
    'alarms.json': new TextEncoder().encode('[]'),
    'prefs.xml': new TextEncoder().encode('<map/>'),
    'sleep-export.csv': csv,
  });
  expect(nights(zip, {})).toEqual(nights(csv, {}));
});

test('Sleep as Android: a place that nobody knows is asked for, and a record without its line is a broken file', async () => {
  const text = new TextDecoder().decode(await historyFile('sleep-as-android.csv'));
  const lost = text.replaceAll('Europe/Berlin', 'Mars/Base');
  expect(read(lost, {})).toMatchObject({ type: 'ask', questions: [{ type: 'zone' }] });
  expect(nights(lost).map(({ zone }) => zone)).toEqual([
    'Europe/London',
    'Europe/Berlin',
    'Europe/Berlin',
  ]);
  const lines = text.split('\n');
  expect(troubleOf(lines.slice(0, 3).join('\n'))).toBe('cutOff 3');
  expect(troubleOf(`${lines.slice(0, 3).join('\n')}\n"17930","Europe/Berlin"`)).toBe('cutOff 4');
});

test('sleepdiary: time in bed lies around a sleep, a nap follows it, and other records stay out', async () => {
  const { records, left, numbered } = found(await historyFile('sleepdiary.json'), {});
  expect(records.map(nightOf)).toMatchObject([
    {
      ...{ date: '2026-03-02', zone: 'Europe/Berlin' },
      ...{ intoBed: '22:40', trySleep: '23:00', finalWake: '07:00', outOfBed: '07:10' },
      ...{ selfTst: 420, text: 'first\n03:00: woke', extra: { tags: ['#cold'] } },
      naps: { 'sleepdiary-29540940': { start: '14:00', min: 30 } },
    },
  ]);
  expect([left, numbered]).toEqual([
    [
      { why: 'otherRecord', lines: [3] },
      { why: 'running', lines: [5] },
    ],
    'record',
  ]);
});

test('sleepdiary: without places it asks, and what is no diary is named', async () => {
  const text = new TextDecoder().decode(await historyFile('sleepdiary.json'));
  const bare = text.replaceAll(/_timezone/g, '_place');
  expect(read(bare, {})).toMatchObject({ type: 'ask', questions: [{ type: 'zone' }] });
  expect(nights(bare)).toHaveLength(1);
  expect(troubleOf(text.slice(0, -40))).toBe('badJson');
  expect(troubleOf('[1, 2]')).toBe('unknown');
  expect(troubleOf('{"file_format":"Standard","records":[]}')).toBe('nothing');
  expect(troubleOf('{"file_format":"Standard"}')).toBe('noColumn');
  expect(troubleOf('['.repeat(200_000))).toBe('badJson');
});
