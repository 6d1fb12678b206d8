import { expect, test } from 'vitest';

import { gradeOf, syllablesOf } from './reading-level.ts';

test.each([
  ['a', 1],
  ['the', 1],
  ['hope', 1],
  ['hopeful', 2],
  ['little', 2],
  ['whole', 1],
  ['wanted', 2],
  ['liked', 1],
  ['comma', 2],
  ['someone', 2],
  ['notification', 5],
])('%s has %i syllables', (word, count) => {
  expect(syllablesOf(word)).toBe(count);
});

test('plain words read low, official words read high', () => {
  expect(gradeOf('You can stop there. That is fine.')).toBeLessThan(2);
  expect(
    gradeOf('Individuals experiencing difficulties are encouraged to prioritise self-validation.'),
  ).toBeGreaterThan(12);
});
