import type { Clock } from '../ports.ts';

/** The wall clock may differ from the time that passed by this many milliseconds without having been set. */
export const clockStepMs = 2_000;
/** How often a context that lives compares the two (chosen). */
const lookMs = 5_000;

/** Calls `jumped` when the wall clock went another way than time did: it was set, or the computer slept. */
export function watchClock({ wall, mono }: Clock, jumped: () => void): void {
  let apart = wall() - mono();
  setInterval(() => {
    const before = apart;
    apart = wall() - mono();
    if (Math.abs(apart - before) > clockStepMs) jumped();
  }, lookMs);
}
