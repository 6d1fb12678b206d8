/** A clock that moves only when a test says so. */
import type { Schedule } from '#core/sync/schedule.ts';

export interface ManualTimers {
  readonly schedule: Schedule;
  readonly now: () => number;
  /** Moves time on and runs what is due, in order. */
  advance(ms: number): void;
  /** Delays of the timers that wait, soonest first. */
  waiting(): number[];
}

export function createManualTimers(start = 1_800_000_000_000): ManualTimers {
  let time = start;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  return {
    schedule(run, afterMs) {
      const timer = { at: time + afterMs, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    now: () => time,
    advance(ms) {
      const until = time + ms;
      for (;;) {
        const next = timers.toSorted((a, b) => a.at - b.at)[0];
        if (!next || next.at > until) break;
        time = next.at;
        timers = timers.filter((other) => other !== next);
        next.run();
      }
      time = until;
    },
    waiting: () => timers.map(({ at }) => at - time).toSorted((a, b) => a - b),
  };
}
