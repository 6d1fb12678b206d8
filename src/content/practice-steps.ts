/** What a practice is made of. Every step can be left out. */

import type { DeckId, PackDeckId } from './schema.ts';

/** Words to choose from, by an id that outlives the wording and the language. */
export type Options = Readonly<Record<string, string>>;

/** Shared by every step. */
interface Common {
  /** Shown only when one of `is` was picked at the step `id` before it; left out when nothing was. */
  readonly when?: { readonly id: string; readonly is: readonly string[] };
}

/** Asks for something; its `id` stays with the answer for ever, across languages. */
interface Asking extends Common {
  readonly id: string;
  readonly ask: string;
  /** Stands in for an `ask` with an `{id}` in it when nothing was answered there. */
  readonly without?: string;
  /** A quieter sentence under it. */
  readonly hint?: string;
}

/** A sentence to read. `{id}` puts in what was answered there; `without` stands in its place when nothing was. */
export interface SayStep extends Common {
  readonly k: 'say';
  readonly text: string;
  readonly without?: string;
  /** A quieter sentence under it. */
  readonly hint?: string;
}

/** Breathing with the comma; it ends by itself. */
export interface BreathStep extends Common {
  readonly k: 'breath';
  readonly pattern: '4-6' | '5-5' | 'box';
  readonly breaths: number;
  /** Breaths of the shortest version, where it has fewer. */
  readonly short?: number;
  readonly text?: string;
}

/** Seconds of quiet with a sentence; it ends by itself. `half` is said half way. */
export interface StillStep extends Common {
  readonly k: 'still';
  readonly sec: number;
  /** Seconds of the shortest version, where it has fewer. */
  readonly short?: number;
  readonly text: string;
  readonly without?: string;
  readonly half?: string;
}

/** A line out of a deck; endings need a sentence to go on from. */
export interface LineStep extends Common {
  readonly k: 'line';
  readonly deck: Exclude<DeckId, 'endings'> | PackDeckId;
}

/** One or more of a few words. */
export interface PickStep extends Asking {
  readonly k: 'pick';
  readonly options: Options;
  readonly most: number;
  /** Room for a word of the person's own. */
  readonly own?: true;
  /** Picking one of these ends it there, kindly and fully. */
  readonly ends?: readonly string[];
}

/** A feeling, out of the list that the journal has, or an own word. */
export interface FeelingsStep extends Asking {
  readonly k: 'feelings';
  readonly most: number;
}

/** The weather inside. */
export interface WeatherStep extends Asking {
  readonly k: 'weather';
}

/** A place in the body. */
export interface BodyStep extends Asking {
  readonly k: 'body';
}

/** 0 to `top`. Two scales with the ids `before` and `after` are compared: they tell what helped. */
export interface ScaleStep extends Asking {
  readonly k: 'scale';
  readonly top: 10 | 100;
  readonly low: string;
  readonly high: string;
  /** Which way feels better; only on `before` and `after`. */
  readonly better?: 'lower' | 'higher';
}

/** A number from 0 to `top` for each of several things: given ones, the lines of a `list` step before it. */
export interface RateStep extends Asking {
  readonly k: 'rate';
  readonly top: 10 | 100;
  readonly low: string;
  readonly high: string;
  readonly items?: Options;
  /** The id of a `list` step whose lines are rated. */
  readonly from?: string;
}

/** Words of the person's own. */
export interface WriteStep extends Asking {
  readonly k: 'write';
  /** Letters (chosen for each: a line is 140, a page 4000). */
  readonly most: number;
  /** Beginnings to go on from. */
  readonly starters?: readonly string[];
}

export interface Blank {
  readonly id: string;
  /** What belongs there; also its name for a screen reader. */
  readonly hint: string;
  readonly starters?: readonly string[];
}

/** A sentence with gaps: `{id}` of a blank in `sentence`. */
export interface BlanksStep extends Common {
  readonly k: 'blanks';
  readonly ask: string;
  readonly hint?: string;
  readonly sentence: string;
  readonly blanks: readonly Blank[];
}

/** Several short lines of the person's own. */
export interface ListStep extends Asking {
  readonly k: 'list';
  readonly most: number;
}

/** Two columns, row by row. */
export interface ColumnsStep extends Asking {
  readonly k: 'columns';
  readonly left: string;
  readonly right: string;
  /** Rows. */
  readonly most: number;
}

/** Things put into one of a few places: given ones, the lines of a `list` step before it, own ones. */
export interface SortStep extends Asking {
  readonly k: 'sort';
  readonly into: Options;
  readonly items?: Options;
  /** The id of a `list` step whose lines are sorted. */
  readonly from?: string;
  /** How many own ones there is room for. */
  readonly own?: number;
  /** The sides of a thing that has them, such as giving and receiving: each side has a place of its own. */
  readonly sides?: Options;
  /** Which of `items` have sides; whatever is the person's own has them, too. */
  readonly paired?: readonly string[];
  /** Names a short note beside each, such as conditions. */
  readonly note?: string;
}

/** A day, for whoever wants to come back to it. */
export interface DateStep extends Asking {
  readonly k: 'date';
}

/** When the words open again; until then the entry is closed. Answered by one of four ids, or by a plain date for `day`. */
export interface SealStep extends Asking {
  readonly k: 'seal';
}

/** Two answers beside each other. */
export interface BesideStep extends Common {
  readonly k: 'beside';
  /**
   * For two people who each sorted the same things unseen: there stands only what both put into one of the places `into`,
   * and only if both picked `yes` where they were `asked`. Neither list is read again, or kept.
   */
  readonly shared?: { readonly into: readonly string[]; readonly asked: readonly string[] };
  readonly text: string;
  readonly left: { readonly id: string; readonly label: string };
  readonly right: { readonly id: string; readonly label: string };
}

/** Whose turn it is, with the time it has. `{A}` and `{B}` in any text of a `together` are the two people. */
export interface TurnStep extends Common {
  readonly k: 'turn';
  readonly who: 'A' | 'B' | 'both';
  readonly sec: number;
  /** Seconds of the shortest version, where it has fewer. */
  readonly short?: number;
  readonly text: string;
}

/** One idea, at most eighty words. */
export interface PageStep extends Common {
  readonly k: 'page';
  readonly heading: string;
  readonly text: string;
  readonly drawing?: 'systems';
}

/** A question with a plain answer behind it. Nothing is right or wrong about a guess. */
export interface GuessStep extends Asking {
  readonly k: 'guess';
  readonly options: Options;
  readonly answer: string;
}

/** The pages of a card, in the middle of something else. */
export interface CardStep extends Common {
  readonly k: 'card';
  readonly of: string;
}

export type Step =
  | SayStep
  | BreathStep
  | StillStep
  | LineStep
  | PickStep
  | FeelingsStep
  | WeatherStep
  | BodyStep
  | ScaleStep
  | RateStep
  | WriteStep
  | BlanksStep
  | ListStep
  | ColumnsStep
  | SortStep
  | DateStep
  | SealStep
  | BesideStep
  | TurnStep
  | PageStep
  | GuessStep
  | CardStep;

/** The ids a step can be answered under. */
export function answerIds(step: Step): readonly string[] {
  if (step.k === 'blanks') return step.blanks.map(({ id }) => id);
  return 'id' in step ? [step.id] : [];
}
