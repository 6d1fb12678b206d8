/**
 * Which words of a text were kept. A word owns the whitespace before it, so two people adding words at
 * one place never end up inside each other's (sync design, §2.1: no word lost in 895,000).
 */
import diff from 'fast-diff';

export interface Word {
  readonly space: string;
  readonly word: string;
}

/** Scripts written without spaces: one letter, with its marks, is a word. */
const letter = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]`;
const wordPattern = new RegExp(
  String.raw`(?<space>\s*)(?<word>${letter}[\p{M}\u200D]*|(?:(?!${letter})\S)+)`,
  'gu',
);

/** White space after the last word belongs to none and is left out. */
export const wordsOf = (text: string): readonly Word[] =>
  Array.from(text.matchAll(wordPattern), ({ groups }) => ({
    space: groups?.['space'] ?? '',
    word: groups?.['word'] ?? '',
  }));

// Lone code units up to the surrogates, which the diff would take for halves of one letter.
const codeUnits = 0xd800;

/** Pairs of places (before, after) of the words that stayed, in order. */
export function keptWords(
  before: readonly Word[],
  after: readonly Word[],
): readonly (readonly [number, number])[] {
  const codes = new Map<string, number>();
  for (const { word } of before) if (!codes.has(word)) codes.set(word, codes.size);
  // A word that stands on one side only is never kept; leaving it out keeps a big paste fast.
  const shared = new Set(after.flatMap(({ word }) => (codes.has(word) ? [word] : [])));
  const places = (words: readonly Word[]): number[] =>
    words.flatMap(({ word }, place) => (shared.has(word) ? [place] : []));
  const [old, new_] = [places(before), places(after)];
  const encode = (words: readonly Word[], at: readonly number[]): string =>
    at
      .map((place) => String.fromCharCode((codes.get(words[place]?.word ?? '') ?? 0) % codeUnits))
      .join('');

  const kept: [number, number][] = [];
  let [o, n] = [0, 0];
  for (const [kind, run] of diff(encode(before, old), encode(after, new_))) {
    if (kind === diff.EQUAL)
      for (let step = 0; step < run.length; step++) {
        const [from, to] = [old[o + step] ?? 0, new_[n + step] ?? 0];
        // Past 55,296 distinct words two may share a code: then they only looked alike.
        if (before[from]?.word === after[to]?.word) kept.push([from, to]);
      }
    if (kind !== diff.INSERT) o += run.length;
    if (kind !== diff.DELETE) n += run.length;
  }
  return kept;
}
