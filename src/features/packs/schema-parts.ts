/** What a stranger's words, numbers and names are held to, wherever they stand in a pack. */
import * as v from 'valibot';

import { longest } from '../../content/practice-structure.ts';
import type { PackDeckId } from '../../content/schema.ts';

/** Chosen: a thick book of practices is below each of them, and a phone reads that much in a blink. */
export const packLimits = {
  bytes: 256 * 1024,
  depth: 10,
  practices: 100,
  lines: 200,
  decks: 12,
  notes: 40,
  people: 12,
  steps: 40,
  options: 24,
  rows: 12,
  /** Letters. */
  name: 60,
  word: 60,
  page: 900,
  written: 4000,
} as const;

export const words = (most: number): v.GenericSchema<string> =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(most));
export const count = (least: number, most: number): v.GenericSchema<number> =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
export const list = <const Item extends v.GenericSchema>(
  item: Item,
  most: number,
): v.GenericSchema<readonly v.InferInput<Item>[], readonly v.InferOutput<Item>[]> =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(most), v.readonly());

/** What every object of the language answers to by itself is no name for something of somebody's own. */
const notBuiltIn =
  '(?!(?:constructor|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable)$)';
/** Stays with what was answered. */
export const answerId = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${notBuiltIn}[a-z][A-Za-z]*$`)),
  v.maxLength(packLimits.word),
);
/** Of a practice or a line, within its pack. */
export const itemId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  v.maxLength(packLimits.word),
);

/** Of a deck, within its pack: told apart from the decks of Comma's own. A pattern is not seen by the compiler. */
export const packDeckId = v.pipe(
  v.string(),
  v.regex(/^deck-[a-z0-9]+(-[a-z0-9]+)*$/),
  v.maxLength(packLimits.word),
) as v.GenericSchema as v.GenericSchema<PackDeckId>;

export const line = words(longest.line);
export const word = words(packLimits.word);
export const options = v.pipe(
  v.record(answerId, word),
  v.minEntries(1),
  v.maxEntries(packLimits.options),
  v.readonly(),
);
