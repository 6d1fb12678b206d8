/** Decides whether a pause is offered now, waits, or is let go. Never more than one at a time. */
import { remainingMs } from './active-time.ts';
import { currentSlot, type EngineState, type Moment, type PendingSlot } from './engine-state.ts';
import { fallDue, isStill, lookThrough, opening } from './due.ts';
import { defers, hasLimit, holdLimitMs, holdOf, outwaitedTyping } from './holds.ts';
import { graceMs, levels, type Level, type Prompt } from './prompt.ts';
import { knownOutlook } from './outlook.ts';
import { keeperOf, type PauseRules } from './rules.ts';
import {
  change,
  changePrompt,
  changeSlot,
  note,
  openOf,
  promptState,
  restAll,
  settle,
  slotPrompt,
  tell,
  type Turn,
} from './turn.ts';

/** A pause page open for this long has been forgotten; even a long letter is written by then (chosen). */
export const openLimitMs = 60 * 60_000;
/** A pause that was asked for appears at once or not at all (chosen). */
export const askedLimitMs = 60_000;
/** Due this soon after another, a longer pause is worth waiting for (Workrave's rule). */
const soonMs = 30_000;

export function considerOffers(turn: Turn, repeat: boolean): void {
  if (!knownOutlook(turn)) fallDue(turn);
  lookThrough(turn);
  const current = currentSlot(turn.state);
  if (current) tend(turn, current, repeat);
  for (const slot of turn.state.slots) if (slot.phase === 'due') weigh(turn, slot);
  if (!currentSlot(turn.state)) offerOne(turn);
}

/** Looks after the one slot that is on a screen, or on its way there. */
function tend(turn: Turn, slot: PendingSlot, repeat: boolean): void {
  if (slot.phase === 'open') closeOpen(turn, slot);
  else if (slot.asked) bringAsked(turn, slot, repeat);
  else if (holdOf(turn, slot) || isSnoozed(turn, slot)) shelve(turn, slot);
  else if (endedByRules(turn, slot)) return;
  else if (slot.phase === 'shown') withdrawUnanswered(turn, slot);
  else if (lateness(turn, slot) > graceMs(slotPrompt(turn, slot))) letPass(turn, slot, 'unseen');
  else if (repeat) bring(turn, slot);
}

/** A page that is forgotten is closed; a call that begins closes the pause kindly, and it counts. */
function closeOpen(turn: Turn, slot: PendingSlot): void {
  const { around } = turn.state;
  const began = (['sharing', 'meeting'] as const).find((cause) => (around[cause] ?? 0) >= slot.at);
  if (began && !slot.asked) interrupt(turn, slot, began);
  else if (turn.at.wall - slot.at > openLimitMs) interrupt(turn, slot);
}

/** The pause that is open ends before its page said so, and it counts. */
export function interrupt(
  turn: Turn,
  { slot, at }: PendingSlot,
  cause?: 'meeting' | 'sharing',
): void {
  settle(turn, slot, 'interrupted', cause ? { cause } : {});
  tell(turn, { type: 'took', slot, from: at, until: turn.at.wall });
}

function bringAsked(turn: Turn, slot: PendingSlot, repeat: boolean): void {
  if (slot.phase === 'shown') withdrawUnanswered(turn, slot);
  else if (turn.at.wall - slot.dueAt > askedLimitMs)
    settle(turn, slot.slot, 'withdrawn', { cause: 'unseen' });
  else if (repeat) bring(turn, slot);
}

/** True when turned off, outside hours or kept still: that is its end. */
function endedByRules(turn: Turn, { slot, prompt }: PendingSlot): boolean {
  const known = keeperOf(turn.rules, prompt);
  const stretch = promptState(turn, prompt)?.stretch ?? 'off';
  if (!known || stretch === 'off') settle(turn, slot, 'turned off');
  // Kept still since it was said: the interval does not begin anew when this is found out.
  else if (isStill(turn, known)) settle(turn, slot, 'not today', {}, 0);
  else if (stretch === 'closed' && turn.rules.policies.outside.back !== 'offer')
    settle(turn, slot, 'outside hours', opening(turn, known));
  else return false;
  return true;
}

