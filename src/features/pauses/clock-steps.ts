/**
 * Tells time that passed from time that the clock only claims: sleep, a closed browser, a clock set
 * back. Within one context the monotonic clock is the witness; across contexts the last moment seen.
 */
import { type EngineState, type Moment } from './engine-state.ts';
import { graceMs } from './rules.ts';
import { change, note, restart, settle, tell, type Turn } from './turn.ts';
import { comeBack, leave } from './whereabouts.ts';

/** The clocks may differ by this much, or by a tenth of the time between, before it means anything. */
const toleranceMs = 2_000;
/** How late a promised wake-up may come: hidden pages are held to one a minute (chosen). */
const latenessMs = 90_000;
/** A small difference is drift and is followed only once it is worth following. */
const driftMs = 250;
/** Set back further than this, the clock was on another day; a civil end time moves with it. */
const otherDayMs = 12 * 3_600_000;

type ClockReading =
  | { readonly type: 'even' }
  | { readonly type: 'drift' | 'back'; readonly by: number }
  /** Nobody was counting from the last moment seen until `until`. */
  | { readonly type: 'gap'; readonly until: number };

function readClock(state: EngineState, at: Moment): ClockReading {
  const { seen, promised } = state;
  const passed = at.wall - seen.wall;
  const lived = at.mono - seen.mono;
  const late = promised !== null && at.wall - promised > latenessMs;
  if (at.boot === seen.boot && lived >= 0) {
    const claimed = passed - lived;
    const tolerance = Math.max(toleranceMs, Math.min(lived / 10, 60_000));
    if (claimed < -tolerance) return { type: 'back', by: claimed };
    if (claimed > tolerance && !late) return { type: 'gap', until: at.wall - lived };
    if (!late && Math.abs(claimed) >= driftMs) return { type: 'drift', by: claimed };
  } else if (passed < -toleranceMs) return { type: 'back', by: passed };
  return late ? { type: 'gap', until: at.wall } : { type: 'even' };
}

export function followClock(turn: Turn, started: boolean): void {
  const reading = readClock(turn.state, turn.at);
  switch (reading.type) {
    case 'even':
      break;
    case 'drift':
      turn.state = shifted(turn.state, reading.by);
      break;
    case 'back':
      turn.state = shifted(turn.state, reading.by);
      note(turn, 'clock changed', { seconds: Math.round(-reading.by / 1000), cause: 'back' });
      break;
    case 'gap':
      passGap(turn, reading.until, started);
      break;
  }
}

function passGap(turn: Turn, until: number, started: boolean): void {
  const { seen, pending } = turn.state;
  const from = seen.wall;
  if (pending?.phase === 'open') {
    // Asleep for the rest of a pause is the rest of the pause.
    const seconds = turn.rules.lengthSeconds;
    if (!started && turn.at.wall - pending.at >= seconds * 1000) {
      settle(turn, pending.slot, 'taken', { seconds, cause: 'asleep' });
      tell(turn, { type: 'took', slot: pending.slot, from: pending.at, until: turn.at.wall });
    }
  }
  if (started) {
    // A closed browser says nothing about rest: a short gap stops the count, a long one ends the interval.
    leave(turn, from, 'closed');
    const long = until - from > graceMs(turn.rules);
    if (long && pending && pending.phase !== 'open')
      settle(turn, pending.slot, 'late after sleep', { cause: 'closed' });
    else if (long) note(turn, 'fresh start', { minutes: Math.round((until - from) / 60_000) });
    if (long) restart(turn, until);
    change(turn, { whereabouts: { is: 'here', from: until }, touchedAt: null });
  } else if (turn.state.whereabouts.is !== 'away') {
    leave(turn, from, 'asleep');
    comeBack(turn, until);
  }
}

/** Every remembered instant on a clock that was moved by `by` milliseconds. */
function shifted(state: EngineState, by: number): EngineState {
  const { whereabouts, pending, quiet, snooze } = state;
  const keepsQuiet = quiet?.by === 'clock' && Math.abs(by) < otherDayMs;
  return {
    ...state,
    anchor: state.anchor + by,
    touchedAt: state.touchedAt === null ? null : state.touchedAt + by,
    spans: state.spans.map(([from, until]) => [from + by, until + by]),
    whereabouts:
      whereabouts.is === 'away'
        ? { ...whereabouts, since: whereabouts.since + by }
        : whereabouts.is === 'still'
          ? { ...whereabouts, from: whereabouts.from + by, since: whereabouts.since + by }
          : { ...whereabouts, from: whereabouts.from + by },
    pending: pending && { ...pending, at: pending.at + by, dueAt: pending.dueAt + by },
    quiet: quiet && !keepsQuiet ? { ...quiet, at: quiet.at + by, until: quiet.until + by } : quiet,
    snooze: snooze && { ...snooze, at: snooze.at + by, until: snooze.until + by },
  };
}
