import { expect, test } from 'vitest';

import type { Practice } from '#core/content/practice.ts';
import type { Step } from '#core/content/practice-steps.ts';
import { playingIn } from '#core/content/playing.ts';
import type { Answers } from '#core/features/practices/play.ts';
import {
  besideText,
  calledBy,
  filled,
  filledSentence,
  hasWords,
  journalText,
  type Saying,
} from '#core/features/practices/play-texts.ts';

const saying: Saying = { wordOf: (id) => `<${id}>`, scale: (value, top) => `${value} of ${top}` };
const of = (...steps: readonly Step[]): Practice => ({
  ...{ id: 'a-walk', kind: 'guided', title: 'A walk', about: 'Outside.', rows: [4], level: 1 },
  ...{ area: 'body', minutes: 2, here: [], steps, shortest: [0] },
});
const { unnamed } = playingIn(['en']).turn;
const options = { rest: 'some rest', play: 'some play' };
const practice = of(
  { k: 'write', id: 'thought', ask: 'What was it?', most: 140 },
  { k: 'pick', id: 'need', ask: 'What do you need?', options, most: 2, own: true },
  {
    k: 'blanks',
    ask: 'In one sentence.',
    sentence: 'It hurts that {hurt}, and it is not {all}.',
    blanks: [
      { id: 'hurt', hint: 'what hurts' },
      { id: 'all', hint: 'what it is not' },
    ],
  },
  { k: 'scale', id: 'before', ask: 'How much?', top: 100, low: 'not', high: 'fully' },
  { k: 'weather', id: 'weather', ask: 'The weather?' },
  { k: 'columns', id: 'two', ask: 'Two sides.', left: 'Then', right: 'Now', most: 3 },
  {
    k: 'sort',
    id: 'rings',
    ask: 'Where?',
    into: { easy: 'easy', no: 'no' },
    items: { walk: 'a walk' },
    sides: { give: 'giving', take: 'receiving' },
  },
  { k: 'list', id: 'lines', ask: 'A few.', most: 3 },
  { k: 'rate', id: 'true', ask: 'How true?', from: 'lines', top: 10, low: 'not', high: 'very' },
  { k: 'write', id: 'line', ask: '“{thought}”, kinder?', without: 'Something kinder?', most: 140 },
);

test('a sentence repeats what was answered, in words and without a second full stop', () => {
  const answers = { thought: ' I ruin it. ', need: ['rest', 'a walk'], weather: ['foggy'] };
  const said = (text: string): string => filled(text, 'Or not.', practice, answers, saying);
  expect(said('“{thought}”, and {need}, and {weather}.')).toBe(
    '“I ruin it”, and some rest, a walk, and <foggy>.',
  );
  expect(said('“{line}”')).toBe('Or not.');
});

test('two people are called by their names, and only they', () => {
  const people = { A: calledBy(' Sam ', unnamed.A), B: calledBy('Kim', unnamed.B) };
  expect(filled('{A} speaks to {B}.', undefined, practice, {}, { ...saying, people })).toBe(
    'Sam speaks to Kim.',
  );
});

test.each([
  ['{A} speaks. {B} listens.', 'The first one speaks. The other one listens.'],
  ['Now {B} speaks, and {A} listens.', 'Now the other one speaks, and the first one listens.'],
  ['{A}, what did {B} say?', 'The first of you, what did the other one say?'],
  ['{B}: and you?', 'The other of you: and you?'],
  ['What {B} did, in {B}’s own words', 'What the other one did, in the other one’s own words'],
])('two who gave no names read whole sentences: %s', (text, read) => {
  const people = { A: calledBy('', unnamed.A), B: calledBy('  ', unnamed.B) };
  expect(filled(text, undefined, practice, {}, { ...saying, people })).toBe(read);
});

test('beside something else stands the whole sentence that a gap belongs to, once any of it is filled', () => {
  const beside = (answers: Answers): string => besideText(practice, 'all', answers, saying);
  expect(beside({ hurt: 'it rained' })).toBe('It hurts that it rained, and it is not …');
  expect(beside({})).toBe('');
  expect(besideText(practice, 'thought', { thought: 'As it was.' }, saying)).toBe('As it was.');
});

test('beside each other stand the numbers of two people, thing by thing', () => {
  const answers = { lines: ['one', 'two'], true: [{ item: 'two', value: 0 }] };
  expect(besideText(practice, 'true', answers, saying)).toBe('two: 0 of 10');
  expect(besideText(practice, 'true', { lines: ['one'], true: answers.true }, saying)).toBe('');
});

test('a gap that is not filled yet is a line to write on', () => {
  expect(filledSentence('It hurts that {hurt}, and {all}.', { hurt: ' it rained ' })).toBe(
    'It hurts that it rained, and …',
  );
});

test('the journal has every answer under what was asked, and nothing that was left out', () => {
  const answers = {
    thought: 'I ruin it.',
    need: ['rest', 'a walk'],
    hurt: 'it rained',
    before: 80,
    two: [['never', 'some days'] as const],
    rings: [
      { item: 'walk', into: 'easy', note: 'by day' },
      { item: 'mine', side: 'take', into: 'no' },
    ],
    lines: ['one', 'two'],
    true: [
      { item: 'two', value: 7 },
      { item: 'taken off the list', value: 3 },
    ],
  };
  expect(journalText(practice, answers, saying)).toBe(
    [
      'What was it?\nI ruin it.',
      'What do you need?\nsome rest, a walk',
      'It hurts that it rained, and it is not …',
      'How much?\n80 of 100',
      'Two sides.\nnever → some days',
      'Where?\na walk: easy (by day)\nmine, receiving: no',
      'A few.\none\ntwo',
      'How true?\ntwo: 7 of 10',
    ].join('\n\n'),
  );
  const kinder = { line: 'It rained on us both.' };
  expect(journalText(practice, kinder, saying)).toBe('Something kinder?\nIt rained on us both.');
  expect(journalText(practice, {}, saying)).toBe('');
});

test('taps and a number alone are nothing for a journal; a word is, and numbers for one’s own lines', () => {
  expect(hasWords(practice, { before: 80, weather: ['foggy'] })).toBe(false);
  expect(hasWords(practice, { all: 'everything' })).toBe(true);
  expect(hasWords(practice, { lines: ['one'] })).toBe(true);
  expect(hasWords(practice, { true: [{ item: 'one', value: 0 }] })).toBe(true);
});