/** What waits is held, let go when it is too late, or stays ready. */
function weigh(turn: Turn, slot: PendingSlot): void {
  if (slot.asked) {
    if (turn.at.wall - slot.dueAt > askedLimitMs)
      settle(turn, slot.slot, 'withdrawn', { cause: 'unseen' });
    return;
  }
  if (endedByRules(turn, slot)) return;
  const { wall } = turn.at;
  const hold = holdOf(turn, slot);
  if (hold) {
    if (wall - slot.dueAt > holdLimitMs && hasLimit(hold)) {
      letPass(turn, slot, hold.cause);
      return;
    }
    const typing =
      hold.cause === 'typing' && slot.typingSince === undefined ? { typingSince: wall } : {};
    const waits = defers(hold) ? { heldUntil: wall, ...typing } : {};
    const isNew = hold.silent !== true && !slot.heldBy.includes(hold.cause);
    if (isNew) note(turn, 'held', { cause: hold.cause }, slot.slot);
    if (isNew || defers(hold))
      changeSlot(turn, slot.slot, {
        ...waits,
        ...(isNew && { heldBy: [...slot.heldBy, hold.cause] }),
      });
  } else if (!isSnoozed(turn, slot) && lateness(turn, slot) > graceMs(slotPrompt(turn, slot))) {
    const away = turn.state.whereabouts.is === 'away' ? 'away' : undefined;
    letPass(turn, slot, slot.heldBy.at(-1) ?? away);
  }
}

/** Brings the first of those that may come now, and joins to it what would be one pause with it. */
function offerOne(turn: Turn): void {
  const ready = turn.state.slots.filter((slot) => slot.asked || isReady(turn, slot));
  const inOrder = ready.toSorted((a, b) => rank(turn, a) - rank(turn, b));
  const [first] = inOrder;
  if (!first) return;
  const prompt = slotPrompt(turn, first);
  const absorber = first.asked
    ? undefined
    : inOrder.find(
        (other) => other !== first && absorbs(slotPrompt(turn, other), prompt) && !other.asked,
      );
  const chosen = absorber ?? first;
  if (!chosen.asked) join(turn, chosen, ready);
  bring(turn, chosen);
}

function isReady(turn: Turn, slot: PendingSlot): boolean {
  const { whereabouts } = turn.state;
  return (
    whereabouts.is !== 'away' &&
    holdOf(turn, slot) === null &&
    !isSnoozed(turn, slot) &&
    !longerOneIsNear(turn, slot)
  );
}

/** What the gap kept waiting comes first, the longest wait before all: a busy prompt starves no other. */
function rank({ rules, at }: Turn, { asked, prompt, heldBy, dueAt }: PendingSlot): number {
  if (asked) return -Infinity;
  const place = rules.prompts.findIndex(({ id }) => id === prompt);
  if (!heldBy.includes('gap')) return place;
  const waited = minuteOf(at.wall) - minuteOf(dueAt);
  return place - rules.prompts.length * (1 + waited);
}

/** Prompts of one minute keep their order. */
const minuteOf = (instant: number): number => Math.floor(instant / 60_000);

/** One pause can be both when the shorter may join and is no longer than the other. */
const absorbs = (longer: Prompt, shorter: Prompt): boolean =>
  shorter.together === 'merge' &&
  longer.together === 'merge' &&
  longer.lengthSeconds > shorter.lengthSeconds;

function join(turn: Turn, chosen: PendingSlot, ready: readonly PendingSlot[]): void {
  const { lengthSeconds } = slotPrompt(turn, chosen);
  for (const other of ready) {
    const prompt = slotPrompt(turn, other);
    if (other === chosen || other.asked || prompt.together !== 'merge') continue;
    if (prompt.lengthSeconds > lengthSeconds) continue;
    settle(turn, other.slot, 'joined');
    tell(turn, { type: 'letGo', slot: other.slot, at: turn.at.wall });
  }
}

