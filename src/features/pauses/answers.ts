/** What the person does with a pause: asks for it, opens it, ends it, puts it off, lets it go, wants quiet. */
import { dayOf } from '../../kernel/civil-time.ts';
import { remainingMs, zoneOf } from './active-time.ts';
import { currentSlot, slotOf, type PendingSlot, type Until } from './engine-state.ts';
import { type PauseEnding, type PauseEvent } from './events.ts';
import { nextOccurrence } from './occurrences.ts';
import { countDeclined, interrupt, shelve } from './offer.ts';
import { promptIdOf, type Prompt } from './prompt.ts';
import { ownId, promptOrFirst, ruleLimits, type OfferSurface } from './rules.ts';
import {
  change,
  changePrompt,
  changeSlot,
  intervalSlot,
  isSettled,
  note,
  openOf,
  promptState,
  remember,
  restAll,
  settle,
  slotPrompt,
  tell,
  unusedInstant,
  type Turn,
} from './turn.ts';

type Of<Type extends PauseEvent['type']> = Extract<PauseEvent, { type: Type }>;

export function askNow(turn: Turn, asked: string | undefined): void {
  const current = currentSlot(turn.state);
  const { wall } = turn.at;
  if (current?.phase === 'open') {
    // One is open already: that is the one.
    turn.effects.push({ type: 'offer', ...offered(turn, current), asked: true });
    return;
  }
  const waiting = current ?? turn.state.slots.find(({ prompt }) => !asked || prompt === asked);
  if (waiting) changeSlot(turn, waiting.slot, { asked: true, phase: 'due', dueAt: wall, at: wall });
  else enqueueAsked(turn, asked ?? ownId);
}

const offered = (
  turn: Turn,
  slot: PendingSlot,
): { slot: string; prompt: string; level: Prompt['level'] } => ({
  slot: slot.slot,
  prompt: slot.prompt,
  level: slotPrompt(turn, slot).level,
});

function enqueueAsked(turn: Turn, prompt: string): void {
  const { wall } = turn.at;
  const due: PendingSlot = {
    slot: slotOf(unusedInstant(turn.state, wall, prompt), prompt),
    prompt,
    dueAt: wall,
    phase: 'due',
    at: wall,
    asked: true,
    heldBy: [],
    heldUntil: 0,
  };
  change(turn, { slots: [...turn.state.slots, due] });
}

export function show(turn: Turn, slot: string, surface: OfferSurface): void {
  const shown = turn.state.slots.find((each) => each.slot === slot);
  // Its answer was quicker than its surface.
  if (!shown || shown.phase === 'due') turn.effects.push({ type: 'withdraw', slot });
  else if (shown.phase === 'shown') changeSlot(turn, slot, { surface });
  else if (shown.phase === 'decided') {
    changeSlot(turn, slot, { phase: 'shown', at: turn.at.wall, surface });
    note(turn, 'shown', {}, slot);
  }
}

export function open(turn: Turn, slot: string): void {
  const { slots, settled } = turn.state;
  const { wall } = turn.at;
  const current = currentSlot(turn.state);
  if (current?.phase === 'open') return;
  const answered = settled.find(([known]) => known === slot)?.[1];
  if (answered === 'taken' || answered === 'left early' || answered === 'elsewhere') return;
  const prompt = promptIdOf(slot);
  // The one that is offered or waits is what the person opened, whatever the page calls it.
  const waiting =
    slots.find((each) => each.slot === slot) ??
    current ??
    slots.find((each) => prompt === ownId || each.prompt === prompt);
  if (waiting) {
    const alias = waiting.slot === slot ? {} : { alias: slot };
    changeSlot(turn, waiting.slot, { phase: 'open', at: wall, ...alias });
    return;
  }
  // An offer that had gone away by itself is still a good pause, under a name of its own.
  const name = answered ? slotOf(unusedInstant(turn.state, wall, ownId), ownId) : slot;
  const opened: PendingSlot = {
    slot: name,
    prompt: promptIdOf(name),
    dueAt: wall,
    phase: 'open',
    at: wall,
    asked: true,
    heldBy: [],
    heldUntil: 0,
    ...(answered && { alias: slot }),
  };
  change(turn, { slots: [...slots, opened] });
}

export function finish(turn: Turn, slot: string, seconds: number, how: PauseEnding): void {
  const { slots } = turn.state;
  const ours = slots.find((each) => each.slot === slot || each.alias === slot);
  if (!ours && isSettled(turn.state, slot)) return;
  const current = currentSlot(turn.state);
  // Whatever it was called, a pause that was taken answers the one that waits.
  const answers = ours ?? (current?.phase === 'open' ? undefined : (current ?? slots[0]));
  const id = answers?.slot ?? slot;
  const lasted = Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0;
  const from = answers?.phase === 'open' ? answers.at : turn.at.wall - lasted * 1000;
  const ending = how === 'done' ? 'taken' : 'left early';
  const prompt = answers?.prompt ?? promptIdOf(slot);
  settle(turn, id, ending, { seconds: lasted });
  remember(turn, slot, ending);
  countDeclined(turn, prompt, false);
  // A pause that ended sooner still counts as the pause it was; for longer ones only its true length does.
  const { lengthSeconds } = promptOrFirst(turn.rules, prompt);
  restAll(turn, Math.max(lengthSeconds, lasted), turn.at.wall, 'joined');
  tell(turn, { type: 'took', slot: id, from, until: turn.at.wall });
}

