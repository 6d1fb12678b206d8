/** What the person does with a pause: asks for it, opens it, ends it, puts it off, lets it go, wants quiet. */
import { slotOf, type PendingSlot } from './engine-state.ts';
import { type PauseEnding, type PauseEvent } from './events.ts';
import { shelve } from './offer.ts';
import { ruleLimits, type OfferSurface } from './rules.ts';
import {
  change,
  intervalSlot,
  isSettled,
  note,
  remember,
  settle,
  tell,
  unusedInstant,
  type Turn,
} from './turn.ts';

type Of<Type extends PauseEvent['type']> = Extract<PauseEvent, { type: Type }>;

export function askNow(turn: Turn): void {
  const { pending } = turn.state;
  const { wall } = turn.at;
  if (pending) {
    // One is on its way or already open: that is the one.
    if (pending.phase === 'open')
      turn.effects.push({ type: 'offer', slot: pending.slot, asked: true });
    else
      change(turn, { pending: { ...pending, asked: true, phase: 'due', dueAt: wall, at: wall } });
    return;
  }
  const asked = { dueAt: wall, phase: 'due', at: wall, asked: true, heldBy: [] } as const;
  change(turn, { pending: { ...asked, slot: ownSlot(turn) } });
}

/** A pause outside the rhythm is named after the moment it was asked for. */
const ownSlot = ({ state, at }: Turn): string =>
  slotOf(unusedInstant(state, at.wall, 'own'), 'own');

export function show(turn: Turn, slot: string, surface: OfferSurface): void {
  const { pending } = turn.state;
  // Its answer was quicker than its surface.
  if (pending?.slot !== slot || pending.phase === 'due')
    turn.effects.push({ type: 'withdraw', slot });
  else if (pending.phase === 'shown') change(turn, { pending: { ...pending, surface } });
  else if (pending.phase === 'decided') {
    change(turn, { pending: { ...pending, phase: 'shown', at: turn.at.wall, surface } });
    note(turn, 'shown', {}, slot);
  }
}

export function open(turn: Turn, slot: string): void {
  const { pending, settled } = turn.state;
  const { wall } = turn.at;
  if (pending?.phase === 'open') return;
  const answered = settled.find(([known]) => known === slot)?.[1];
  if (answered === 'taken' || answered === 'left early' || answered === 'elsewhere') return;
  const opened: PendingSlot = pending
    ? { ...pending, phase: 'open', at: wall }
    : { slot, dueAt: wall, phase: 'open', at: wall, asked: true, heldBy: [] };
  // An offer that had gone away by itself is still a good pause, under a name of its own.
  if (opened.slot === slot && answered)
    change(turn, { pending: { ...opened, slot: ownSlot(turn), alias: slot } });
  else if (opened.slot !== slot) change(turn, { pending: { ...opened, alias: slot } });
  else change(turn, { pending: opened });
}

export function finish(turn: Turn, slot: string, seconds: number, how: PauseEnding): void {
  const { pending } = turn.state;
  const ours = pending?.slot === slot || pending?.alias === slot;
  if (!ours && isSettled(turn.state, slot)) return;
  // Whatever it was called, a pause that was taken answers the one that waits.
  const answers = pending && (ours || pending.phase !== 'open') ? pending : undefined;
  const id = answers?.slot ?? slot;
  const lasted = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0;
  const from = answers?.phase === 'open' ? answers.at : turn.at.wall - lasted * 1000;
  const ending = how === 'done' ? 'taken' : 'left early';
  settle(turn, id, ending, { seconds: lasted });
  remember(turn, slot, ending);
  tell(turn, { type: 'took', slot: id, from, until: turn.at.wall });
}

export function putOff(turn: Turn, { minutes, slot }: Of<'snoozed'>): void {
  const { pending } = turn.state;
  if (!pending || (slot !== undefined && slot !== pending.slot)) return;
  const [least, most] = ruleLimits.snoozeMinutes;
  const length = Math.min(most, Math.max(least, minutes ?? turn.rules.snoozeMinutes));
  const snooze = { at: turn.at.wall, until: turn.at.wall + length * 60_000 };
  change(turn, { snooze, pending: { ...shelve(turn, pending), asked: false } });
  note(turn, 'snoozed', { minutes: length, until: snooze.until }, pending.slot);
  tell(turn, { type: 'snoozed', slot: pending.slot, ...snooze });
}

export function letGo(turn: Turn, asked: string | undefined): void {
  const { pending, stretch } = turn.state;
  if (asked !== undefined && asked !== pending?.slot) return;
  if (!pending && stretch !== 'open') return;
  const slot = pending?.slot ?? intervalSlot(turn.state);
  settle(turn, slot, 'not now');
  tell(turn, { type: 'letGo', slot, at: turn.at.wall });
}

export function keepQuiet(turn: Turn, { until, by = 'length' }: Of<'quiet'>): void {
  if (!(until > turn.at.wall)) return;
  const quiet = { at: turn.at.wall, until, by };
  change(turn, { quiet });
  note(turn, 'quiet', { until });
  tell(turn, { type: 'quiet', ...quiet });
}

export function endQuiet(turn: Turn): void {
  const { quiet } = turn.state;
  const at = turn.at.wall;
  if (!quiet || quiet.until <= at) return;
  const ended = { ...quiet, at, until: at };
  change(turn, { quiet: ended });
  note(turn, 'quiet ended', {});
  tell(turn, { type: 'quiet', ...ended });
}
