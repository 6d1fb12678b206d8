/** What a person has decided about their pauses. Reads no clock and no storage. */
import { defaultDayStart } from '../../kernel/civil-time.ts';
import { type WeekHours } from './hours.ts';

/** Where an offered pause may appear, quietest first. The shell leaves out what it does not have. */
export type OfferSurface = 'badge' | 'popup' | 'window' | 'notification' | 'banner';

export interface PauseRules {
  readonly on: boolean;
  /** Active minutes between pauses. */
  readonly everyMinutes: number;
  readonly lengthSeconds: number;
  readonly snoozeMinutes: number;
  /** Minutes without input after which a person counts as away. */
  readonly idleMinutes: number;
  /** Minutes after which an offer that nobody answers goes away by itself. */
  readonly withdrawMinutes: number;
  readonly hours: WeekHours;
  /** What a closed stretch such as lunch does to the time already counted. */
  readonly betweenHours: 'fresh' | 'carry';
  /** The hour at which the person's day begins. */
  readonly dayStart: number;
  readonly surfaces: readonly OfferSurface[];
  readonly chime: boolean;
}

const workday = [{ from: 9 * 60, until: 17 * 60 + 30 }];

/** The steady preset: a pause of a minute after 50 minutes of work, on working days (chosen). */
export const defaultRules: PauseRules = {
  on: true,
  everyMinutes: 50,
  lengthSeconds: 60,
  snoozeMinutes: 5,
  // Long enough that thinking is not absence, short enough that a walk to the kitchen is (chosen).
  idleMinutes: 3,
  withdrawMinutes: 5,
  hours: [workday, workday, workday, workday, workday, [], []],
  betweenHours: 'fresh',
  dayStart: defaultDayStart,
  surfaces: ['badge', 'popup', 'window', 'banner'],
  chime: false,
};

/** What a number may be, `[least, most]` (chosen): below, a pause is one more demand; above, it is none. */
export const ruleLimits = {
  everyMinutes: [5, 240],
  lengthSeconds: [10, 1200],
  snoozeMinutes: [1, 120],
  idleMinutes: [1, 30],
  withdrawMinutes: [1, 60],
  dayStart: [0, 12],
} as const satisfies Partial<Record<keyof PauseRules, readonly [number, number]>>;

/** How late an offer may still come: half an interval, at most half an hour (chosen). */
export const graceMs = (rules: PauseRules): number => Math.min(rules.everyMinutes / 2, 30) * 60_000;
