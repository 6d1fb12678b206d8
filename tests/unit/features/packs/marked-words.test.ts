import fc from 'fast-check';
import { expect, test } from 'vitest';

import { changedTexts, markedWords, type Part } from '#core/features/packs/marked-words.ts';
import type { PackPractice } from '#core/features/packs/pack-schema.ts';

const said = (parts: readonly Part[]): string =>
  parts
    .map(({ text, was }) => ({ kept: text, went: `[-${text}]`, came: `[+${text}]` })[was])
    .join('');
const practice = (texts: readonly string[], change: Partial<PackPractice> = {}): PackPractice => ({
  ...{ id: 'walk', kind: 'guided', title: 'A walk', about: 'Outside.', area: 'body', minutes: 2 },
  steps: texts.map((text) => ({ k: 'say', text })),
  ...change,
});
const changes = (before: PackPractice, after: PackPractice): string[] =>
  changedTexts(before, after).map(said);

test('a sentence shows the words that went before those that came in their place', () => {
  expect(said(markedWords('Open the window and breathe.', 'Open the door and wait.'))).toBe(
    'Open the[- window][+ door] and[- breathe.][+ wait.]',
  );
  expect(said(markedWords('', 'New words'))).toBe('[+New words]');
});

test('whatever the wordings, without what came it reads as before and without what went as now', () => {
  const text = fc.array(fc.constantFrom('rest', 'play', 'walk', 'see', 'be'), { maxLength: 12 });
  const without = (parts: readonly Part[], was: Part['was']): string =>
    parts.flatMap((part) => (part.was === was ? [] : part.text.trim().split(' '))).join(' ');
  fc.assert(
    fc.property(text, text, (one, other) => {
      const parts = markedWords(one.join(' '), other.join(' '));
      expect(without(parts, 'came').trim()).toBe(one.join(' '));
      expect(without(parts, 'went').trim()).toBe(other.join(' '));
    }),
  );
});

test('of a practice only what reads otherwise is shown: reworded, new, and gone', () => {
  const before = practice(['Sit down.', 'Look at one thing in the room.', 'Let it be.']);
  const after = practice(
    ['Sit down.', 'Look at two things in the room.', 'Drink some water now.'],
    {
      aftercare: 'Rest a while.',
    },
  );
  expect(changes(before, after)).toEqual([
    'Look at[- one thing][+ two things] in the room.',
    '[+Drink some water now.]',
    '[+Rest a while.]',
    '[-Let it be.]',
  ]);
  expect(changes(before, { ...before, title: 'A long walk' })).toEqual(['A[+ long] walk']);
});

test('what repeats an answer is a gap: nobody has answered yet', () => {
  const before = practice(['You feel {feeling} now.']);
  expect(changes(before, practice(['You feel {feeling} today.']))).toEqual([
    'You feel …[- now.][+ today.]',
  ]);
});

test('steps that only changed places or take another time read the same', () => {
  const before = practice(['Sit down.', 'Let it be.']);
  expect(changes(before, { ...before, minutes: 3, steps: before.steps.toReversed() })).toEqual([]);
});
