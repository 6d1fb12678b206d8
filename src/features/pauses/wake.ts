/** When the engine next has to look: the truth is in the state, the alarm only knocks. */
import { remainingMs } from './active-time.ts';
import { currentSlot, type EngineState, type Moment, type PendingSlot } from './engine-state.ts';
import { nextMoment } from './coming.ts';
import { opening } from './due.ts';
import { seamMs, typingMs } from './holds.ts';
import { type Prompt } from './prompt.ts';
import { type PauseRules } from './rules.ts';
import { openOf, promptState, type Turn } from './turn.ts';

/** While someone is here, often enough to notice sleep; browsers allow no shorter alarm. */
const heartbeatMs = 30_000;
/** While nobody is here, the return itself wakes us. */
const awayMs = 60_000;
/** Never a storm, whatever the clock does. */
const soonestMs = 1_000;

export function nextWake(turn: Turn): number | null {
  const { state, at } = turn;
  const { wall } = at;
  const known = soonestKnown(turn);
  if (state.slots.length === 0 && !isCounting(turn)) return known;
  const counts = state.whereabouts.is !== 'away' || state.slots.length > 0;
  return Math.min(known ?? Infinity, wall + (counts ? heartbeatMs : awayMs));
}

/** The next moment at which something is known to happen, when nothing unforeseen does. */
export const knownMoment = (state: EngineState, rules: PauseRules, at: Moment): number | null =>
  soonestKnown({ state, rules, at, effects: [], opens: new Map(), typedAt: undefined });

function soonestKnown(turn: Turn): number | null {
  const { quiet, call } = turn.state;
  const { wall } = turn.at;
  let soonest = Infinity;
  const told = turn.state.slots.length > 0 || isCounting(turn) ? [quiet?.until, call?.until] : [];
  for (const moments of [promptMoments(turn), slotMoments(turn), told])
    for (const instant of moments)
      if (instant && instant > wall) soonest = Math.min(soonest, instant);
  return soonest === Infinity ? null : Math.max(wall + soonestMs, soonest);
}

/** Whether active time is being counted for any prompt: only then does a heartbeat learn anything. */
const isCounting = ({ state, rules }: Turn): boolean =>
  rules.prompts.some(
    ({ id, cadence }) => cadence.type === 'active' && state.prompts[id]?.stretch === 'open',
  );

function* promptMoments(turn: Turn): Generator<number> {
  const { state, rules } = turn;
  const openings = new Set<string>();
  for (const prompt of rules.prompts) {
    const kept = state.prompts[prompt.id];
    if (!kept || kept.stretch === 'off') continue;
    if (kept.stretch === 'closed') {
      const name = typeof prompt.hours === 'string' ? prompt.hours : prompt.id;
      if (!openings.has(name)) yield opening(turn, prompt).until ?? Infinity;
      openings.add(name);
    } else yield openOf(turn, prompt)?.until ?? Infinity;
    yield dueMoment(turn, prompt);
  }
  if (state.released !== null) yield state.released + seamMs;
  if (state.call) yield state.call.until + seamMs;
}

function dueMoment(turn: Turn, prompt: Prompt): number {
  const { state, rules, at } = turn;
  if (prompt.cadence.type !== 'active') return nextMoment(state, prompt, rules, at)?.at ?? Infinity;
  if (state.whereabouts.is === 'away' || state.prompts[prompt.id]?.stretch !== 'open')
    return Infinity;
  if (state.slots.some((slot) => slot.prompt === prompt.id)) return Infinity;
  return at.wall + remainingMs(state, prompt, rules, at, openOf(turn, prompt));
}

function* slotMoments(turn: Turn): Generator<number> {
  const { state, rules, typedAt } = turn;
  for (const slot of state.slots) {
    yield promptState(turn, slot.prompt)?.snooze?.until ?? Infinity;
    if (slot.typingSince !== undefined && typedAt !== undefined) yield typedAt + typingMs;
  }
  const current: PendingSlot | undefined = currentSlot(state);
  if (current?.phase === 'shown') yield current.at + rules.withdrawMinutes * 60_000;
  if (state.last && !current && state.slots.length > 0)
    yield state.last.at + rules.gapMinutes * 60_000;
}
