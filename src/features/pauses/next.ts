/** What a screen says about the next pause. */
import { openAt, remainingMs, zoneOf, hoursOf } from './active-time.ts';
import { nextMoment } from './coming.ts';
import { isStill } from './due.ts';
import { currentSlot, type EngineState, type Moment } from './engine-state.ts';
import { nextOpening } from './hours.ts';
import { type Prompt } from './prompt.ts';
import { keeperOf, type PauseRules } from './rules.ts';
import { inForce } from './whereabouts.ts';

export type NextPause =
  | {
      readonly type: 'in';
      readonly prompt: string;
      readonly minutes: number;
      readonly at: number;
      readonly snoozed: boolean;
    }
  | { readonly type: 'offered'; readonly slot: string; readonly prompt: string }
  | { readonly type: 'open'; readonly slot: string; readonly prompt: string }
  | { readonly type: 'quiet'; readonly until: number }
  /** A call, a shared screen or a film: a pause that is due waits for its end. */
  | { readonly type: 'held'; readonly cause: 'meeting' | 'sharing' | 'media' }
  /** No pause before `opens`; with `closes`, because the hours end sooner than the interval does. */
  | { readonly type: 'outside'; readonly opens?: number; readonly closes?: number }
  | { readonly type: 'away'; readonly since: number }
  | { readonly type: 'off' };

/** Between two events the answer moves on by itself: ask again with a later moment. */
export function nextPause(state: EngineState, rules: PauseRules, at: Moment): NextPause {
  const current = currentSlot(state);
  if (current)
    return {
      type: current.phase === 'open' ? 'open' : 'offered',
      slot: current.slot,
      prompt: current.prompt,
    };
  const prompts = rules.prompts.filter(({ on }) => on);
  if (!rules.on || prompts.length === 0) return { type: 'off' };
  const { quiet, whereabouts } = state;
  if (quiet && quiet.until > at.wall && prompts.some((prompt) => isWelcome(prompt, rules, at)))
    return { type: 'quiet', until: quiet.until };
  const held = inForce(state).find((cause) => cause !== 'quiet');
  if (held && state.slots.length > 0) return { type: 'held', cause: held };
  const [soonest] = prompts
    .flatMap((prompt) => comingOf(state, prompt, rules, at) ?? [])
    .toSorted((a, b) => a.at - b.at);
  const isAway = whereabouts.is === 'away' && prompts.some((each) => isCounted(each, rules, at));
  if (soonest && (!isAway || soonest.snoozed)) return soonest;
  if (isAway) return { type: 'away', since: whereabouts.since };
  return outside(prompts, rules, at);
}

const isWelcome = (prompt: Prompt, rules: PauseRules, at: Moment): boolean =>
  openAt(prompt, rules, at) !== undefined;

const isCounted = (prompt: Prompt, rules: PauseRules, at: Moment): boolean =>
  prompt.cadence.type === 'active' && isWelcome(prompt, rules, at);

type Coming = Extract<NextPause, { type: 'in' }>;

function comingOf(
  state: EngineState,
  prompt: Prompt,
  rules: PauseRules,
  at: Moment,
): Coming | undefined {
  const kept = state.prompts[prompt.id];
  const waiting = state.slots.find((slot) => keeperOf(rules, slot.prompt) === prompt);
  const coming = (due: number, snoozed: boolean): Coming => ({
    type: 'in',
    prompt: prompt.id,
    minutes: Math.ceil(Math.max(0, due - at.wall) / 60_000),
    at: due,
    snoozed,
  });
  if (waiting && kept?.snooze && kept.snooze.until > at.wall)
    return coming(kept.snooze.until, true);
  if (prompt.cadence.type !== 'active') {
    const next = nextMoment(state, prompt, rules, at);
    return next && isWelcomeAt(prompt, rules, at, next.at) ? coming(next.at, false) : undefined;
  }
  const open = openAt(prompt, rules, at);
  if (!open || state.whereabouts.is === 'away' || isStill({ state, rules, at }, prompt))
    return undefined;
  const due = at.wall + remainingMs(state, prompt, rules, at, open);
  const carries = ['freeze', 'keep'].includes(rules.policies.outside.counts);
  return carries || due < open.until ? coming(due, false) : undefined;
}

const isWelcomeAt = (prompt: Prompt, rules: PauseRules, at: Moment, wall: number): boolean =>
  openAt(prompt, rules, { ...at, wall }) !== undefined;

/** The hours that matter to a person who asks are those of the first prompt that keeps any. */
function outside(prompts: readonly Prompt[], rules: PauseRules, at: Moment): NextPause {
  const first = prompts.find(({ cadence }) => cadence.type === 'active') ?? prompts[0];
  if (!first) return { type: 'off' };
  const { week, off } = hoursOf(first, rules);
  const opens = nextOpening(week, at.wall, zoneOf(first, at), off);
  const open = openAt(first, rules, at);
  return {
    type: 'outside',
    ...(open && Number.isFinite(open.until) && { closes: open.until }),
    ...(opens !== undefined && { opens }),
  };
}

/** Whole minutes, rounded up, when the next pause is a matter of minutes. */
export function minutesToNext(
  state: EngineState,
  rules: PauseRules,
  at: Moment,
): number | undefined {
  const next = nextPause(state, rules, at);
  return next.type === 'in' ? next.minutes : undefined;
}
