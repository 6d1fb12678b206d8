/** Moving, of whatever kind and however short. Only what it was is asked; the rest may be left out. */
import type { Json } from '../../../kernel/json.ts';
import { readWhole } from '../../../kernel/read-number.ts';
import { readOneOf } from '../../../kernel/read.ts';
import { textField, type Stored } from '../../../kernel/stored.ts';
import { readOccasion, type Occasion } from '../log/occasion.ts';
import { parseLength } from '../sleep/length.ts';

/** The kind of its record. */
export const movementKind = 'movement';

export const movementSorts = ['walk', 'stretch', 'yoga', 'dance', 'other'] as const;
export type MovementSort = (typeof movementSorts)[number];

/** Letters in a word of their own, and in a note, as far as a form goes. */
export const longestName = 60;
export const longestNote = 2_000;

export interface MovementAnswers {
  readonly sort: MovementSort;
  /** Their own word for what is none of the others. */
  readonly name: string;
  /** Any length counts, and so does one that nobody measured. */
  readonly minutes: number | null;
  /** How the body was, 0 to 10. */
  readonly before: number | null;
  readonly after: number | null;
  readonly note: string;
}

export interface Movement extends Occasion, MovementAnswers {}

const readSort = readOneOf(...movementSorts);
const minutesOf = readWhole(1, 1440);
const tenth = readWhole(0, 10);

/** Minutes of `20` or `1:20`, a day at most; undefined for anything else. */
export const readMinutes = (typed: string): number | undefined => minutesOf(parseLength(typed));

/** Null where it is not known when it was. A sort that is not known yet is another one. */
export function parseMovement(stored: Stored): Movement | null {
  const occasion = readOccasion(stored);
  if (!occasion) return null;
  const { fields } = stored;
  return {
    ...occasion,
    sort: readSort(fields['sort']) ?? 'other',
    name: textField(stored, 'name').trim(),
    minutes: minutesOf(fields['minutes']) ?? null,
    before: tenth(fields['before']) ?? null,
    after: tenth(fields['after']) ?? null,
    note: textField(stored, 'note').trim(),
  };
}

export const movementFields = (change: Partial<MovementAnswers>): Record<string, Json> => ({
  ...change,
});

/** How a while was: days on which there was movement, and the minutes of those that have any. */
export interface MovedWhile {
  readonly days: number;
  readonly minutes: number;
  /** Of how many there are minutes, of how many. */
  readonly measured: number;
  readonly all: number;
}

export function movedWhile(movements: readonly Movement[]): MovedWhile {
  const measured = movements.flatMap(({ minutes }) => minutes ?? []);
  return {
    days: new Set(movements.map(({ date }) => date)).size,
    minutes: measured.reduce((sum, minutes) => sum + minutes, 0),
    measured: measured.length,
    all: movements.length,
  };
}

/** What was noted last is likely to be noted again; a walk until there is one. */
export const likelyMovement = (movements: readonly Movement[]): MovementSort =>
  movements.reduce<Movement | undefined>(
    (last, each) => (last === undefined || each.at > last.at ? each : last),
    undefined,
  )?.sort ?? 'walk';
