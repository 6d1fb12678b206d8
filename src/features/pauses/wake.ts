/** When the engine next has to look: the truth is in the state, the alarm only knocks. */
import { currentSlot, type EngineState, type Moment, type PendingSlot } from './engine-state.ts';
import { hasLimit, holdLimitMs, holdOf, seamMs, typingMs } from './holds.ts';
import { askedLimitMs, openLimitMs } from './offer.ts';
import { type HoldCause } from './policies.ts';
import { outlookOf } from './outlook.ts';
import { graceMs } from './prompt.ts';
import { type PauseRules } from './rules.ts';
import { turnMoments } from './speaking.ts';
import { promptState, slotPrompt, type Turn } from './turn.ts';

/** While someone is at it, often enough to notice sleep; browsers allow no shorter alarm. */
const heartbeatMs = 30_000;
/** While nobody is here the return itself wakes us; this is for a return that nobody told of (chosen). */
const awayMs = 15 * 60_000;
/** Never a storm, whatever the clock does. */
const soonestMs = 1_000;

export function nextWake(turn: Turn): number | null {
  const known = soonestKnown(turn);
  const pace = paceMs(turn);
  return pace === null ? known : Math.min(known ?? Infinity, turn.at.wall + pace);
}

/** The next moment at which something is known to happen, when nothing unforeseen does. */
export const knownMoment = (state: EngineState, rules: PauseRules, at: Moment): number | null =>
  soonestKnown({ state, rules, at, effects: [], opens: new Map(), typedAt: undefined });

/** How often to look for what nobody tells of; null where nothing would be learned. */
function paceMs(turn: Turn): number | null {
  const { slots } = turn.state;
  if (slots.some(({ phase }) => phase === 'decided')) return heartbeatMs;
  if (isGone(turn)) return outlookOf(turn).counts ? awayMs : null;
  return outlookOf(turn).counts || slots.some((slot) => isWatched(turn, slot)) ? heartbeatMs : null;
}

/** Away in a way that ends with a sign of the person; a call or a film ends without one. */
function isGone({ state: { whereabouts } }: Turn): boolean {
  if (whereabouts.is !== 'away') return false;
  return !['meeting', 'sharing', 'media'].includes(whereabouts.cause);
}

/** A call that begins takes it from the screen; what only a look can see the end of keeps it waiting. */
function isWatched(turn: Turn, slot: PendingSlot): boolean {
  if (slot.phase !== 'due') return true;
  const hold = holdOf(turn, slot);
  return hold !== null && seenByLooking.has(hold.cause);
}

const seenByLooking = new Set<HoldCause>(['sharing', 'meeting', 'media', 'typing']);

function soonestKnown(turn: Turn): number | null {
  const { quiet, call } = turn.state;
  const { wall } = turn.at;
  let soonest = Infinity;
  const told =
    turn.state.slots.length > 0 || outlookOf(turn).counts ? [quiet?.until, call?.until] : [];
  for (const moments of [[outlookOf(turn).until], slotMoments(turn), told])
    for (const instant of moments)
      if (instant && instant > wall) soonest = Math.min(soonest, instant);
  return soonest === Infinity ? null : Math.max(wall + soonestMs, soonest);
}

function* slotMoments(turn: Turn): Generator<number> {
  const { state, rules, typedAt } = turn;
  if (state.slots.length === 0) return;
  if (state.released !== null) yield state.released + seamMs;
  if (state.call) yield state.call.until + seamMs;
  yield* turnMoments(turn);
  if (state.last && !currentSlot(state)) yield state.last.at + rules.gapMinutes * 60_000;
  for (const slot of state.slots) {
    yield promptState(turn, slot.prompt)?.snooze?.until ?? Infinity;
    if (slot.typingSince !== undefined && typedAt !== undefined) yield typedAt + typingMs;
    yield* endMoments(turn, slot);
  }
}

/** When a slot is let go if nothing becomes of it: a millisecond after the last moment that is still in time. */
function* endMoments(turn: Turn, slot: PendingSlot): Generator<number> {
  const { phase, at, asked, dueAt, heldUntil } = slot;
  const hold = holdOf(turn, slot);
  if (phase === 'shown') yield at + turn.rules.withdrawMinutes * 60_000;
  else if (phase === 'open') yield at + openLimitMs + 1;
  else if (asked) yield dueAt + askedLimitMs + 1;
  else if (!hold) {
    const snoozed = promptState(turn, slot.prompt)?.snooze?.until ?? 0;
    yield Math.max(dueAt, heldUntil, snoozed) + graceMs(slotPrompt(turn, slot)) + 1;
  } else if (hasLimit(hold)) yield dueAt + holdLimitMs + 1;
}
