/** How a person likes practices to be played; fields of the settings. */
import type { BreathStep, Step } from '../../content/practice-steps.ts';
import type { Practice } from '../../content/practice.ts';
import { breathPatterns, type BreathPattern } from '../../kernel/breath.ts';

/** One of the patterns that practices are written with, or seconds in, held, out and at rest. */
export type BreathId = BreathStep['pattern'] | `${number}-${number}-${number}-${number}`;

/** Seconds of each turn of an own breath (chosen: never hurried, and at most half a minute in all). */
export const breathLimits = { in: [2, 8], hold: [0, 7], out: [2, 10], rest: [0, 5] } as const;

export type BreathTurn = keyof typeof breathLimits;
export const breathTurns = ['in', 'hold', 'out', 'rest'] as const;
export type OwnBreath = Readonly<Record<BreathTurn, number>>;

export const ownBreathId = (own: OwnBreath): BreathId =>
  `${own.in}-${own.hold}-${own.out}-${own.rest}`;

/** Null for anything but four whole numbers within the limits. */
export function parseOwnBreath(id: string): BreathPattern | null {
  const seconds = /^\d{1,2}(?:-\d{1,2}){3}$/.test(id) ? id.split('-').map(Number) : [];
  const own = Object.fromEntries(breathTurns.map((turn, at) => [turn, seconds[at] ?? -1]));
  const pattern = { id, ...(own as unknown as OwnBreath) };
  const within = breathTurns.every(
    (turn) => pattern[turn] >= breathLimits[turn][0] && pattern[turn] <= breathLimits[turn][1],
  );
  return within ? pattern : null;
}

export interface PlaySettings {
  /** Null leaves each practice the breath it was written with. */
  readonly breath: BreathId | null;
  readonly chime: boolean;
  readonly touch: boolean;
}

const prefix = 'practice.play.';

/** `chime` is whether pauses have one: practices do as they do, until they are told apart. */
export function parsePlaySettings(
  fields: Readonly<Record<string, unknown>>,
  { chime }: { readonly chime: boolean },
): PlaySettings {
  const field = (name: keyof PlaySettings): unknown => fields[prefix + name];
  const [breath, sound] = [field('breath'), field('chime')];
  return {
    breath: typeof breath === 'string' && isBreath(breath) ? breath : null,
    chime: typeof sound === 'boolean' ? sound : chime,
    touch: field('touch') === true,
  };
}

const isBreath = (id: string): id is BreathId =>
  breathPatterns.some((pattern) => pattern.id === id) || parseOwnBreath(id) !== null;

export const playSettingsFields = (
  change: Partial<PlaySettings>,
): Record<string, string | boolean | null> =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [prefix + name, value]));

/** The same practice with the person's breath in it; as many breaths as it was written with. */
export function withBreath(practice: Practice, breath: BreathId | null): Practice {
  if (breath === null) return practice;
  // Only the player meets an own breath: what is written, or handed over in a pack, keeps to the three names.
  const pattern = breath as BreathStep['pattern'];
  const steps = practice.steps.map((step): Step =>
    step.k === 'breath' ? { ...step, pattern } : step,
  );
  return { ...practice, steps };
}
