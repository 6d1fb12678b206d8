/** A stretch of time at a computer, told in advance: what is set, what happens when, and what the person answers. */
import { type ToldAnchor } from '../prompt.ts';
import { type PauseRules } from '../rules.ts';
import { type RuleRepair } from '../stored-fields.ts';

/** What the person does with an offer; `ignore` leaves it on the screen. */
export const answers = ['take', 'snooze', 'not now', 'not today', 'ignore'] as const;
export type Answer = (typeof answers)[number];

/** What a shell can see around the person. */
export const surroundings = ['meeting', 'sharing', 'media', 'fullscreen', 'typing'] as const;
export type Surrounding = (typeof surroundings)[number];

/** Something that happens to the computer or in front of it. */
export type Happening =
  /** Hands at the keys from now on; one key; none from now on. */
  | { readonly type: 'input' | 'touch' | 'idle' }
  | { readonly type: 'lock' | 'unlock' | 'sleep' | 'wake' }
  | { readonly type: Surrounding; readonly on: boolean }
  | { readonly type: 'clock'; readonly byMs: number }
  | { readonly type: 'zone'; readonly zone: string }
  | { readonly type: 'worker death' | 'close' | 'open' }
  /** For the offer on the screen, or for the next one. */
  | { readonly type: 'answer'; readonly answer: Answer; readonly minutes?: number }
  | { readonly type: 'skip' | 'not today' | 'pause now'; readonly prompt?: string }
  /** A length of zero ends it. */
  | { readonly type: 'quiet' | 'call'; readonly lengthMs: number }
  | { readonly type: 'anchor'; readonly anchor: ToldAnchor };

export interface TimedHappening {
  /** Since the start, by a clock that nobody sets. */
  readonly afterMs: number;
  readonly happening: Happening;
}

export interface Scenario {
  readonly zone: string;
  /** An instant. */
  readonly start: number;
  readonly lengthMs: number;
  readonly rules: PauseRules;
  /** What made no sense in the settings, and is now as it says. */
  readonly repairs: readonly RuleRepair[];
  /** What every offer gets that no answer is told for. */
  readonly answer: Answer;
  readonly answerAfterMs: number;
  /** Whether an alarm rings after the time it was set for, or when the wall clock says so. */
  readonly alarms: 'elapsed' | 'wall';
  /** In order. */
  readonly happenings: readonly TimedHappening[];
}
