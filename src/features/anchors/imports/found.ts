/** What a file holds, as records that would be made of it. Nothing is written by finding it. */
import type { Json } from '../../../kernel/json.ts';
import { isObject } from '../../../kernel/read.ts';
import type { Trouble } from './trouble.ts';

export const formats = [
  'plees',
  'sleepmeter',
  'sleep-as-android',
  'sleepdiary',
  'comma',
  'loop',
] as const;
export type Format = (typeof formats)[number];

export interface FoundRecord {
  readonly id: string;
  readonly kind: string;
  /** What the other program calls it; the same thing has the same name next time. */
  readonly source: string;
  readonly fields: Readonly<Record<string, Json>>;
  readonly text: string;
}

/** Rows that stay out, told before anything is written. */
export interface LeftOut {
  readonly why:
    'unreadable' | 'running' | 'noLength' | 'tooLong' | 'twice' | 'longText' | 'otherRecord';
  readonly lines: readonly number[];
  /** Of a zip. */
  readonly file?: string;
}

export interface Found {
  readonly from: Format;
  readonly records: readonly FoundRecord[];
  readonly left: readonly LeftOut[];
  /** What `lines` counts, where that is not lines. */
  readonly numbered?: 'record';
  /** Names of what comes without what was asked of it, because no target here says that. */
  readonly bare?: readonly string[];
}

/** Rows that stay out for one reason, together. */
export const leftOf = (each: readonly LeftOut[]): LeftOut[] =>
  [...Map.groupBy(each, ({ why, file = '' }) => `${why} ${file}`).values()].flatMap((rows) =>
    rows.slice(0, 1).map((row) => ({ ...row, lines: rows.flatMap(({ lines }) => lines) })),
  );

/** Of columns that have no place here. */
export const extraField = (extra: Readonly<Record<string, Json>>): Record<string, Json> =>
  Object.keys(extra).length === 0 ? {} : { extra };

/** What a file leaves open, and only the person knows. */
export type Question =
  /** Where they were. */
  | { readonly type: 'zone' }
  /** The clock showed this time twice; `at` as `2026-10-25T02:30`. */
  | { readonly type: 'twice'; readonly key: string; readonly at: string }
  /** So many of its times carry an offset that the clocks of that place did not have then. */
  | { readonly type: 'offset'; readonly count: number; readonly zone: string }
  /** How often: a number of times in a number of days that no week and no month says; `week` comes nearest. */
  | {
      readonly type: 'frequency';
      readonly key: string;
      readonly name: string;
      readonly times: number;
      readonly days: number;
      readonly week: number;
    }
  /** So many days are a no, in a file that knows no other word for a day without a mark. */
  | { readonly type: 'no'; readonly count: number };

export interface Answers {
  readonly zone?: string;
  /** By key: the time before the clock was set back, or the one after it. */
  readonly twice?: Readonly<Record<string, 0 | 1>>;
  /** By the clocks of the place, or as the times are written. */
  readonly offset?: 'place' | 'written';
  /** By key: so often a week as comes nearest, or nothing asked. */
  readonly frequency?: Readonly<Record<string, 'week' | 'none'>>;
  readonly no?: 'notToday' | 'none';
}

export type Reading =
  | { readonly type: 'trouble'; readonly trouble: Trouble }
  | { readonly type: 'ask'; readonly from: Format; readonly questions: readonly Question[] }
  | { readonly type: 'found'; readonly found: Found };

export const asQuestions = (from: Format, questions: readonly Question[]): Reading => ({
  ...{ type: 'ask', from, questions },
});

/** What a record says of the import that made it. */
export interface Imported {
  readonly from: string;
  /** What the other program calls it. */
  readonly id: string;
  /** The import that made it. */
  readonly by: string;
  /** As it was made: while it still is so, nobody changed it. */
  readonly print: string;
}

export function readImported(value: unknown): Imported | null {
  if (!isObject(value)) return null;
  const { from, id, by, print } = value;
  return typeof from === 'string' &&
    typeof id === 'string' &&
    typeof by === 'string' &&
    typeof print === 'string'
    ? { from, id, by, print }
    : null;
}
