import fc from 'fast-check';
import { expect, test } from 'vitest';

import { keptWords, wordsOf } from '#core/kernel/word-diff.ts';

import { seeded } from '../../support/seeded.ts';

const kept = (before: string, after: string): (readonly [string, string])[] => {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  return keptWords(old, now).map(([o, n]) => [old[o]?.word ?? '', now[n]?.word ?? '']);
};

test('a word owns the white space before it', () => {
  expect(wordsOf('\n\ta  b\n c ')).toEqual([
    { space: '\n\t', word: 'a' },
    { space: '  ', word: 'b' },
    { space: '\n ', word: 'c' },
  ]);
});

test('scripts without spaces are cut letter by letter, marks stay with their letter', () => {
  const words = (text: string): string[] => wordsOf(text).map(({ word }) => word);
  expect(words('早安 tea時間')).toEqual(['早', '安', 'tea', '時', '間']);
  expect(words('น้ำใจ')).toEqual(['น้ำ', 'ใ', 'จ']);
  expect(words('コーヒー☕️👩‍👩‍👧!')).toEqual(['コ', 'ー', 'ヒ', 'ー', '☕️👩‍👩‍👧!']);
});

const fewWords = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

/** How many words two texts share in order, counted the slow and plain way. */
const mostKept = (one: readonly string[], other: readonly string[]): number =>
  one
    .reduce<number[]>(
      (row, word) =>
        other.reduce<number[]>(
          (next, theirs, at) => [
            ...next,
            word === theirs ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0),
          ],
          [0],
        ),
      Array.from({ length: other.length + 1 }, () => 0),
    )
    .at(-1) ?? 0;

test('what is kept is the same word on both sides, in order, and as much as can be', () => {
  fc.assert(
    fc.property(fewWords, fewWords, (one, other) => {
      const pairs = keptWords(wordsOf(one.join(' ')), wordsOf(other.join(' ')));
      let [o, n] = [-1, -1];
      for (const [from, to] of pairs) {
        expect(from).toBeGreaterThan(o);
        expect(to).toBeGreaterThan(n);
        expect(one[from]).toBe(other[to]);
        [o, n] = [from, to];
      }
      expect(pairs).toHaveLength(mostKept(one, other));
    }),
    {
      numRuns: 1_000,
      examples: [
        // One long run of common words must not stand in the way of a better way to keep them.
        [
          ['a', 'c', 'c', 'c', 'c', 'a'],
          ['c', 'c', 'a', 'c', 'c'],
        ],
      ],
    },
  );
});

test('a long text changed here and there keeps all its other words', () => {
  const chance = seeded(5);
  // Most words come again and again, as in prose; every seventh is met once.
  const words = Array.from({ length: 9_000 }, (_, at) =>
    at % 7 === 0 ? `once${at}` : `often${chance.below(400)}`,
  );
  const edited = words
    .toSpliced(8_500, 2)
    .toSpliced(4_000, 1, 'new', 'words')
    .toSpliced(10, 0, 'early');
  expect(kept(words.join(' '), edited.join(' '))).toHaveLength(8_997);
});

test('a long text written anew from the same words counts as rewritten, and reads right', () => {
  const words = Array.from({ length: 6_000 }, (_, at) => `w${(at * 7919) % 1_501}`);
  const chance = seeded(6);
  const shuffled = words
    .map((word) => [chance.next(), word] as const)
    .sort(([a], [b]) => a - b)
    .map(([, word]) => word);
  const pairs = kept(`same ${words.join(' ')} end`, `same ${shuffled.join(' ')} end`);
  expect(pairs.at(0)).toEqual(['same', 'same']);
  expect(pairs.at(-1)).toEqual(['end', 'end']);
  expect(pairs.every(([from, to]) => from === to)).toBe(true);
});
