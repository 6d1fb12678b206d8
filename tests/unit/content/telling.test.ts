import { expect, test } from 'vitest';

import { anyOf, speaksOfIntimacy, tellingWords } from '#core/content/telling.ts';

test.each(['A sexual past', 'SEX', 'On kinks', 'ｓｅｘ', 'erotica'])(
  '%s speaks of intimacy',
  (text) => {
    expect(speaksOfIntimacy(text)).toBe(true);
  },
);

test.each(['Sextant', 'Essex', 'a kind touch', 'Middlesex'])('%s does not', (text) => {
  expect(speaksOfIntimacy(text)).toBe(false);
});

test('the word that tells is told as it was written, and none where nothing tells', () => {
  expect(tellingWords('My Shame and I')).toEqual(['Shame']);
  expect(tellingWords('Trauma-informed')).toEqual(['Trauma']);
  expect(tellingWords('A kinder ending')).toEqual([]);
  expect(tellingWords('Apartnership')).toEqual([]);
});

test('a language with other letters, endings and no spaces says its words the same way', () => {
  const some = anyOf(['sex', 'секс*', 'érot*', '*性*', 'c++']);
  for (const text of ['Секса нет', 'l’érotisme', '女性的', 'SEX', 'c++'])
    expect(text).toMatch(some);
  for (const text of ['бесексный', 'sexta', 'cc']) expect(text).not.toMatch(some);
});
