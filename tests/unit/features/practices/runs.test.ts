import fc from 'fast-check';
import { expect, test } from 'vitest';

import { practicesFor } from '#core/content/practices.ts';
import { beginPlay, movePlay, type Play } from '#core/features/practices/play.ts';
import { isPrivateRecord } from '#core/kernel/stored.ts';
import { answerIds } from '#core/content/practice-steps.ts';
import { answersBefore } from '#core/features/practices/earlier.svelte.ts';
import {
  answersFrom,
  parsePlay,
  parseRun,
  runFields,
  runKind,
  runRecordId,
  serialisePlay,
  sheetOf,
} from '#core/features/practices/runs.ts';

import { testVault } from '../../../support/vault.ts';

import { somethingFor } from './support/something-for.ts';

const { practices } = practicesFor(['en']);
const start = { wall: 1_700_000_000_000, at: 5_000 };

/** Half way through, with an answer to everything so far. */
function halfWay(practice: (typeof practices)[number]): Play {
  let play = beginPlay(practice, false, start);
  for (const step of practice.steps.slice(0, Math.ceil(practice.steps.length / 2))) {
    for (const move of somethingFor(step)) play = movePlay(play, move, practice, 0);
    play = movePlay(play, { type: 'next' }, practice, 9_000);
  }
  return play;
}

test.each(practices)(
  '$id goes on where a closed window left it, at the beginning of that step',
  (practice) => {
    const play = halfWay(practice);
    const back = parsePlay(serialisePlay(play), practice, 77_000);
    expect(back).toEqual({ ...play, stepAt: 77_000, heldAt: null });
  },
);

test('whatever lies in a draft, it is a run through this practice or nothing', () => {
  const [practice] = practices;
  if (!practice) throw new Error('nothing to practise');
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.json(), fc.constant(serialisePlay(halfWay(practice)))),
      (kept) => {
        const play = parsePlay(kept, practice, 0);
        if (play) expect(practice.steps[play.step]).toBeDefined();
      },
    ),
  );
  for (const kept of ['null', '{"step":900,"startedAt":1}', '{"step":"0","startedAt":1}', '[]'])
    expect(parsePlay(kept, practice, 0)).toBeNull();
  const odd = JSON.stringify({ step: 0, startedAt: 1, answers: { body: { a: 1 }, other: 'x' } });
  expect(parsePlay(odd, practice, 0)?.answers).toEqual({});
});

test('a record tells when and how, with its numbers, and holds no word that was written', () => {
  const reframe = practices.find(({ id }) => id === 'reframe');
  if (!reframe) throw new Error('there is no such practice');
  let play = halfWay(reframe);
  play = movePlay(play, { type: 'answer', id: 'after', answer: 30 }, reframe, 0);
  play = movePlay(play, { type: 'enough' }, reframe, 0);
  const ended = { endedAt: 1_700_000_090_000, zone: 'UTC', day: '2023-11-14' };
  const fields = runFields(play, { ...ended, level: reframe.level });
  expect(isPrivateRecord({ fields })).toBe(true);
  expect(isPrivateRecord({ fields: runFields(play, { ...ended, level: 1 }) })).toBe(false);
  expect(JSON.stringify(fields)).not.toContain('mine');
  expect(parseRun({ id: 'run:1', fields, text: '' })).toEqual({
    id: 'run:1',
    practice: 'reframe',
    startedAt: start.wall,
    ended: 'enough',
    short: false,
    scales: { before: 50, after: 30 },
    helped: null,
    entry: '',
    after: '',
  });
  expect(parseRun({ id: 'run:2', fields: {}, text: '' })).toBeNull();
});

const toldAgain = practices.find(({ id }) => id === 'told-again');
if (!toldAgain) throw new Error('there is no such practice');

test('what a later run begins with was asked for, at a step of the same kind', () => {
  for (const { id, steps, again = {} } of practices)
    for (const ids of Object.entries(again)) {
      const kinds = ids.map((each) => steps.find((step) => answerIds(step).includes(each))?.k);
      expect(kinds[0], `${id}: ${ids.join(' from ')}`).toBeDefined();
      expect(kinds[1], `${id}: ${ids.join(' from ')}`).toBe(kinds[0]);
    }
});

test('a story is told a third time from the second telling, and from no answer that was not given', () => {
  const sheet = sheetOf(toldAgain, { old: 'It was my fault.', fresh: 'I was nine.', name: 'Nine' });
  expect(sheet).not.toContain('fault');
  expect(answersFrom(sheet, toldAgain)).toEqual({ old: 'I was nine.' });
  expect(sheetOf(toldAgain, { old: 'It was my fault.' })).toBe('');
  // What was changed in the entry since is what they say.
  const text = 'Now tell it again. The same facts, in that other voice.\nI was eight.';
  expect(answersFrom(sheet, toldAgain, text)).toEqual({ old: 'I was eight.' });
  for (const broken of ['', '{', '[]', '{"fresh":{"a":1}}', '{"other":"x"}'])
    expect(answersFrom(broken, toldAgain)).toBeNull();
});

test('it begins from the last one whose entry is still there: what was erased is not offered again', async () => {
  const vault = await testVault();
  const keep = async (startedAt: number, fresh: string): Promise<string> => {
    const entry = `entry:${startedAt}`;
    const sheet = sheetOf(toldAgain, { fresh });
    const fields = { practice: 'told-again', startedAt, day: '2026-11-27', entry };
    await vault.write(
      {
        id: entry,
        kind: 'entry',
        fields: { day: '2026-11-27', practice: 'told-again', sheet },
        text: fresh,
      },
      { id: runRecordId(`told-again:${startedAt}`), kind: runKind, fields },
    );
    return entry;
  };
  expect(await answersBefore(vault, toldAgain)).toBeNull();
  await keep(1_000, 'The first telling.');
  const second = await keep(2_000, 'The second telling.');
  const begins = async (from?: string): Promise<unknown> =>
    (await answersBefore(vault, toldAgain, from))?.answers;
  expect(await begins()).toEqual({ old: 'The second telling.' });
  expect(await begins('entry:1000')).toEqual({ old: 'The first telling.' });
  await vault.write({ id: second, kind: 'entry', fate: 'erase' });
  expect(await begins()).toEqual({ old: 'The first telling.' });
  expect(await begins(second)).toEqual({ old: 'The first telling.' });
});
