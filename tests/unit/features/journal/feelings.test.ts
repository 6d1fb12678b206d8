import { expect, test } from 'vitest';

import { feelingsIn } from '#core/content/feelings.ts';
import {
  feelingGroups,
  ownFeelings,
  ownWord,
  quickChoices,
  toggled,
  wordOfFeeling,
} from '#core/features/journal/feelings.ts';

const content = feelingsIn(['en']);
const { feelings, quickFeelings } = content;

test('every feeling is in exactly one of four groups', () => {
  const groups = feelingGroups(content);
  expect(groups).toHaveLength(4);
  expect(
    groups.flatMap(({ members }) => members).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ).toEqual(feelings.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
});

test('a word of the person’s own is kept as typed, and one from the list is that one', () => {
  expect(ownWord('  wobbly   but here ', feelings)).toBe('wobbly but here');
  expect(ownWord('At Ease', feelings)).toBe('at-ease');
  expect(ownWord('x'.repeat(60), feelings)).toHaveLength(40);
});

test('a picked feeling never hides behind the quick ones', () => {
  expect(quickChoices(quickFeelings, ['tense', 'wobbly'])).toEqual([...quickFeelings, 'wobbly']);
  expect(ownFeelings(feelings, ['tense', 'wobbly'])).toEqual(['wobbly']);
  expect(wordOfFeeling(feelings, 'at-ease')).toBe('at ease');
  expect(wordOfFeeling(feelings, 'wobbly')).toBe('wobbly');
});

test('picking twice takes it back', () => {
  expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b']);
});