function longerOneIsNear(turn: Turn, slot: PendingSlot): boolean {
  const mine = slotPrompt(turn, slot);
  if (mine.together !== 'merge') return false;
  const { state, rules, at } = turn;
  return rules.prompts.some((other) => {
    if (other.id === mine.id || !absorbs(other, mine)) return false;
    if (state.prompts[other.id]?.stretch !== 'open' || isStill(turn, other)) return false;
    if (state.slots.some(({ prompt }) => prompt === other.id)) return false;
    const remaining = remainingMs(state, other, rules, at, openOf(turn, other));
    return remaining > 0 && remaining <= soonMs;
  });
}

function isSnoozed(
  { state, rules, at }: { state: EngineState; rules: PauseRules; at: Moment },
  { prompt, dueAt }: PendingSlot,
): boolean {
  const kept = promptState({ state, rules }, prompt);
  const snooze = kept?.snooze;
  return !!snooze && snooze.until > at.wall && snooze.at >= Math.min(kept.anchor, dueAt);
}

/** How long it has been late by nothing but lateness. */
function lateness(turn: Turn, { prompt, dueAt, heldUntil }: PendingSlot): number {
  const snoozed = promptState(turn, prompt)?.snooze?.until ?? 0;
  return turn.at.wall - Math.max(dueAt, heldUntil, snoozed);
}

/** Back to waiting unseen. */
export function shelve(turn: Turn, { slot, phase, prompt }: PendingSlot): void {
  if (phase === 'due') return;
  turn.effects.push({ type: 'withdraw', slot });
  changeSlot(turn, slot, { phase: 'due', at: turn.at.wall });
  if (phase === 'shown') change(turn, { last: { prompt, at: turn.at.wall } });
}

/** The decision is in the state before the surface exists: whatever dies in between, it is shown once. */
function bring(turn: Turn, slot: PendingSlot): void {
  const prompt = slotPrompt(turn, slot);
  const level = slot.level ?? (outwaitedTyping(turn, slot) ? quieter(prompt.level) : prompt.level);
  if (slot.phase === 'due')
    changeSlot(turn, slot.slot, {
      phase: 'decided',
      at: turn.at.wall,
      ...(level !== prompt.level && { level }),
    });
  turn.effects.push({
    type: 'offer',
    slot: slot.slot,
    prompt: slot.prompt,
    asked: slot.asked,
    level,
  });
}

const quieter = (level: Level): Level =>
  levels.indexOf(level) > levels.indexOf('notice') ? 'notice' : level;

function letPass(turn: Turn, { slot }: PendingSlot, cause?: PassCause): void {
  settle(turn, slot, 'passed over', cause ? { cause } : {});
  tell(turn, { type: 'letGo', slot, at: turn.at.wall });
}

type PassCause = 'unseen' | 'away' | PendingSlot['heldBy'][number];

function withdrawUnanswered(turn: Turn, { slot, at }: PendingSlot): void {
  const shownMs = turn.at.wall - at;
  if (shownMs < turn.rules.withdrawMinutes * 60_000) return;
  settle(turn, slot, 'withdrawn', { minutes: Math.round(shownMs / 60_000) });
  tell(turn, { type: 'letGo', slot, at: turn.at.wall });
}

/** After a start nothing of the last run is on the screen: an offer comes again, a pause is over. */
export function clearSurfaces(turn: Turn): void {
  const current = currentSlot(turn.state);
  if (current?.phase === 'open') {
    settle(turn, current.slot, 'interrupted');
    restAll(turn, slotPrompt(turn, current).lengthSeconds, turn.at.wall, 'joined');
    tell(turn, { type: 'took', slot: current.slot, from: current.at, until: turn.at.wall });
  } else if (current?.phase === 'shown') shelve(turn, current);
}

export function countDeclined(turn: Turn, id: string, declined: boolean): void {
  const before = promptState(turn, id)?.declined ?? 0;
  changePrompt(turn, id, { declined: declined ? before + 1 : 0 });
}
