/** Where a breath is after so many milliseconds. Computed from the start each time, so it never drifts. */
import { type BreathPhase } from './swell.ts';

/** Seconds of each turn, in order; a turn of no seconds is left out. */
export interface BreathPattern {
  readonly id: string;
  readonly in: number;
  readonly hold?: number;
  readonly out: number;
  readonly rest?: number;
}

/** A longer out-breath than in-breath, about six breaths a minute (the practice guides' pacing). */
export const fourSix: BreathPattern = { id: '4-6', in: 4, out: 6 };

/** In and out alike, six breaths a minute (the practice guides' coherent breathing). */
const even: BreathPattern = { id: '5-5', in: 5, out: 5 };

/** Four sides of the same length (the practice guides' box). */
const box: BreathPattern = { id: 'box', in: 4, hold: 4, out: 4, rest: 4 };

export const breathPatterns: readonly BreathPattern[] = [fourSix, even, box];

export interface BreathAt {
  readonly phase: BreathPhase;
  /** 0 to 1 within the phase. */
  readonly progress: number;
  /** The phase in words, for the line under the comma. */
  readonly word: string;
  /** Whole breaths behind us. */
  readonly cycle: number;
  readonly secondsLeft: number;
}

const words: Readonly<Record<BreathPhase, string>> = {
  in: 'in',
  hold: 'hold',
  out: 'out',
  rest: 'rest',
};

export function breathAt(pattern: BreathPattern, elapsedMs: number): BreathAt {
  const turns = turnsOf(pattern);
  const cycleMs = turns.reduce((sum, [, ms]) => sum + ms, 0);
  const elapsed = Number.isFinite(elapsedMs) ? Math.max(0, elapsedMs) : 0;
  const cycle = Math.floor(elapsed / cycleMs);
  let into = elapsed - cycle * cycleMs;
  for (const [phase, ms] of turns) {
    if (into < ms) {
      const secondsLeft = Math.ceil((ms - into) / 1000);
      return { phase, progress: into / ms, word: words[phase], cycle, secondsLeft };
    }
    into -= ms;
  }
  throw new Error(`The breath pattern ${pattern.id} has no length: give it seconds.`);
}

function turnsOf({ in: inward, hold = 0, out, rest = 0 }: BreathPattern): [BreathPhase, number][] {
  const turns: [BreathPhase, number][] = [
    ['in', inward * 1000],
    ['hold', hold * 1000],
    ['out', out * 1000],
    ['rest', rest * 1000],
  ];
  return turns.filter(([, ms]) => ms > 0);
}

/** Whole breaths that fit into a time, at least one: a pause ends on an out-breath, not in the middle. */
export function wholeBreathsMs(pattern: BreathPattern, ms: number): number {
  const cycleMs = turnsOf(pattern).reduce((sum, [, length]) => sum + length, 0);
  return Math.max(1, Math.floor(ms / cycleMs)) * cycleMs;
}
