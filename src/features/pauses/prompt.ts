/** A named prompt: when it comes, how it shows itself and what it brings. Reads no clock and no storage. */
import { type WeekHours } from './hours.ts';

/** How far a prompt may come forward: a dot, a notification, a small card, or the pause itself. */
export const levels = ['badge', 'notice', 'card', 'full'] as const;
export type Level = (typeof levels)[number];

/** Moments of a person's day that a prompt can follow, or come before. */
export const anchors = ['woke', 'ate', 'stopped', 'sleep'] as const;
export type Anchor = (typeof anchors)[number];
/** One that the person tells of, or a waking that is noticed: sleep alone is reckoned. */
export type ToldAnchor = Exclude<Anchor, 'sleep'>;

/** Minutes of a day count from local midnight, days of a week from 1, Monday. */
export type Cadence =
  | { readonly type: 'active'; readonly everyMinutes: number }
  | { readonly type: 'clock'; readonly times: readonly number[]; readonly days: readonly number[] }
  | {
      readonly type: 'random';
      readonly count: number;
      readonly from: number;
      /** Not after `from`: the window ends on the next day. */
      readonly until: number;
      readonly gapMinutes: number;
      readonly days: readonly number[];
    }
  /** `offsetMinutes` after the moment; before it for `sleep`, which is known in advance. */
  | { readonly type: 'anchor'; readonly anchor: Anchor; readonly offsetMinutes: number };

export const cadenceTypes = [
  'active',
  'clock',
  'random',
  'anchor',
] as const satisfies readonly Cadence['type'][];

export interface Prompt {
  readonly id: string;
  /** In the person's words; never leaves the device's own screens. */
  readonly name: string;
  readonly on: boolean;
  readonly cadence: Cadence;
  /** The hours set for all pauses, every hour, or hours of its own. */
  readonly hours: 'usual' | 'any' | WeekHours;
  /** The zone whose clock it keeps; null keeps the clock of wherever the person is. */
  readonly zone: string | null;
  readonly lengthSeconds: number;
  readonly level: Level;
  /** Ids of decks its lines come from; empty leaves the choice to the pause. */
  readonly decks: readonly string[];
  /** What the pause opens with; null is breathe, name, choose. */
  readonly practice: string | null;
  readonly chime: boolean;
  /** A notification says the prompt's name only when the person wants it to. */
  readonly notice: 'neutral' | 'named';
  /** Due beside a longer one, it joins that one, or waits for the gap and comes by itself. */
  readonly together: 'merge' | 'space';
}

/** The prompt that everybody begins with. */
export const mainPromptId = 'main';

/** A pause of a minute after 50 minutes of work: the steady preset (chosen). */
export const defaultPrompt: Prompt = {
  id: mainPromptId,
  name: '',
  on: true,
  cadence: { type: 'active', everyMinutes: 50 },
  hours: 'usual',
  zone: null,
  lengthSeconds: 60,
  level: 'card',
  decks: [],
  practice: null,
  chime: false,
  notice: 'neutral',
  together: 'merge',
};

/** What a number may be, `[least, most]` (chosen): below, a prompt is one more demand; above, it is none. */
export const promptLimits = {
  everyMinutes: [5, 240],
  lengthSeconds: [10, 1200],
  count: [1, 12],
  gapMinutes: [10, 240],
  offsetMinutes: [0, 720],
} as const;

/** How late a prompt may still come: half an interval, at most half an hour (chosen). */
export const graceMs = ({ cadence }: Prompt): number =>
  Math.min(cadence.type === 'active' ? cadence.everyMinutes / 2 : 30, 30) * 60_000;

/** The prompt a slot belongs to; `own` for a pause that the person asked for. */
export const promptIdOf = (slot: string): string => slot.split(':')[1] ?? '';
