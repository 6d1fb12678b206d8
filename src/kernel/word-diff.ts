/**
 * Which words of a text were kept. A word owns the whitespace before it, so two people adding words at
 * one place never end up inside each other's (sync design, §2.1: no word lost in 895,000).
 */
import commonSubsequence from '@jest/diff-sequences';

export interface Word {
  readonly space: string;
  readonly word: string;
}

/** Scripts written without spaces: one letter, with its marks and a Thai or Lao “am”, is a word. */
const letter = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]`;
const wordPattern = new RegExp(
  String.raw`(?<space>\s*)(?<word>${letter}[\p{M}\u200D\u0E33\u0EB3]*|(?:(?!${letter})\S)+)`,
  'gu',
);

/** White space after the last word belongs to none and is left out. */
export const wordsOf = (text: string): readonly Word[] =>
  Array.from(text.matchAll(wordPattern), ({ groups }) => ({
    space: groups?.['space'] ?? '',
    word: groups?.['word'] ?? '',
  }));

type Pair = readonly [before: number, after: number];

/** A word that may have been kept, and where it stands in its text. */
interface Token {
  readonly word: string;
  readonly place: number;
}

/**
 * Pairs of places (before, after) of words that stayed, in order: as many as can be, as long as the changed
 * parts are `comparable`.
 */
export function keptWords(before: readonly Word[], after: readonly Word[]): readonly Pair[] {
  // A word that stands on one side only is never kept; leaving it out keeps a big paste fast.
  const old = tokensAmong(before, after);
  const now = tokensAmong(after, before);
  const isSame = (o: number, n: number): boolean => old[o]?.word === now[n]?.word;
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && isSame(head, head)) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(old.length - 1 - tail, now.length - 1 - tail)) tail++;

  const kept: Pair[] = [];
  const keep = (o: readonly Token[], n: readonly Token[]): void => {
    o.forEach(({ place }, at) => kept.push([place, n[at]?.place ?? 0]));
  };
  keep(old.slice(0, head), now);
  for (const [o, n] of stretches(
    old.slice(head, old.length - tail),
    now.slice(head, now.length - tail),
  ))
    for (const [mine, theirs] of alike(o, n)) keep([mine], [theirs]);
  keep(old.slice(old.length - tail), now.slice(now.length - tail));
  return kept;
}

function tokensAmong(words: readonly Word[], others: readonly Word[]): readonly Token[] {
  const names = new Set(others.map(({ word }) => word));
  return words.flatMap(({ word }, place) => (names.has(word) ? [{ word, place }] : []));
}

/** Chosen: two texts of 2,000 words with nothing in common are compared in a tenth of a second. */
const comparable = 2_000 * 2_000;

type Stretch = readonly [old: readonly Token[], now: readonly Token[]];

/**
 * Long texts are cut at words that both sides have once and in the same order. What is still too long
 * then counts as rewritten: comparing it would hold the page up for seconds.
 */
function stretches(old: readonly Token[], now: readonly Token[]): readonly Stretch[] {
  const isShort = ([o, n]: Stretch): boolean => o.length * n.length <= comparable;
  if (isShort([old, now])) return [[old, now]];
  const cuts = [...risingPairs(loneWords(old, now)), [old.length, now.length] as const];
  let [o, n] = [0, 0];
  const all = cuts.map(([oldEnd, nowEnd]): Stretch => {
    const stretch: Stretch = [old.slice(o, oldEnd), now.slice(n, nowEnd)];
    [o, n] = [oldEnd, nowEnd];
    return stretch;
  });
  return all.filter(isShort);
}

/** Where the words stand that each side has exactly once. */
function loneWords(old: readonly Token[], now: readonly Token[]): readonly Pair[] {
  const loneIn = (tokens: readonly Token[]): Map<string, number> => {
    const lone = new Map<string, number>();
    tokens.forEach(({ word }, at) => lone.set(word, lone.has(word) ? -1 : at));
    return lone;
  };
  const inNow = loneIn(now);
  return [...loneIn(old)].flatMap(([word, at]): Pair[] => {
    const other = inNow.get(word) ?? -1;
    return at >= 0 && other >= 0 ? [[at, other]] : [];
  });
}

/** The most pairs that rise on both sides (longest increasing subsequence, by patience sorting). */
function risingPairs(pairs: readonly Pair[]): readonly Pair[] {
  interface Link {
    readonly pair: Pair;
    readonly before: Link | undefined;
  }
  const piles: Link[] = [];
  for (const pair of [...pairs].sort((a, b) => a[0] - b[0])) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    piles[low] = { pair, before: piles[low - 1] };
  }
  const rising: Pair[] = [];
  for (let link = piles.at(-1); link; link = link.before) rising.push(link.pair);
  return rising.reverse();
}

/** The most words that can be kept, in order: Myers' shortest edit, with no heuristic that settles for less. */
function alike(old: readonly Token[], now: readonly Token[]): readonly (readonly [Token, Token])[] {
  const kept: (readonly [Token, Token])[] = [];
  commonSubsequence(
    old.length,
    now.length,
    (o, n) => old[o]?.word === now[n]?.word,
    (count, o, n) => {
      for (let step = 0; step < count; step++) {
        const [from, to] = [old[o + step], now[n + step]];
        if (from && to) kept.push([from, to]);
      }
    },
  );
  return kept;
}
