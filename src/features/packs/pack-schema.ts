/**
 * What a practice pack looks like. `docs/practice-pack.schema.json` is made from it. Fields that are not named here
 * are left out.
 */
import * as v from 'valibot';

import { noteParts, peopleParts } from '../../content/plan-parts.ts';
import { areas, heres, practiceKinds } from '../../content/practice.ts';
import { longest, mostMinutes } from '../../content/practice-structure.ts';
import { deckIds } from '../../content/schema.ts';
import { count, itemId, line, list, packDeckId, packLimits, word, words } from './schema-parts.ts';
import { step } from './step-schema.ts';

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
  steps: list(step, packLimits.steps),
  /** All of them where it is absent. */
  shortest: v.exactOptional(list(count(0, packLimits.steps - 1), packLimits.steps)),
  aftercare: v.exactOptional(line),
  /** Ids of practices of the same pack. */
  next: v.exactOptional(list(itemId, packLimits.rows)),
  sources: v.exactOptional(list(v.object({ name: words(200), readOn: date }), packLimits.rows)),
});

/** A deck with a title of its own. */
const deck = v.object({
  id: packDeckId,
  title: words(longest.title),
  about: v.exactOptional(words(longest.about)),
  area: v.picklist(areas),
  /** Comma raises it where it has to be higher. */
  level: v.exactOptional(v.picklist([1, 2])),
});

const deckLine = v.object({
  id: itemId,
  /** One of Comma's, or one of the same pack. */
  deck: v.union([v.picklist(deckIds), packDeckId]),
  text: words(longest.about),
});

/** A line for the person's own plan for a hard moment, in the part of it that is so called. */
const planNote = v.object({ id: itemId, part: v.picklist(noteParts), text: line });

/**
 * Somebody of the person's circle, by a word that both know: “your therapist”. How to reach them is never in a pack, so
 * that one tap in a hard moment calls only a number that the person has written.
 */
const planPerson = v.object({
  id: itemId,
  part: v.picklist(peopleParts),
  name: word,
  /** What they are good for. */
  text: v.exactOptional(line),
  /** When they can be reached. */
  hours: v.exactOptional(word),
});

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
  decks: v.exactOptional(v.pipe(v.array(deck), v.maxLength(packLimits.decks), v.readonly())),
  lines: v.exactOptional(v.pipe(v.array(deckLine), v.maxLength(packLimits.lines), v.readonly())),
  practices: v.exactOptional(
    v.pipe(v.array(practice), v.maxLength(packLimits.practices), v.readonly()),
  ),
  plan: v.exactOptional(v.pipe(v.array(planNote), v.maxLength(packLimits.notes), v.readonly())),
  people: v.exactOptional(
    v.pipe(v.array(planPerson), v.maxLength(packLimits.people), v.readonly()),
  ),
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
export type PackPerson = v.InferOutput<typeof planPerson>;
export type PackDeck = v.InferOutput<typeof deck>;
export type PackLine = v.InferOutput<typeof deckLine>;
