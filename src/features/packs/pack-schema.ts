/**
 * What a practice pack looks like. Its steps are those of Comma's own practices: the compiler holds this to
 * `Step`, and `docs/practice-pack.schema.json` is made from it. Fields that are not named here are left out.
 */
import * as v from 'valibot';

import { noteParts } from '../../content/plan-parts.ts';
import { areas, heres, practiceKinds } from '../../content/practice.ts';
import type { BreathStep, Step } from '../../content/practice-steps.ts';
import { longest, mostMinutes } from '../../content/practice-structure.ts';
import { deckIds } from '../../content/schema.ts';

/** Chosen: a thick book of practices is below each of them, and a phone reads that much in a blink. */
export const packLimits = {
  bytes: 256 * 1024,
  depth: 10,
  practices: 100,
  lines: 200,
  notes: 40,
  steps: 40,
  options: 24,
  rows: 12,
  /** Letters. */
  name: 60,
  word: 60,
  page: 900,
  written: 4000,
} as const;

const words = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const count = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const list = <const Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(v.array(item), v.minLength(1), v.maxLength(most), v.readonly());

/** What every object of the language answers to by itself is no name for something of somebody's own. */
const notBuiltIn =
  '(?!(?:constructor|toString|toLocaleString|valueOf|hasOwnProperty|isPrototypeOf|propertyIsEnumerable)$)';
/** Stays with what was answered. */
const answerId = v.pipe(
  v.string(),
  v.regex(new RegExp(`^${notBuiltIn}[a-z][A-Za-z]*$`)),
  v.maxLength(packLimits.word),
);
/** Of a practice or a line, within its pack. */
const itemId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  v.maxLength(packLimits.word),
);

const line = words(longest.line);
const word = words(packLimits.word);
const options = v.pipe(
  v.record(answerId, word),
  v.minEntries(1),
  v.maxEntries(packLimits.options),
  v.readonly(),
);

const common = {
  when: v.exactOptional(
    v.pipe(v.object({ id: answerId, is: list(answerId, packLimits.options) }), v.readonly()),
  ),
};
const asking = {
  ...common,
  id: answerId,
  ask: line,
  without: v.exactOptional(line),
  hint: v.exactOptional(line),
};
const starters = { starters: v.exactOptional(list(word, packLimits.options)) };
const seconds = count(5, 600);
/** The ones that every Comma has. */
const rhythm: v.GenericSchema<BreathStep['pattern']> = v.picklist(['4-6', '5-5', 'box']);

const step = v.variant('k', [
  v.object({
    ...common,
    k: v.literal('say'),
    text: line,
    without: v.exactOptional(line),
    hint: v.exactOptional(line),
  }),
  v.object({
    ...common,
    k: v.literal('breath'),
    pattern: rhythm,
    breaths: count(1, 60),
    short: v.exactOptional(count(1, 60)),
    text: v.exactOptional(line),
  }),
  v.object({
    ...common,
    k: v.literal('still'),
    sec: seconds,
    short: v.exactOptional(seconds),
    text: line,
    without: v.exactOptional(line),
    half: v.exactOptional(line),
  }),
  v.object({
    ...common,
    k: v.literal('line'),
    deck: v.picklist(deckIds.filter((deck) => deck !== 'endings')),
  }),
  v.object({
    ...asking,
    k: v.literal('pick'),
    options,
    most: count(1, packLimits.options),
    own: v.exactOptional(v.literal(true)),
    ends: v.exactOptional(list(answerId, packLimits.options)),
  }),
  v.object({ ...asking, k: v.literal('feelings'), most: count(1, 12) }),
  v.object({ ...asking, k: v.literal('weather') }),
  v.object({ ...asking, k: v.literal('body') }),
  v.object({
    ...asking,
    k: v.literal('scale'),
    top: v.picklist([10, 100]),
    low: word,
    high: word,
    better: v.exactOptional(v.picklist(['lower', 'higher'])),
  }),
  v.object({
    ...asking,
    k: v.literal('rate'),
    top: v.picklist([10, 100]),
    low: word,
    high: word,
    items: v.exactOptional(options),
    from: v.exactOptional(answerId),
  }),
  v.object({
    ...asking,
    k: v.literal('write'),
    most: count(20, packLimits.written),
    ...starters,
  }),
  v.object({
    ...common,
    k: v.literal('blanks'),
    ask: line,
    hint: v.exactOptional(line),
    sentence: line,
    blanks: list(v.object({ id: answerId, hint: word, ...starters }), packLimits.rows),
  }),
  v.object({ ...asking, k: v.literal('list'), most: count(1, packLimits.rows) }),
  v.object({
    ...asking,
    k: v.literal('columns'),
    left: word,
    right: word,
    most: count(1, packLimits.rows),
  }),
  v.object({
    ...asking,
    k: v.literal('sort'),
    into: options,
    items: v.exactOptional(options),
    from: v.exactOptional(answerId),
    own: v.exactOptional(count(0, packLimits.rows)),
    sides: v.exactOptional(options),
    paired: v.exactOptional(list(answerId, packLimits.options)),
    note: v.exactOptional(word),
  }),
  v.object({ ...asking, k: v.literal('date') }),
  v.object({ ...asking, k: v.literal('seal') }),
  v.object({
    ...common,
    k: v.literal('beside'),
    text: line,
    left: v.object({ id: answerId, label: word }),
    right: v.object({ id: answerId, label: word }),
  }),
  v.object({
    ...common,
    k: v.literal('turn'),
    who: v.picklist(['A', 'B', 'both']),
    sec: seconds,
    short: v.exactOptional(seconds),
    text: line,
  }),
  v.object({
    ...common,
    k: v.literal('page'),
    heading: words(longest.title),
    text: words(packLimits.page),
  }),
  v.object({ ...asking, k: v.literal('guess'), options, answer: words(packLimits.page) }),
  v.object({ ...common, k: v.literal('card'), of: itemId }),
]);

