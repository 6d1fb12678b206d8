/** What a person has decided about their pauses. Reads no clock and no storage. */
import { defaultDayStart } from '../../kernel/civil-time.ts';
import { type DatesOff, type WeekHours } from './hours.ts';
import { usualPolicies, type Policies } from './policies.ts';
import { defaultPrompt, type Prompt } from './prompt.ts';

/** Where an offered pause may appear. The shell leaves out what it does not have. */
export type OfferSurface = 'badge' | 'popup' | 'window' | 'notification' | 'banner';

export interface PauseRules {
  readonly on: boolean;
  /** The first one comes first when two are due. */
  readonly prompts: readonly Prompt[];
  readonly snoozeMinutes: number;
  /** Minutes without input after which a person counts as away. */
  readonly idleMinutes: number;
  /** Minutes after which an offer that nobody answers goes away by itself. */
  readonly withdrawMinutes: number;
  /** Minutes between two different prompts. */
  readonly gapMinutes: number;
  readonly hours: WeekHours;
  readonly daysOff: readonly DatesOff[];
  /** The hour at which the person's day begins. */
  readonly dayStart: number;
  /** Minute of the day at which the person usually goes to sleep. */
  readonly usualSleep: number;
  readonly policies: Policies;
  /** Whether every device of the person may offer a pause, or only the one in use. */
  readonly everyDevice: boolean;
}

const workday = [{ from: 9 * 60, until: 17 * 60 + 30 }];

export const defaultRules: PauseRules = {
  on: true,
  prompts: [defaultPrompt],
  snoozeMinutes: 5,
  // Long enough that thinking is not absence, short enough that a walk to the kitchen is (chosen).
  idleMinutes: 3,
  withdrawMinutes: 5,
  gapMinutes: 5,
  hours: [workday, workday, workday, workday, workday, [], []],
  daysOff: [],
  dayStart: defaultDayStart,
  usualSleep: 23 * 60,
  policies: usualPolicies,
  everyDevice: false,
};

/** What a number may be, `[least, most]` (chosen). */
export const ruleLimits = {
  snoozeMinutes: [1, 120],
  idleMinutes: [1, 30],
  withdrawMinutes: [1, 60],
  gapMinutes: [0, 60],
  dayStart: [0, 12],
  usualSleep: [0, 1439],
} as const satisfies Partial<Record<keyof PauseRules, readonly [number, number]>>;

export function promptOf({ prompts }: PauseRules, id: string): Prompt | undefined {
  const known = byId.get(prompts) ?? new Map(prompts.map((prompt) => [prompt.id, prompt]));
  byId.set(prompts, known);
  return known.get(id);
}

/** Asked many times at every heartbeat; a list of prompts is never changed, only replaced. */
const byId = new WeakMap<readonly Prompt[], ReadonlyMap<string, Prompt>>();

/** Pauses that the person asked for out of the blue bear this name; they keep the first prompt's company. */
export const ownId = 'own';

/** The prompt that looks after a slot; none when it has been removed. */
export const keeperOf = (rules: PauseRules, id: string): Prompt | undefined =>
  promptOf(rules, id) ?? (id === ownId ? rules.prompts[0] : undefined);

/** What a slot's prompt asks for; a pause asked for out of the blue is like the first prompt. */
export const promptOrFirst = (rules: PauseRules, id: string): Prompt =>
  promptOf(rules, id) ?? rules.prompts[0] ?? defaultPrompt;
