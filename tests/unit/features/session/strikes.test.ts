import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  isOutdated,
  linesOf,
  mark,
  readStrikes,
  shownLines,
  strikesOf,
  toggledStrikes,
} from '#core/features/session/strikes.ts';

const text = 'My sister Ana called.\n\nI said nothing to her, and then I slept.';

test('nothing struck, the text is shown line by line', () => {
  expect(shownLines(text, null)).toEqual([
    'My sister Ana called.',
    'I said nothing to her, and then I slept.',
  ]);
});

test('words that are struck side by side are one mark, and the rest stands', () => {
  expect(shownLines(text, strikesOf(text, [1, 2]))).toEqual([
    `My ${mark} called.`,
    'I said nothing to her, and then I slept.',
  ]);
});

test('lines that are struck whole are one mark together', () => {
  const long = 'One line.\nAnother line.\nA third.';
  expect(shownLines(long, strikesOf(long, [0, 1, 2, 3]))).toEqual([mark, 'A third.']);
});

test('a text that was changed since is not shown until somebody looked again', () => {
  const strikes = strikesOf(text, [2]);
  const changed = text.replace('My sister', 'My dear sister');
  expect(isOutdated(changed, strikes)).toBe(true);
  expect(shownLines(changed, strikes)).toBeNull();
  expect(shownLines(changed, toggledStrikes(changed, strikes, [3]))).toEqual([
    `My dear sister ${mark} called.`,
    'I said nothing to her, and then I slept.',
  ]);
});

test('a stretch is struck as a whole, and stands again when all of it was struck', () => {
  const some = toggledStrikes(text, strikesOf(text, [1]), [1, 2, 3]);
  expect(some.words).toEqual([1, 2, 3]);
  expect(toggledStrikes(text, some, [1, 2, 3]).words).toEqual([]);
});

test('words of a script without spaces are struck one by one', () => {
  const japanese = '母に電話した';
  expect(shownLines(japanese, strikesOf(japanese, [0]))).toEqual([`${mark}に電話した`]);
});

test.each([null, {}, { of: 'a' }, { of: 1, words: [] }, { of: 'a', words: [-1] }])(
  '%j is no strikes',
  (value) => {
    expect(readStrikes(value)).toBeUndefined();
  },
);

test('no word that was struck is left in what is shown, and every other one is', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const struckWord = fc.stringMatching(/^[A-Z]{2,8}$/);
  const line = fc.array(fc.oneof(word, struckWord), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      const whole = lines.map((words) => words.join(' ')).join('\n');
      const all = linesOf(whole).flat();
      const struck = all.filter((each) => /[A-Z]/.test(each.word)).map(({ at }) => at);
      const shown = shownLines(whole, strikesOf(whole, struck))?.join(' ') ?? '';
      expect(shown).not.toMatch(/[A-Z]/);
      const left = shown.split(' ').filter((each) => each !== mark && each !== '');
      expect(left).toEqual(all.map((each) => each.word).filter((each) => !/[A-Z]/.test(each)));
    }),
  );
});
