import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { practiceProblems } from '#core/content/practice-problems.ts';
import type { Step } from '#core/content/practice-steps.ts';
import { textsOfPractice } from '#core/content/practice-texts.ts';
import type { Practice } from '#core/content/practice.ts';
import { practicesFor } from '#core/content/practices.ts';

import { gradeOf } from './reading-level.ts';

const { practices } = practicesFor(['en-GB']);
const folder = join(import.meta.dirname, '../../../src/content/en/practices');

test('English practices are what the player and a person rely on', () => {
  expect(practiceProblems(practices)).toEqual([]);
});

test('there is one file a practice, named after it, and all of them are on the list by id', () => {
  const files = readdirSync(folder).filter((name) => name !== 'index.ts');
  expect(practices.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
});

const sentences = practices.flatMap((practice) =>
  textsOfPractice(practice)
    .map((text) => ({ id: practice.id, text: text.replaceAll(/\{\w+\}/g, 'it') }))
    // A few words are too short to have a grade.
    .filter(({ text }) => text.split(' ').length >= 5),
);

test.each(sentences)('$id reads at grade 8 or below: $text', ({ text }) => {
  expect(gradeOf(text)).toBeLessThanOrEqual(8);
});

const fine: Practice = {
  id: 'a-walk',
  kind: 'guided',
  title: 'A walk',
  about: 'A few steps outside.',
  rows: [4],
  level: 1,
  area: 'body',
  minutes: 2,
  here: ['tense'],
  steps: [
    { k: 'pick', id: 'where', ask: 'Where to?', options: { out: 'out', up: 'up' }, most: 1 },
    { k: 'write', id: 'seen', ask: 'What did you see?', most: 140 },
    { k: 'say', text: 'You saw {seen}.', without: 'You went.' },
  ],
  shortest: [0],
};
const step = (...steps: readonly Step[]): Partial<Practice> => ({ steps, shortest: [0] });

test('a practice without a fault has no problem', () => {
  expect(practiceProblems([fine])).toEqual([]);
});

test.each<[string, Partial<Practice>]>([
  ['an id is small letters and hyphens', { id: 'A walk' }],
  ['asks, though nothing of it may be kept', { traceless: true }],
  ['its title is long', { title: 'A walk '.repeat(8).trim() }],
  ['about is one sentence', { about: 'A walk. And another.' }],
  ['its rows', { rows: [] }],
  ['its rows', { rows: [101] }],
  ['its minutes', { minutes: 0 }],
  ['a "here" twice', { here: ['tense', 'tense'] }],
  ['its title, about and id tell too much: Shame', { level: 2, title: 'Shame map' }],
  ['its title, about and id tell too much: desires', { area: 'intimacy', id: 'two-desires' }],
  ['nothing hints at intimacy: its level is 1 or 2', { area: 'intimacy', level: 0 }],
  ['no step', { steps: [], shortest: [] }],
  ['no shortest version', { shortest: [] }],
  ['the shortest version names steps that are there, in their order', { shortest: [1, 0] }],
  ['the shortest version names steps that are there, in their order', { shortest: [7] }],
  [
    'the shortest version leaves out what one of its steps depends on',
    {
      steps: [...fine.steps, { k: 'say', text: 'Up.', when: { id: 'where', is: ['up'] } }],
      shortest: [3],
    },
  ],
  ['two people need turns', { kind: 'together' }],
  ['turns are for two people', step({ k: 'turn', who: 'A', sec: 60, text: 'Speak.' })],
  ['{A} and {B} are two people', step({ k: 'say', text: 'Hello {A}.', without: 'Hello.' })],
  ['a card begins with a page or a guess', { kind: 'card' }],
  ['a card ends in something to do: next', { kind: 'card' }],
  ['a card names its source', { kind: 'card' }],
  ['a source is an https address', { sources: [{ name: 'x', readOn: '2026-01-01', url: 'no' }] }],
  ['a source is read on a plain date', { sources: [{ name: 'x', readOn: 'today' }] }],
  ["straight quotes: It's here", step({ k: 'say', text: "It's here" })],
  ['an exclamation mark: Well done!', step({ k: 'say', text: 'Well done!' })],
  ['blank at an end: Here. ', step({ k: 'say', text: 'Here. ' })],
  ['step seen: twice', { steps: [...fine.steps, ...fine.steps.slice(1, 2)] }],
  ['step 0: {seen} is not answered before it', step({ k: 'say', text: '{seen}', without: 'No.' })],
  [
    'step 3: says nothing without what it repeats',
    { steps: [...fine.steps, { k: 'say', text: '{seen}' }] },
  ],
  [
    'step 0: when where is what?',
    step({ k: 'say', text: 'Up.', when: { id: 'where', is: ['up'] } }),
  ],
  ['step 0: its breaths', step({ k: 'breath', pattern: 'box', breaths: 0 })],
  ['step 0: its short breaths', step({ k: 'breath', pattern: 'box', breaths: 2, short: 3 })],
  ['step 0: its seconds', step({ k: 'still', sec: 0, text: 'Be.' })],
  ['step 0: its short seconds', step({ k: 'turn', who: 'A', sec: 60, short: 90, text: 'Speak.' })],
  ['step 0: its most', step({ k: 'pick', id: 'a', ask: 'A?', options: { b: 'b' }, most: 2 })],
  [
    'step 0: ends what it does not offer',
    step({ k: 'pick', id: 'a', ask: 'A?', options: { b: 'b' }, most: 1, ends: ['c'] }),
  ],
  [
    'step 0: the gaps of its sentence are its blanks, in order',
    step({ k: 'blanks', ask: 'A.', sentence: 'It {b}.', blanks: [{ id: 'c', hint: 'c' }] }),
  ],
  [
    'step 0: sorted into one place',
    step({ k: 'sort', id: 'a', ask: 'A?', into: { b: 'b' }, own: 2 }),
  ],
  [
    'step 0: two sides at least, of things that are there',
    step({
      ...{ k: 'sort', id: 'a', ask: 'A?', into: { b: 'b', c: 'c' }, own: 2 },
      ...{ sides: { give: 'give', take: 'take' }, paired: ['hug'] },
    }),
  ],
  [
    'step 0: a list that is not before it',
    step({ k: 'rate', id: 'a', ask: 'A?', from: 'b', top: 10, low: 'no', high: 'yes' }),
  ],
  [
    'step 0: nothing to sort or to rate',
    step({ k: 'sort', id: 'a', ask: 'A?', into: { b: 'b', c: 'c' } }),
  ],
  [
    'step 0: 81 words',
    step({ k: 'page', heading: 'A', text: Array.from({ length: 81 }, () => 'a').join(' ') }),
  ],
  [
    'before and after come together',
    step({ k: 'scale', id: 'before', ask: 'How?', top: 10, low: 'a', high: 'b', better: 'lower' }),
  ],
  ['next a-walk: not a practice', { next: ['a-walk'] }],
  ['card a-run: not a card', step({ k: 'card', of: 'a-run' })],
])('%s', (problem, change) => {
  const changed = { ...fine, ...change };
  expect(practiceProblems([changed])).toContain(`${changed.id}: ${problem}`);
});

test('two practices have neither the id nor the title of each other', () => {
  expect(practiceProblems([fine, fine])).toEqual(['a-walk: used twice', 'said twice: A walk']);
});

test.each<[string, Partial<Practice>, Partial<Practice>]>([
  ['of level 2, which follows only level 2', {}, { level: 2 }],
  ['intimacy may be off, and nothing else leads there', {}, { area: 'intimacy' }],
  [
    'intimacy may be off, and nothing else leads there',
    { level: 2 },
    { level: 2, area: 'intimacy' },
  ],
])('next a-run: %s', (problem, from, to) => {
  const run = { ...fine, id: 'a-run', title: 'A run', ...to };
  const walk = { ...fine, ...from, next: ['a-run'] };
  expect(practiceProblems([walk, run])).toEqual([`a-walk: next a-run: ${problem}`]);
  expect(practiceProblems([{ ...walk, ...to }, run])).toEqual([]);
});
