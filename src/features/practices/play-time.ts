/** How long a practice takes: steps with a time of their own to the millisecond, the others by guess. */
import type { Practice } from '../../content/practice.ts';
import type { Step } from '../../content/practice-steps.ts';
import {
  breathPatterns,
  fourSix,
  wholeBreathsMs,
  type BreathPattern,
} from '../../kernel/breath.ts';
import type { BreathPhase } from '../../kernel/swell.ts';
import { parseOwnBreath } from './play-settings.ts';

export const patternOf = (id: string): BreathPattern =>
  breathPatterns.find((pattern) => pattern.id === id) ?? parseOwnBreath(id) ?? fourSix;

/** Shorter ones are not said aloud: the word would come as they end (chosen, in seconds). */
const shortestSaid = 2;

/** The turn of the breath as it is read out: a short hold or rest stays with the turn before it. */
export function saidPhase(pattern: BreathPattern, phase: BreathPhase): BreathPhase {
  const isSaid = (pattern[phase] ?? 0) >= shortestSaid;
  if (phase === 'hold') return isSaid ? phase : 'in';
  return phase === 'rest' && !isSaid ? 'out' : phase;
}

/** When the sentence of half way is said, in milliseconds of its step; null where there is none. */
export function halfMs(step: Step, short: boolean): number | null {
  const length = lengthMs(step, short);
  return step.k === 'still' && step.half !== undefined && length !== null ? length / 2 : null;
}

/** Null for a step that waits for the person. */
export function lengthMs(step: Step, short: boolean): number | null {
  if (step.k === 'still' || step.k === 'turn')
    return (short ? (step.short ?? step.sec) : step.sec) * 1000;
  if (step.k !== 'breath') return null;
  const breaths = short ? (step.short ?? step.breaths) : step.breaths;
  return breaths * wholeBreathsMs(patternOf(step.pattern), 0);
}

/** Unhurried seconds for a tap, for a sentence to read, and for one to write (chosen). */
const tap = 6;
const read = 8;
const write = 25;

const guess: Readonly<Record<Exclude<Step['k'], 'breath' | 'still' | 'turn'>, number>> = {
  say: read,
  line: read,
  page: 2 * read,
  card: 2 * read,
  beside: read,
  pick: tap,
  feelings: tap,
  weather: tap,
  body: tap,
  scale: tap,
  date: tap,
  seal: tap,
  guess: tap + read,
  write,
  blanks: write,
  list: 2 * write,
  columns: 2 * write,
  sort: 2 * write,
  rate: 3 * tap,
};

/** About how many seconds the shortest version takes. */
export const shortSeconds = ({ steps, shortest }: Practice): number =>
  shortest.reduce((sum, at) => sum + (steps[at] ? secondsOf(steps[at]) : 0), 0);

function secondsOf(step: Step): number {
  const exact = lengthMs(step, true);
  if (exact !== null) return exact / 1000;
  return step.k in guess ? guess[step.k as keyof typeof guess] : 0;
}
