import { zipSync } from 'fflate';
import { expect, test } from 'vitest';

import { parseAnchor } from '#core/features/anchors/own/anchor.ts';
import { parseDayNote } from '#core/features/anchors/own/day-note.ts';
import type { Answers, Found } from '#core/features/anchors/imports/found.ts';
import { utf8, type Bytes } from '#core/kernel/bytes.ts';

import { found, historyFiles, read, troubleOf } from '../../../../support/histories.ts';

const anchorsIn = ({ records }: Found): string[] =>
  records.flatMap((record) => {
    const anchor = record.kind === 'anchor' ? parseAnchor(record) : null;
    if (!anchor) return [];
    const { name, sort, unit, target, putAway } = anchor;
    const { measure } = target ?? {};
    const amount = measure?.type === 'amount' ? ` ${measure.bound} ${measure.amount} ${unit}` : '';
    const asked = target ? ` ${target.times}/${target.every}` : '';
    return [`${name}: ${sort}${asked}${amount}${putAway ? ' away' : ''}`];
  });

const daysIn = ({ records }: Found, name: string): string[] => {
  const anchor = records.find(({ kind, fields }) => kind === 'anchor' && fields['name'] === name);
  return records.flatMap((record) => {
    const note = record.kind === 'anchor-day' ? parseDayNote(record) : null;
    if (!note || note.anchor !== anchor?.id) return [];
    const amount = note.noted?.type === 'amount' ? ` ${note.noted.amount}` : '';
    return [`${note.date} ${note.noted?.type ?? '–'}${amount}${note.note && ` “${note.note}”`}`];
  });
};

/** Answers to what the first file leaves open. */
async function answered(): Promise<{ zip: Bytes; answers: Answers }> {
  const zip = zipSync(await historyFiles('loop-now'));
  const reading = read(zip, {});
  if (reading.type !== 'ask') throw new Error(reading.type);
  const [question] = reading.questions;
  if (question?.type !== 'frequency') throw new Error(question?.type);
  expect(question).toMatchObject({ name: 'Wake up early', times: 2, days: 3, week: 5 });
  return { zip, answers: { frequency: { [question.key]: 'week' } } };
}

test('habits become anchors, with what is asked of them where a target can say it', async () => {
  const { zip, answers } = await answered();
  const loop = found(zip, answers);
  expect(anchorsIn(loop)).toEqual([
    'Meditate: yes 7/week',
    'Read, "slowly": amount 7/week least 10 pages',
    'Wake up early: yes 5/week',
    'Water: amount',
    'Old one: yes 3/month away',
  ]);
  expect(loop.bare).toEqual(['Water']);
  const none = {
    frequency: Object.fromEntries(
      Object.keys(answers.frequency ?? {}).map((key) => [key, 'none' as const]),
    ),
  };
  expect(anchorsIn(found(zip, none))[2]).toBe('Wake up early: yes');
  expect(loop.records[0]?.fields['extra']).toEqual({
    ...{ Question: 'Did you meditate this morning?', Color: '#FF8F00' },
  });
});

test('days keep what was said of them, and what nobody said stays open', async () => {
  const { zip, answers } = await answered();
  const loop = found(zip, answers);
  expect(daysIn(loop, 'Meditate')).toEqual([
    '2026-03-05 yes',
    '2026-03-04 notToday “Sick”',
    '2026-03-03 – “Forgot to do it, really”',
    '2026-03-02 rest',
  ]);
  expect(daysIn(loop, 'Read, "slowly"')).toEqual([
    '2026-03-05 amount 12.5',
    '2026-03-04 notToday',
    '2026-03-02 rest',
  ]);
  expect(daysIn(loop, 'Wake up early')).toEqual(['2026-03-05 yes']);
  expect(loop.left).toEqual([
    { why: 'unreadable', lines: [3, 4], file: '003 Wake up early/Checkmarks.csv' },
  ]);
});

test('no name of a person’s stands in the name of a record', async () => {
  const { zip, answers } = await answered();
  expect(
    found(zip, answers)
      .records.map(({ id }) => id)
      .join(),
  ).not.toMatch(/meditate|wake/i);
});

test('the first versions had numbers and no header, and a day without a mark was a no: what it means is asked', async () => {
  const zip = zipSync(await historyFiles('loop-2015'));
  expect(read(zip, {})).toEqual({
    ...{ type: 'ask', from: 'loop', questions: [{ type: 'no', count: 1 }] },
  });
  const said = found(zip, { no: 'notToday' });
  expect(anchorsIn(said)).toEqual(['Meditate: yes 7/week', 'Wake up early: yes 3/week']);
  expect(daysIn(said, 'Wake up early')).toEqual([
    '2015-01-25 yes',
    '2015-01-24 notToday',
    '2015-01-22 yes',
  ]);
  expect(daysIn(found(zip, { no: 'none' }), 'Wake up early')).toHaveLength(2);
});

test('a zip that another program packed in a folder, with names changed, is the same', async () => {
  const { zip, answers } = await answered();
  const files = await historyFiles('loop-now');
  const moved = Object.entries(files).map(([name, bytes]) => [
    `Loop Habits CSV 2026-03-05/${name}`,
    bytes,
  ]);
  expect(found(zipSync(Object.fromEntries(moved) as typeof files), answers).records).toEqual(
    found(zip, answers).records,
  );
});

test('what is wrong in one of its files is named with that file', async () => {
  const files = await historyFiles('loop-now');
  const place = (name: string, text: string): string => {
    const reading = read(zipSync({ ...files, [name]: utf8(text) }), {});
    if (reading.type !== 'trouble') return reading.type;
    const { type, line, file } = reading.trouble;
    return `${type} ${line ?? ''} ${file ?? ''}`;
  };
  const days = '001 Meditate/Checkmarks.csv';
  expect(place(days, 'Date,Value,Notes\n2026-03-05,YES_MANUAL,"a\n')).toBe(`openQuote 2 ${days}`);
  expect(place(days, 'Date,Value,Notes\n2026-03')).toBe(`cutOff 2 ${days}`);
  expect(place('Habits.csv', 'Position,Habit\n001,Meditate\n')).toBe('noColumn  Habits.csv');
  expect(place('Habits.csv', '')).toBe('empty  Habits.csv');
  expect(troubleOf(zipSync({ 'photo.jpg': utf8('x') }))).toBe('unknown');
});
