/**
 * Tells time that passed from time that the clock only claims: sleep, a closed browser, a clock set
 * back. Within one context the monotonic clock is the witness; across contexts the last moment seen.
 */
import { civilMinute, hourMs } from '../../kernel/civil-time.ts';
import {
  currentSlot,
  shownThrough,
  type EngineState,
  type Moment,
  type Until,
} from './engine-state.ts';
import { graceMs } from './prompt.ts';
import {
  change,
  note,
  restAll,
  restart,
  restartEvery,
  settle,
  slotPrompt,
  tell,
  type Turn,
} from './turn.ts';
import { comeBack, leave, nightMs, policyOf, wakeUp } from './whereabouts.ts';

/** The clocks may differ by this much, or by a tenth of the time between, before it means anything. */
const toleranceMs = 2_000;
/** How late a promised wake-up may come: hidden pages are held to one a minute (chosen). */
const latenessMs = 90_000;
/** Chromium's alarms ring again this long after the clock shows what it had shown before it was set back. */
const silenceMs = 60_000;
/** A small difference is drift and is followed only once it is worth following. */
const driftMs = 250;
/** Set back further than this, the clock was on another day; a civil end time moves with it. */
const otherDayMs = 12 * hourMs;

type ClockReading =
  | { readonly type: 'even' }
  | { readonly type: 'drift' | 'back'; readonly by: number }
  /** Nobody was counting from the last moment seen until `until`. */
  | { readonly type: 'gap'; readonly until: number };

function readClock(state: EngineState, at: Moment): ClockReading {
  const { seen, promised, silentUntil = -Infinity } = state;
  const passed = at.wall - seen.wall;
  const lived = at.mono - seen.mono;
  const rings = promised !== null && promised >= silentUntil + silenceMs;
  const late = rings && at.wall - promised > latenessMs;
  if (at.boot === seen.boot && lived >= 0) {
    const claimed = passed - lived;
    const tolerance = Math.max(toleranceMs, Math.min(lived / 10, 60_000));
    if (claimed < -tolerance) return { type: 'back', by: claimed };
    // An alarm that is overdue rings at waking; without one, what was lived through came after.
    const overdue = rings && at.wall - promised > toleranceMs;
    if (claimed > tolerance) return { type: 'gap', until: at.wall - (overdue ? 0 : lived) };
    if (!late && Math.abs(claimed) >= driftMs) return { type: 'drift', by: claimed };
  } else if (passed < -toleranceMs) return { type: 'back', by: passed };
  return late ? { type: 'gap', until: at.wall } : { type: 'even' };
}

/** `lastInput`: the last sign of the person that the shell knows of, which no sleep outlasts. */
export function followClock(turn: Turn, started: boolean, lastInput: number | undefined): void {
  const reading = readClock(turn.state, turn.at);
  forgetSilence(turn, started);
  switch (reading.type) {
    case 'even':
      break;
    case 'drift':
      turn.state = shifted(turn.state, reading.by);
      break;
    case 'back':
      if (!started) fallSilent(turn);
      turn.state = shifted(turn.state, reading.by);
      if (-reading.by >= otherDayMs) lookAnew(turn);
      note(turn, 'clock changed', { seconds: Math.round(-reading.by / 1000), cause: 'back' });
      break;
    case 'gap':
      passGap(turn, endOfGap(turn.state.seen.wall, reading.until, lastInput), started);
      break;
  }
}

const endOfGap = (from: number, until: number, lastInput = until): number =>
  lastInput > from ? Math.min(until, lastInput) : until;

function fallSilent(turn: Turn): void {
  const { seen, silentUntil = seen.wall } = turn.state;
  change(turn, { silentUntil: Math.max(silentUntil, seen.wall) });
}

/** A new run of the browser has new alarms, and time heals the old ones. */
function forgetSilence(turn: Turn, started: boolean): void {
  const { silentUntil, ...state } = turn.state;
  if (silentUntil === undefined) return;
  if (started || turn.at.wall > silentUntil + silenceMs) turn.state = state;
}

/** The clock was on another day: what it showed then says nothing about the times of this one. */
function lookAnew(turn: Turn): void {
  const { wall, zone } = turn.at;
  change(turn, { through: { civil: civilMinute(wall, zone), at: wall, zone }, anchors: {} });
}

