/** The moments at which a device that sleeps has to be woken from outside, because a page cannot wake itself. */
import { anchoredMoment } from './anchored.ts';
import { openAt, zoneOf } from './active-time.ts';
import { stillUntil } from './coming.ts';
import { isStill } from './due.ts';
import { type EngineState, type Moment } from './engine-state.ts';
import { keepsClock, nextOccurrence } from './occurrences.ts';
import { type Prompt } from './prompt.ts';
import { type PauseRules } from './rules.ts';
import { isSettled } from './turn.ts';

export interface WakeMoment {
  readonly slot: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** How far, and how many at most. */
export interface Reach {
  readonly ms: number;
  readonly most: number;
}

/** Whether a prompt is known ahead, and may be heard: one that only puts a dot on an icon rings nowhere. */
export const ringsAhead = (prompt: Prompt): boolean =>
  prompt.on && prompt.level !== 'badge' && prompt.cadence.type !== 'active';

/**
 * What comes by the clock, or after a moment of the day that is known, while nothing else happens, soonest first.
 * Active time is not counted while the app is closed: what is reckoned from it comes on the device that is in use.
 * Of two within the gap only the first wakes.
 */
export function wakeMoments(
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  { ms, most }: Reach,
): WakeMoment[] {
  // Another shell of this computer offers, and would be heard twice.
  if (!rules.on || state.speaker === 'other') return [];
  const end = at.wall + ms;
  const all = rules.prompts.flatMap((prompt) =>
    ringsAhead(prompt) ? momentsOf(prompt, state, rules, at, end, most) : [],
  );
  const chosen: WakeMoment[] = [];
  for (const moment of all.toSorted((a, b) => a.at - b.at)) {
    const before = chosen.at(-1);
    if (before && moment.at - before.at < rules.gapMinutes * 60_000) continue;
    if (chosen.length < most) chosen.push(moment);
  }
  return chosen;
}

function momentsOf(
  prompt: Prompt,
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  end: number,
  most: number,
): WakeMoment[] {
  const found: WakeMoment[] = [];
  const quiet = state.quiet?.until ?? 0;
  const after = isStill({ state, rules, at }, prompt)
    ? stillUntil(state, prompt, rules, at)
    : at.wall;
  for (const next of momentsAhead(prompt, state, rules, at, after, end)) {
    if (found.length >= most) break;
    const isWelcome = openAt(prompt, rules, { ...at, wall: next.at }) !== undefined;
    if (isWelcome && next.at >= quiet && !isSettled(state, next.slot))
      found.push({ slot: next.slot, at: next.at });
  }
  return found;
}

/** Those that are known, after `after` and until `end`, soonest first. */
export function* momentsAhead(
  prompt: Prompt,
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  after: number,
  end: number,
): Generator<WakeMoment> {
  let next = nextAhead(prompt, state, rules, at, after);
  while (next && next.at <= end) {
    yield next;
    next = nextAhead(prompt, state, rules, at, next.at);
  }
}

/** The next moment after `after`, of those that are known. */
function nextAhead(
  prompt: Prompt,
  state: EngineState,
  rules: PauseRules,
  at: Moment,
  after: number,
): WakeMoment | undefined {
  if (keepsClock(prompt))
    return nextOccurrence(prompt, after, zoneOf(prompt, at), rules.usualSleep);
  const moment = anchoredMoment(prompt, state, rules, at.zone);
  return moment && moment.at > after ? moment : undefined;
}

/**
 * Chosen: whoever watches a network sees no sharp times; never before the moment, so that who opens Comma finds the
 * pause, and so long after it that a device in use can call it off.
 */
const leastLateMs = 30_000;
const mostLateMs = 4 * 60_000;

/** Follows from the moment's name alone: a wake that is asked for again and again shows no middle. */
export function lateBy(name: Uint8Array): number {
  const [a = 0, b = 0] = name;
  return leastLateMs + Math.floor(((a * 256 + b) / 65_536) * (mostLateMs - leastLateMs));
}

/** The moment a push was for: the latest that has come, within reach of a push that was kept on its way. */
export function wakeAt<Of extends WakeMoment>(
  moments: readonly Of[],
  wall: number,
): Of | undefined {
  return moments.findLast(({ at }) => at <= wall && wall - at <= mostLateMs + 20 * 60_000);
}
