/**
 * The shape of everything a person can practise: guided, with someone, on a sheet, or a card to read.
 * One file each in `en/practices`; `README.md` beside this says how to write one.
 */

import type { Options, Step } from './practice-steps.ts';

/** What is here when a person looks for something to do. */
export const heres = [
  'tense',
  'ashamed',
  'numb',
  'sad',
  'angry',
  'unsure',
  'beforeTalk',
  'afterTalk',
  'afterMisstep',
  'harshVoice',
  'cannotSleep',
  'ordinary',
] as const;
export type Here = (typeof heres)[number];

/** What a person lets Comma speak about. `intimacy` is for adults, off until chosen, and hinted at nowhere else. */
export const areas = ['kindness', 'shame', 'intimacy', 'body', 'work'] as const;
export type Area = (typeof areas)[number];

/** One person, stepped · two people on one device · fields to write in · something to read. */
export const practiceKinds = ['guided', 'together', 'sheet', 'card'] as const;
export type PracticeKind = (typeof practiceKinds)[number];

/** 0 may appear anywhere; 1 only inside the app; 2 never in a suggestion, a search preview or a default export. */
export type PracticeLevel = 0 | 1 | 2;

export interface Practice {
  /** The name of its file, and of its address: neutral, and the same for ever. */
  readonly id: string;
  readonly kind: PracticeKind;
  /** Neutral at level 2: it stands in lists that others may see. */
  readonly title: string;
  /** One sentence: what it is for. */
  readonly about: string;
  /** Rows of the practice guides that it covers. */
  readonly rows: readonly number[];
  readonly level: PracticeLevel;
  readonly area: Area;
  /** The whole of it, unhurried. */
  readonly minutes: number;
  readonly here: readonly Here[];
  readonly steps: readonly Step[];
  /** Which steps the shortest version has: positions in `steps`, rising. It counts like the whole. */
  readonly shortest: readonly number[];
  /** Who opened it is nobody's business, not even a list of what was done lately: nothing of it is kept. */
  readonly traceless?: true;
  /** What a later run may begin with: an answer's id, and the id of the one that it takes from the last entry. */
  readonly again?: Readonly<Record<string, string>>;
  /** Answers whose versions stand beside each other, entry by entry: an id, and what one of them is called. */
  readonly versions?: Options;
  /** A month of these makes a page: the id of the line on it, and of the answer that says what kind of a line it is. */
  readonly page?: { readonly line: string; readonly tag?: string };
  /** One sentence for after. */
  readonly aftercare?: string;
  /** Ids of practices that follow well: of level 2 only after level 2. A card always has one: it ends in something to do. */
  readonly next?: readonly string[];
  /** Where a claimed fact was read. */
  readonly sources?: readonly Source[];
}

export interface Source {
  readonly name: string;
  /** A plain date. */
  readonly readOn: string;
  readonly url?: string;
}

/** Every practice of one language. */
export interface PracticeContent {
  /** BCP 47. */
  readonly language: string;
  readonly practices: readonly Practice[];
}