/** Both ways: a step of Comma's that a pack cannot say, or one of a pack that Comma does not know, does not compile. */
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? One : never) : never;
type SameStep = Same<v.InferOutput<typeof step>, Step>;

const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

const practice = v.object({
  id: itemId,
  kind: v.picklist(practiceKinds),
  title: words(longest.title),
  about: words(longest.about),
  area: v.picklist(areas),
  /** Comma raises it where it has to be higher. */
  level: v.exactOptional(v.picklist([1, 2])),
  minutes: v.pipe(v.number(), v.minValue(0.1), v.maxValue(mostMinutes)),
  here: v.exactOptional(
    v.pipe(v.array(v.picklist(heres)), v.maxLength(heres.length), v.readonly()),
  ),
  steps: list<v.GenericSchema<unknown, SameStep>>(step, packLimits.steps),
  /** All of them where it is absent. */
  shortest: v.exactOptional(list(count(0, packLimits.steps - 1), packLimits.steps)),
  aftercare: v.exactOptional(line),
  /** Ids of practices of the same pack. */
  next: v.exactOptional(list(itemId, packLimits.rows)),
  sources: v.exactOptional(list(v.object({ name: words(200), readOn: date }), packLimits.rows)),
});

const deckLine = v.object({ id: itemId, deck: v.picklist(deckIds), text: words(longest.about) });

/** A line for the person's own plan for a hard moment, in the part of it that is so called. */
const planNote = v.object({ id: itemId, part: v.picklist(noteParts), text: line });

export const packFormat = 'comma-pack';
export const packVersion = 1;

export const packSchema = v.object({
  format: v.literal(packFormat),
  version: v.literal(packVersion),
  /** The same in each edition of a pack; made once, at random. */
  id: v.pipe(v.string(), v.regex(/^[\w-]{8,40}$/)),
  /** One more each time the pack is handed over anew. */
  edition: count(1, 9999),
  name: words(packLimits.name),
  /** Who wrote it, in their own words. */
  by: words(packLimits.name),
  about: v.exactOptional(words(longest.line)),
  lines: v.exactOptional(v.pipe(v.array(deckLine), v.maxLength(packLimits.lines), v.readonly())),
  practices: v.exactOptional(
    v.pipe(v.array(practice), v.maxLength(packLimits.practices), v.readonly()),
  ),
  plan: v.exactOptional(v.pipe(v.array(planNote), v.maxLength(packLimits.notes), v.readonly())),
  signature: v.exactOptional(
    v.object({
      alg: v.literal('Ed25519'),
      /** Base64url of the public key, and of the signature. */
      key: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
      sig: v.pipe(v.string(), v.regex(/^[\w-]{86}$/)),
    }),
  ),
});

export const practiceSchema = practice;

export type Pack = v.InferOutput<typeof packSchema>;
export type PackPractice = v.InferOutput<typeof practice>;
export type PackNote = v.InferOutput<typeof planNote>;
export type PackLine = v.InferOutput<typeof deckLine>;
