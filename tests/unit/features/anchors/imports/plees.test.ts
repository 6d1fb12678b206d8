import { expect, test } from 'vitest';

import { parseNight } from '#core/features/anchors/sleep/night.ts';
import type { Found } from '#core/features/anchors/imports/found.ts';

import { berlin, found, historyFile, read, troubleOf } from '../../../../support/histories.ts';

const nightsOf = ({ records }: Found): string[] =>
  records.map((record) => {
    const night = parseNight(record);
    if (!night) throw new Error('not a night');
    const { date, intoBed, outOfBed, quality, awakenings, naps } = night;
    const told = Object.values(naps).map(({ start, min }) => ` nap ${start ?? '–'} ${min}`);
    return `${date} ${intoBed ?? '–'}–${outOfBed ?? '–'} q${quality ?? '–'} w${awakenings ?? '–'}${told.join('')}`;
  });

test('it asks where somebody was before anything is made of moments', async () => {
  expect(read(await historyFile('plees-2019.csv'), {})).toEqual({
    type: 'ask',
    from: 'plees',
    questions: [{ type: 'zone' }],
  });
});

test('its first export holds two times a night', async () => {
  const { records, left } = found(await historyFile('plees-2019.csv'));
  expect(nightsOf({ from: 'plees', records, left })).toEqual([
    '2020-12-19 21:23–04:54 q– w–',
    '2020-12-20 21:33–05:33 q– w–',
  ]);
  expect(left).toEqual([]);
});

test('no star is no answer, and a sleep without an end stays out', async () => {
  const read2020 = found(await historyFile('plees-2020.csv'));
  expect(nightsOf(read2020)).toEqual([
    '2020-12-19 21:23–04:54 q– w–',
    '2020-12-20 21:33–05:33 q5 w–',
  ]);
  expect(read2020.left).toEqual([{ why: 'running', lines: [4] }]);
});

test('a short sleep after the night is a nap of that day, and its comment says when', async () => {
  const now = found(await historyFile('plees-now.csv'));
  expect(nightsOf(now)).toEqual([
    '2026-11-03 00:00–08:00 q4 w2',
    '2026-11-04 00:00–08:00 q– w– nap 12:00 60',
  ]);
  expect(now.records.map(({ text }) => text)).toEqual([
    'Warm room, "window" shut\r\nand a second line',
    '12:00: on the sofa',
  ]);
});

test('of a clock time that came twice, its length says which; where it cannot, it is asked', async () => {
  const compact = await historyFile('plees-pretty-compact.csv');
  expect(read(compact)).toEqual({
    type: 'ask',
    from: 'plees',
    questions: [{ type: 'twice', key: '4.start', at: '2026-10-25T02:10' }],
  });
  const asked = (which: 0 | 1): string[] =>
    nightsOf(found(compact, { ...berlin, twice: { '4.start': which } }));
  expect(asked(0)).toEqual([
    '2026-10-25 23:10–07:00 q4 w1',
    '2026-10-25 01:50–02:30 q– w–',
    '2026-10-25 02:10–02:40 q– w–',
    '2026-10-27 23:30–06:45 q5 w–',
  ]);
  const enteredAt = (which: 0 | 1): unknown =>
    found(compact, { ...berlin, twice: { '4.start': which } }).records[2]?.fields['enteredAt'];
  expect(enteredAt(0)).toBe(Date.parse('2026-10-25T00:40Z'));
  expect(enteredAt(1)).toBe(Date.parse('2026-10-25T01:40Z'));
});

test('the whole pretty export names its offsets', async () => {
  const whole = found(await historyFile('plees-pretty-whole.csv'));
  expect(nightsOf(whole)).toEqual(['2026-10-25 23:10–07:00 q4 w1']);
});

test('what other versions add is kept', () => {
  const { records } = found('sid,start,stop,mood\n1,1793660400000,1793689200000,calm\n');
  expect(records[0]?.fields['extra']).toEqual({ mood: 'calm' });
});

test('a file in which no time can be read is named with its column', () => {
  expect(troubleOf('sid,start,stop\n1,yesterday,today\n')).toBe('unreadable 2');
  expect(troubleOf('sid,start,stop\n')).toBe('nothing');
  expect(troubleOf('sid,start,stop\n1,1793660400000,1793689200000\n2,17937')).toBe('cutOff 3');
});

test('rows that turn time round, last a day or say the same twice stay out and are named', () => {
  const at = 1793660400000;
  const hour = 3_600_000;
  const rows = [
    [1, at, at + 8 * hour],
    [2, at + 8 * hour, at],
    [3, at, at + 25 * hour],
    [4, at, at + 8 * hour],
  ];
  const { records, left } = found(`sid,start,stop\n${rows.map((row) => row.join()).join('\n')}`);
  expect(records).toHaveLength(1);
  expect(left).toEqual([
    { why: 'noLength', lines: [3] },
    { why: 'tooLong', lines: [4] },
    { why: 'twice', lines: [5] },
  ]);
});

test('the same file is the same records, whoever reads it', async () => {
  const file = await historyFile('plees-now.csv');
  expect(found(file, berlin)).toEqual(found(file, { ...berlin }));
});
