/** One thing for today: what it could be, and the one reason why. Reads no clock and throws no dice. */
import { partOfDay } from '../../content/part-of-day.ts';
import type { Here, Practice } from '../../content/practice.ts';
import type { PartOfDay } from '../../content/schema.ts';
import type { Json } from '../../kernel/json.ts';
import { textField, type Stored } from '../../kernel/stored.ts';
import { marksOf } from './finding.ts';
import { shortSeconds } from './play-time.ts';
import type { Run } from './runs.ts';

export type Reason =
  /** When it last helped: epoch milliseconds. */
  | { readonly type: 'helped'; readonly at: number }
  | { readonly type: 'favourite' }
  /** Somebody wrote it for them, and they have not done it yet. */
  | { readonly type: 'given' }
  | { readonly type: 'part'; readonly part: PartOfDay }
  | { readonly type: 'short' }
  | { readonly type: 'new' };

export interface Suggestion {
  readonly practice: Practice;
  readonly reason: Reason;
}

/** What the person said to the suggestions of one day. */
export interface Answered {
  readonly day: string;
  /** Ids of practices that another was asked for instead of. */
  readonly passed: readonly string[];
  /** Nothing more that day. */
  readonly off: boolean;
}

export const answeredId = 'suggested';
export const answeredKind = 'suggested';

export function parseAnswered(fields: Stored['fields']): Answered {
  const stored = { id: answeredId, fields, text: '' };
  return {
    day: textField(stored, 'day'),
    passed: textField(stored, 'passed').split(' ').filter(Boolean),
    off: fields['off'] === true,
  };
}

export const answeredFields = ({ day, passed, off }: Answered): Record<string, Json> => ({
  ...{ day, passed: passed.join(' '), off },
});

/** What was said holds for its day: the next one begins anew. */
export const saidOn = (answered: Answered, today: string): Answered =>
  answered.day === today ? answered : { day: today, passed: [], off: false };

export interface SuggestInput {
  /** Those of welcome areas. */
  readonly practices: readonly Practice[];
  readonly runs: readonly Run[];
  readonly favourites: readonly string[];
  /** Ids of those out of packs. */
  readonly given: ReadonlySet<string>;
  /** Civil days since some day, by the person's own days. */
  readonly day: number;
  /** Minutes since their local midnight. */
  readonly minute: number;
  /** Ids of what was passed over. */
  readonly passed: readonly string[];
  /** From 0 up to, and without, 1: the same all day, so that it does not change under the eye. */
  readonly random: number;
}

/** What is often here at that time of the day (chosen). */
const heresAt: Readonly<Record<PartOfDay, readonly Here[]>> = {
  night: ['cannotSleep'],
  morning: ['ordinary'],
  afternoon: ['tense', 'unsure'],
  evening: ['ordinary', 'harshVoice', 'sad'],
};

/** How much each reason weighs beside the others (chosen): what helped and what was given comes often, what is new now and then. */
const weights: Readonly<Record<Reason['type'], number>> = {
  helped: 6,
  favourite: 4,
  given: 3,
  part: 3,
  short: 1,
  new: 1,
};
/** Up to so many seconds are short (chosen). */
const shortest = 60;
/** A suggestion is for one, in a quarter of an hour at most (chosen). */
const mostMinutes = 15;

/** What is of level 2 is looked for by the person alone. */
const canBeSuggested = ({ level, kind, traceless, minutes }: Practice): boolean =>
  level < 2 && kind !== 'together' && !traceless && minutes <= mostMinutes;

/**
 * Even days choose from one half of the practices and odd days from the other, so that no two days in a row have the
 * same, and nothing has to be kept for that. Null where that half has none, or none that was not passed over.
 */
export function suggest(input: SuggestInput): Suggestion | null {
  const open = input.practices
    .filter((practice) => canBeSuggested(practice) && !input.passed.includes(practice.id))
    .filter(({ id }) => halfOf(id) === Math.abs(input.day % 2));
  return drawn(
    open.flatMap((practice) => suggestionOf(practice, input) ?? []),
    input.random,
  );
}

function drawn(open: readonly Suggestion[], random: number): Suggestion | null {
  let left = random * open.reduce((sum, { reason }) => sum + weights[reason.type], 0);
  return open.find(({ reason }) => (left -= weights[reason.type]) < 0) ?? null;
}

/** Which half it is in, for ever: FNV-1a over its id. */
const halfOf = (id: string): number => hashOf(id) % 2;

/** A number below 1 that a day always has. */
export const chanceOf = (day: string): number => hashOf(day) / 2 ** 32;

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  // The low bit alone would be the parity of the letters.
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** With the best reason there is; null for what did not help. */
function suggestionOf(practice: Practice, input: SuggestInput): Suggestion | null {
  const own = input.runs.filter((run) => run.practice === practice.id);
  const told = own
    .map((run) => ({ marks: marksOf(practice, run), at: run.startedAt }))
    .filter(({ marks }) => marks.length > 0);
  const because = (reason: Reason): Suggestion => ({ practice, reason });
  if (mean(told.flatMap(({ marks }) => marks)) > 0) {
    const good = told.filter(({ marks }) => mean(marks) > 0).map(({ at }) => at);
    return because({ type: 'helped', at: Math.max(...good) });
  }
  if (input.favourites.includes(practice.id)) return because({ type: 'favourite' });
  // The person's own word.
  if (told.length > 0) return null;
  if (own.length === 0 && input.given.has(practice.id)) return because({ type: 'given' });
  const part = partOfDay(input.minute);
  if (practice.here.some((here) => heresAt[part].includes(here)))
    return because({ type: 'part', part });
  if (shortSeconds(practice) <= shortest) return because({ type: 'short' });
  return own.length === 0 ? because({ type: 'new' }) : null;
}

/** 0 of none. */
const mean = (marks: readonly number[]): number =>
  marks.reduce((sum, mark) => sum + mark, 0) / Math.max(1, marks.length);