export function putOff(turn: Turn, { minutes, slot }: Of<'snoozed'>): void {
  const pending = answeredSlot(turn, slot);
  if (!pending) return;
  const [least, most] = ruleLimits.snoozeMinutes;
  const length = Math.min(most, Math.max(least, minutes ?? turn.rules.snoozeMinutes));
  const before = promptState(turn, pending.prompt)?.snooze;
  const snooze = { at: laterThan(before, turn), until: turn.at.wall + length * 60_000 };
  shelve(turn, pending);
  changeSlot(turn, pending.slot, { asked: false });
  changePrompt(turn, pending.prompt, { snooze });
  note(turn, 'snoozed', { minutes: length, until: snooze.until }, pending.slot);
  tell(turn, { type: 'snoozed', slot: pending.slot, ...snooze });
}

/** Whoever decides anew knows what was decided before, also by a clock that is a little ahead. */
const laterThan = (before: Until | null | undefined, { at }: Turn): number =>
  Math.max(at.wall, (before?.at ?? 0) + 1);

/** The slot that an answer without a name means, or the named one while it is there. */
function answeredSlot({ state }: Turn, slot: string | undefined): PendingSlot | undefined {
  if (slot !== undefined) return state.slots.find((each) => each.slot === slot);
  return currentSlot(state) ?? state.slots[0];
}

export function letGo(turn: Turn, slot: string | undefined): void {
  const pending = answeredSlot(turn, slot);
  if (!pending) {
    if (slot === undefined) skip(turn, undefined);
    return;
  }
  settle(turn, pending.slot, 'not now');
  countDeclined(turn, pending.prompt, true);
  tell(turn, { type: 'letGo', slot: pending.slot, at: turn.at.wall });
}

export function keepStill(turn: Turn, { slot, prompt }: Of<'notToday'>): void {
  const pending =
    prompt === undefined
      ? answeredSlot(turn, slot)
      : turn.state.slots.find((each) => each.prompt === prompt);
  const id = prompt ?? pending?.prompt;
  if (id === undefined || !turn.state.prompts[id]) return;
  const { wall, zone } = turn.at;
  const day = dayOf(wall, zone, turn.rules.dayStart);
  const ended = pending?.slot ?? intervalSlot(turn.state, id);
  settle(turn, ended, 'not today');
  countDeclined(turn, id, true);
  changePrompt(turn, id, { notToday: day });
  tell(turn, { type: 'notToday', slot: ended, at: wall, day });
}

/** The coming one is let go before it is due; of this prompt, or of the one that would come first. */
export function skip(turn: Turn, asked: string | undefined): void {
  const prompt = asked === undefined ? nextPrompt(turn) : promptOrFirst(turn.rules, asked);
  if (!prompt || turn.state.prompts[prompt.id]?.stretch !== 'open') return;
  const waiting = turn.state.slots.find((each) => each.prompt === prompt.id);
  const slot = waiting?.slot ?? comingSlot(turn, prompt);
  if (slot === undefined) return;
  settle(turn, slot, 'skipped');
  tell(turn, { type: 'letGo', slot, at: turn.at.wall });
}

function comingSlot(turn: Turn, prompt: Prompt): string | undefined {
  if (prompt.cadence.type === 'active') return intervalSlot(turn.state, prompt.id);
  return nextOf(turn, prompt)?.slot;
}

const nextOf = (turn: Turn, prompt: Prompt): ReturnType<typeof nextOccurrence> =>
  nextOccurrence(prompt, turn.at.wall, zoneOf(prompt, turn.at), turn.rules.usualSleep);

function nextPrompt(turn: Turn): Prompt | undefined {
  const { state, rules, at } = turn;
  const dueIn = (prompt: Prompt): number =>
    prompt.cadence.type === 'active'
      ? remainingMs(state, prompt, rules, at, openOf(turn, prompt))
      : (nextOf(turn, prompt)?.at ?? Infinity) - at.wall;
  return rules.prompts
    .filter(({ id }) => state.prompts[id]?.stretch === 'open')
    .toSorted((a, b) => dueIn(a) - dueIn(b))
    .at(0);
}

export function keepQuiet(turn: Turn, { until, by = 'length' }: Of<'quiet'>): void {
  if (!(until > turn.at.wall)) return;
  const quiet = { at: laterThan(turn.state.quiet, turn), until, by };
  change(turn, { quiet });
  note(turn, 'quiet', { until });
  tell(turn, { type: 'quiet', ...quiet });
}

export function endQuiet(turn: Turn): void {
  const { quiet } = turn.state;
  const { wall } = turn.at;
  if (!quiet || quiet.until <= wall) return;
  const ended = { ...quiet, at: laterThan(quiet, turn), until: wall };
  change(turn, { quiet: ended });
  note(turn, 'quiet ended', {});
  tell(turn, { type: 'quiet', ...ended });
}

/**
 * A call that only the person knows of. Told here it closes the pause that is open here; heard from the other
 * shell it does not: whoever is in a pause is not in that call.
 */
export function beInCall(turn: Turn, { until }: Of<'call'>): void {
  const { wall } = turn.at;
  const before = turn.state.call;
  if (!Number.isFinite(until) || (until <= wall && !(before && before.until > wall))) return;
  const call = { at: laterThan(before, turn), until: Math.max(wall, until) };
  change(turn, { call });
  const current = currentSlot(turn.state);
  if (call.until > wall && current?.phase === 'open' && !current.asked)
    interrupt(turn, current, 'meeting');
  if (call.until > wall) note(turn, 'call', { until: call.until });
  else note(turn, 'call ended', {});
  tell(turn, { type: 'call', ...call });
}

export function takeAnchor(turn: Turn, { anchor, at }: Of<'anchor'>): void {
  const told = turn.at.wall;
  if (!Number.isFinite(at) || at > told) return;
  change(turn, { anchors: { ...turn.state.anchors, [anchor]: { at, told } } });
  tell(turn, { type: 'anchor', anchor, at, told });
}
