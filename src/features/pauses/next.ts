/** What a screen says about the next pause. */
import { openAt, remainingMs } from './active-time.ts';
import { type EngineState, type Moment } from './engine-state.ts';
import { nextOpening } from './hours.ts';
import { type PauseRules } from './rules.ts';

export type NextPause =
  | {
      readonly type: 'in';
      readonly minutes: number;
      readonly at: number;
      readonly snoozed: boolean;
    }
  | { readonly type: 'offered'; readonly slot: string }
  | { readonly type: 'open'; readonly slot: string }
  | { readonly type: 'quiet'; readonly until: number }
  /** No pause before `opens`; with `closes`, because the hours end sooner than the interval does. */
  | { readonly type: 'outside'; readonly opens?: number; readonly closes?: number }
  | { readonly type: 'away'; readonly since: number }
  | { readonly type: 'off' };

/** Between two events the answer moves on by itself: ask again with a later moment. */
export function nextPause(state: EngineState, rules: PauseRules, at: Moment): NextPause {
  const { pending, quiet, snooze, whereabouts } = state;
  const { wall } = at;
  if (pending?.phase === 'open') return { type: 'open', slot: pending.slot };
  if (pending && pending.phase !== 'due') return { type: 'offered', slot: pending.slot };
  if (!rules.on) return { type: 'off' };
  const open = openAt(rules, at);
  const opens = nextOpening(rules.hours, wall, at.zone);
  if (!open) return opens === undefined ? { type: 'outside' } : { type: 'outside', opens };
  if (quiet && quiet.until > wall) return { type: 'quiet', until: quiet.until };
  if (snooze && snooze.until > wall && snooze.at >= state.anchor && pending)
    return inMinutes(snooze.until, wall, true);
  if (whereabouts.is === 'away') return { type: 'away', since: whereabouts.since };
  const due = wall + remainingMs(state, rules, at, open);
  if (rules.betweenHours === 'carry' || due < open.until) return inMinutes(due, wall, false);
  return { type: 'outside', closes: open.until, ...(opens !== undefined && { opens }) };
}

const inMinutes = (due: number, wall: number, snoozed: boolean): NextPause => ({
  type: 'in',
  minutes: Math.ceil(Math.max(0, due - wall) / 60_000),
  at: due,
  snoozed,
});

/** Whole minutes, rounded up, when the next pause is a matter of minutes. */
export function minutesToNext(
  state: EngineState,
  rules: PauseRules,
  at: Moment,
): number | undefined {
  const next = nextPause(state, rules, at);
  return next.type === 'in' ? next.minutes : undefined;
}