function passGap(turn: Turn, until: number, started: boolean): void {
  const from = turn.state.seen.wall;
  if (!started) finishAsleep(turn);
  if (started) startAgain(turn, from, until);
  else if (policyOf(turn, 'asleep').counts !== 'keep') {
    if (turn.state.whereabouts.is === 'away') return;
    // The first sign after a night is this one, wherever between the last and this the sleep lay.
    if (until - from >= nightMs) wakeUp(turn, from, turn.at.wall);
    leave(turn, from, 'asleep');
    comeBack(turn, until);
  }
}

/** Asleep for the rest of a pause is the rest of the pause. */
function finishAsleep(turn: Turn): void {
  const open = currentSlot(turn.state);
  if (open?.phase !== 'open') return;
  const { lengthSeconds: seconds } = slotPrompt(turn, open);
  if (turn.at.wall - open.at < seconds * 1000) return;
  settle(turn, open.slot, 'taken', { seconds, cause: 'asleep' });
  restAll(turn, seconds, turn.at.wall, 'joined');
  tell(turn, { type: 'took', slot: open.slot, from: open.at, until: turn.at.wall });
}

/** A closed browser says nothing about rest: a short gap stops the count, a long one ends the interval. */
function startAgain(turn: Turn, from: number, until: number): void {
  leave(turn, from, 'closed');
  const gap = until - from;
  let anew = false;
  for (const prompt of turn.rules.prompts) {
    if (gap <= graceMs(prompt)) continue;
    const waiting = turn.state.slots.find((each) => each.prompt === prompt.id);
    if (waiting && waiting.phase !== 'open')
      settle(turn, waiting.slot, 'late after sleep', { cause: 'closed' });
    else anew = true;
    restart(turn, prompt.id, until);
  }
  if (anew) note(turn, 'fresh start', { minutes: Math.round(gap / 60_000) });
  if (policyOf(turn, 'closed').counts === 'fresh') restartEvery(turn, until);
  wakeUp(turn, from, until);
  change(turn, { whereabouts: { is: 'here', from: until }, touchedAt: null });
}

/** Every remembered instant on a clock that was moved by `by` milliseconds. */
function shifted(state: EngineState, by: number): EngineState {
  const { whereabouts, quiet, around, anchors } = state;
  const keepsQuiet = quiet?.by === 'clock' && Math.abs(by) < otherDayMs;
  const moved = <Decision extends Until>(decision: Decision): Decision => ({
    ...decision,
    at: decision.at + by,
    until: decision.until + by,
  });
  return {
    ...state,
    touchedAt: state.touchedAt === null ? null : state.touchedAt + by,
    spans: state.spans.map(([from, until]) => [from + by, until + by]),
    whereabouts:
      whereabouts.is === 'away'
        ? { ...whereabouts, since: whereabouts.since + by }
        : whereabouts.is === 'still'
          ? { ...whereabouts, from: whereabouts.from + by, since: whereabouts.since + by }
          : { ...whereabouts, from: whereabouts.from + by },
    prompts: mapped(state.prompts, (prompt) => ({
      ...prompt,
      anchor: prompt.anchor + by,
      snooze: prompt.snooze && moved(prompt.snooze),
    })),
    slots: state.slots.map(({ typingSince, ...slot }) => ({
      ...slot,
      at: slot.at + by,
      dueAt: slot.dueAt + by,
      heldUntil: slot.heldUntil + by,
      ...(typingSince !== undefined && { typingSince: typingSince + by }),
    })),
    quiet: quiet && !keepsQuiet ? moved(quiet) : quiet,
    call: state.call && moved(state.call),
    around: mapped(around, (since) => since + by),
    released: state.released === null ? null : state.released + by,
    last: state.last && { ...state.last, at: state.last.at + by },
    anchors: mapped(anchors, ({ at, told }) => ({ at: at + by, told: told + by })),
    // What the clock has shown it has shown, and what it jumped over has not been looked at.
    through: {
      ...state.through,
      civil: state.through.civil === '' ? '' : shownThrough(state.through),
      at: state.through.at + Math.min(0, by),
    },
  };
}

const mapped = <Value, Key extends string>(
  values: Readonly<Partial<Record<Key, Value>>>,
  by: (value: Value) => Value,
): Record<Key, Value> =>
  Object.fromEntries(
    Object.entries<Value>(values as Record<Key, Value>).map(([key, value]) => [key, by(value)]),
  ) as Record<Key, Value>;
