/** Decides whether a pause is offered now, waits, or is let go. Never more than one at a time. */
import { activeMs } from './active-time.ts';
import { type HoldCause, type PendingSlot } from './engine-state.ts';
import { nextOpening } from './hours.ts';
import { graceMs } from './rules.ts';
import { change, intervalSlot, note, restart, settle, tell, type Turn } from './turn.ts';

/** A pause page open for this long has been forgotten; even a long letter is written by then (chosen). */
const openLimitMs = 60 * 60_000;
/** A pause that was asked for appears at once or not at all (chosen). */
const askedLimitMs = 60_000;

export function followHours(turn: Turn, chosenNow: boolean): void {
  const { open } = turn;
  const before = turn.state.stretch;
  const stretch = !turn.rules.on ? 'off' : open ? 'open' : 'closed';
  if (stretch === before) return;
  change(turn, { stretch });
  if (stretch === 'closed') note(turn, 'hours closed', opening(turn));
  if (stretch !== 'open' || !open) return;
  // Hours that a person opens by hand begin now, not in the morning they were not set for.
  if (before === 'off' || chosenNow) restart(turn, turn.at.wall);
  else if (turn.rules.betweenHours === 'fresh') restart(turn, open.from);
}

function opening({ rules, at }: Turn): { until?: number } {
  const opens = nextOpening(rules.hours, at.wall, at.zone);
  return opens === undefined ? {} : { until: opens };
}

export function considerOffer(turn: Turn, repeat: boolean): void {
  if (!turn.state.pending) fallDue(turn);
  const { pending, stretch } = turn.state;
  if (!pending) return;
  if (pending.phase === 'open') closeForgotten(turn, pending);
  else if (pending.asked) bringAsked(turn, pending, repeat);
  else if (stretch === 'off') settle(turn, pending.slot, 'turned off');
  else if (stretch === 'closed') settle(turn, pending.slot, 'outside hours', opening(turn));
  else weigh(turn, pending, repeat);
}

function fallDue(turn: Turn): void {
  const { state, rules, at } = turn;
  if (state.stretch !== 'open') return;
  const over = activeMs(state, rules, at, turn.open) - rules.everyMinutes * 60_000;
  if (over < 0) return;
  change(turn, {
    pending: {
      slot: intervalSlot(state),
      dueAt: state.whereabouts.is === 'away' ? at.wall : at.wall - over,
      phase: 'due',
      at: at.wall,
      asked: false,
      heldBy: [],
    },
  });
}

function closeForgotten(turn: Turn, { slot, at }: PendingSlot): void {
  if (turn.at.wall - at <= openLimitMs) return;
  settle(turn, slot, 'interrupted');
  tell(turn, { type: 'took', slot, from: at, until: turn.at.wall });
}

function bringAsked(turn: Turn, pending: PendingSlot, repeat: boolean): void {
  if (pending.phase === 'shown') withdrawUnanswered(turn, pending);
  else if (turn.at.wall - pending.dueAt > askedLimitMs)
    settle(turn, pending.slot, 'withdrawn', { cause: 'unseen' });
  else if (pending.phase === 'due' || repeat) bring(turn, pending);
}

function weigh(turn: Turn, pending: PendingSlot, repeat: boolean): void {
  const { state, rules, at } = turn;
  const snooze = state.snooze && state.snooze.at >= state.anchor ? state.snooze : null;
  const hold = holdCause(turn);
  if (hold) {
    const shelved = shelve(turn, pending);
    if (shelved.heldBy.includes(hold)) return;
    change(turn, { pending: { ...shelved, heldBy: [...shelved.heldBy, hold] } });
    note(turn, 'held', { cause: hold }, pending.slot);
  } else if (snooze && snooze.until > at.wall) {
    shelve(turn, pending);
  } else if (pending.phase === 'shown') {
    withdrawUnanswered(turn, pending);
  } else if (at.wall - Math.max(pending.dueAt, snooze?.until ?? 0) > graceMs(rules)) {
    letPass(turn, pending);
  } else if (pending.phase === 'due' ? state.whereabouts.is !== 'away' : repeat) {
    bring(turn, pending);
  }
}

function holdCause({ state, at }: Turn): HoldCause | undefined {
  if (state.quiet && state.quiet.until > at.wall) return 'quiet';
  return state.speaker === 'other' ? 'other' : undefined;
}

/** Back to waiting unseen. */
export function shelve(turn: Turn, pending: PendingSlot): PendingSlot {
  if (pending.phase === 'due') return pending;
  turn.effects.push({ type: 'withdraw', slot: pending.slot });
  const shelved: PendingSlot = { ...pending, phase: 'due', at: turn.at.wall };
  change(turn, { pending: shelved });
  return shelved;
}

/** The decision is in the state before the surface exists: whatever dies in between, it is shown once. */
function bring(turn: Turn, pending: PendingSlot): void {
  if (pending.phase === 'due')
    change(turn, { pending: { ...pending, phase: 'decided', at: turn.at.wall } });
  turn.effects.push({ type: 'offer', slot: pending.slot, asked: pending.asked });
}

function letPass(turn: Turn, { slot, phase, heldBy }: PendingSlot): void {
  const cause = phase === 'decided' ? 'unseen' : heldBy.at(-1);
  settle(turn, slot, 'passed over', cause ? { cause } : {});
  tell(turn, { type: 'letGo', slot, at: turn.at.wall });
}

function withdrawUnanswered(turn: Turn, { slot, at }: PendingSlot): void {
  const shownMs = turn.at.wall - at;
  if (shownMs < turn.rules.withdrawMinutes * 60_000) return;
  settle(turn, slot, 'withdrawn', { minutes: Math.round(shownMs / 60_000) });
  tell(turn, { type: 'letGo', slot, at: turn.at.wall });
}
