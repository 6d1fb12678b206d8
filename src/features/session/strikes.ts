/**
 * Words that a person strikes out before a text is shown to somebody. What is struck is not in what comes out of here:
 * one mark stands for it, of one length for a word and for a page.
 */
import { isObject, readCount, readList, type Read } from '../../kernel/read.ts';
import { wordsOf, type Word } from '../../kernel/word-diff.ts';

/** Words of one text, by their places in it. */
export interface Strikes {
  /** Which text that was: struck in another one, the same places would be other words. */
  readonly of: string;
  /** Rising. */
  readonly words: readonly number[];
}

export const mark = '[…]';

/** A word and its place in the text. */
export interface Piece extends Word {
  readonly at: number;
}

/** The words of a text, line by line, numbered through; lines without words are left out. */
export function linesOf(text: string): Piece[][] {
  let at = 0;
  return text
    .split(/\n+/)
    .map((line) => wordsOf(line).map((word) => ({ ...word, at: at++ })))
    .filter((line) => line.length > 0);
}

/** Tells one text from another without holding a word of it (FNV-1a of 32 bits, and its length). */
function printOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `${text.length}.${(hash >>> 0).toString(36)}`;
}

/** What was struck in a text that was changed since cannot be told any more. */
export const isOutdated = (text: string, strikes: Strikes | null): boolean =>
  strikes !== null && strikes.of !== printOf(text);

export const strikesOf = (text: string, words: Iterable<number>): Strikes => ({
  of: printOf(text),
  words: [...new Set(words)].toSorted((a, b) => a - b),
});

/** Strikes all of them, or lets all of them stand where they were struck already. */
export function toggledStrikes(
  text: string,
  strikes: Strikes | null,
  places: readonly number[],
): Strikes {
  const struck = new Set(isOutdated(text, strikes) ? [] : strikes?.words);
  const all = places.every((place) => struck.has(place));
  for (const place of places)
    if (all) struck.delete(place);
    else struck.add(place);
  return strikesOf(text, struck);
}

/**
 * The text as it is shown, line by line. Null where it was changed since words were struck in it: then nothing of it
 * is shown until somebody looked again.
 */
export function shownLines(text: string, strikes: Strikes | null): string[] | null {
  if (isOutdated(text, strikes)) return null;
  const struck = new Set(strikes?.words);
  const lines = linesOf(text).map((line) => shownLine(line, struck));
  // Several lines that are struck whole are one mark, or their number would tell something.
  return lines.filter((line, at) => line !== mark || lines[at - 1] !== mark);
}

function shownLine(line: readonly Piece[], struck: ReadonlySet<number>): string {
  let shown = '';
  let hidden = false;
  for (const { space, word, at } of line) {
    if (!struck.has(at)) shown += space + word;
    else if (!hidden) shown += (shown === '' ? '' : ' ') + mark;
    hidden = struck.has(at);
  }
  return shown.trim();
}

const readPlaces = readList(readCount, 100_000);

export const readStrikes: Read<Strikes> = (value) => {
  if (!isObject(value) || typeof value['of'] !== 'string') return undefined;
  const words = readPlaces(value['words']);
  return words && { of: value['of'], words };
};
