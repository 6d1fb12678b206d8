/** What falls due: intervals of active time, times by the clock, and moments after an anchor. */
import { civilMinute, dayOf } from '../../kernel/civil-time.ts';
import { anchoredMoment } from './anchored.ts';
import { activeMs, hoursOf, zoneOf } from './active-time.ts';
import { later, shownThrough, type PendingSlot } from './engine-state.ts';
import { nextOpening } from './hours.ts';
import { keepsClock, nextOccurrence, occurrencesOn } from './occurrences.ts';
import { graceMs, type Prompt } from './prompt.ts';
import {
  change,
  changePrompt,
  deferUntil,
  freshPrompt,
  intervalSlot,
  isSettled,
  note,
  openOf,
  putPrompt,
  restart,
  settle,
  type Turn,
} from './turn.ts';

/** Takes up new prompts, lets go of those that are gone, and begins intervals where hours open. */
export function followHours(turn: Turn, chosenNow: boolean): void {
  forgetRemoved(turn);
  let noted = false;
  for (const prompt of turn.rules.prompts) {
    const open = openOf(turn, prompt);
    const stretch = !turn.rules.on || !prompt.on ? 'off' : open ? 'open' : 'closed';
    const before = turn.state.prompts[prompt.id];
    if (!before) putPrompt(turn, prompt.id, freshPrompt(turn.at.wall, stretch));
    if (before?.stretch === stretch) continue;
    changePrompt(turn, prompt.id, { stretch });
    if (stretch === 'closed' && prompt.hours === 'usual' && before && !noted) {
      const opens = opening(turn, prompt);
      note(turn, 'hours closed', opens);
      noted = true;
      if (before.stretch === 'open') stopWork(turn, opens.until);
    }
    if (stretch !== 'open' || !open || !before) continue;
    deferUntil(turn, 'outside', open.from, prompt.id);
    const { counts } = turn.rules.policies.outside;
    // Hours that a person opens by hand begin now, not in the morning they were not set for.
    if (before.stretch === 'off' || chosenNow) restart(turn, prompt.id, turn.at.wall);
    else if (counts === 'fresh' || counts === 'rest') restart(turn, prompt.id, open.from);
  }
}

/** The last hours of a person's day are over: work stops, unless they said so sooner. */
function stopWork(turn: Turn, opens: number | undefined): void {
  const { wall, zone } = turn.at;
  const day = (instant: number): string => dayOf(instant, zone, turn.rules.dayStart);
  const { stopped } = turn.state.anchors;
  if (opens !== undefined && day(opens) === day(wall)) return;
  if (stopped && day(stopped.at) === day(wall)) return;
  change(turn, { anchors: { ...turn.state.anchors, stopped: { at: wall, told: wall } } });
}

function forgetRemoved(turn: Turn): void {
  const known = new Set(turn.rules.prompts.map(({ id }) => id));
  const gone = Object.keys(turn.state.prompts).filter((id) => !known.has(id));
  if (gone.length === 0) return;
  for (const { slot, prompt, asked, phase } of turn.state.slots)
    if (!known.has(prompt) && !asked && phase !== 'open') settle(turn, slot, 'turned off');
  const kept = Object.entries(turn.state.prompts).filter(([id]) => known.has(id));
  change(turn, { prompts: Object.fromEntries(kept) });
}

export function opening({ rules, at }: Turn, prompt: Prompt): { until?: number } {
  const { week, off } = hoursOf(prompt, rules);
  const opens = nextOpening(week, at.wall, zoneOf(prompt, at), off);
  return opens === undefined ? {} : { until: opens };
}

/** Puts what has fallen due into the state. */
export function fallDue(turn: Turn): void {
  for (const prompt of turn.rules.prompts) {
    if (turn.state.prompts[prompt.id]?.stretch === 'off' || isStill(turn, prompt)) continue;
    if (prompt.cadence.type === 'active') intervalDue(turn, prompt);
    else if (keepsClock(prompt)) clockDue(turn, prompt);
    else anchorDue(turn, prompt);
  }
}

/** Remembers up to where the clock has been looked at. */
export function lookThrough(turn: Turn): void {
  const { wall, zone } = turn.at;
  const { through } = turn.state;
  const first = through.civil === '';
  const moved = first || through.zone !== zone;
  // After a flight west the clock shows again what it has shown: it is not looked at twice.
  const civil = moved ? later(civilMinute(wall, zone), first ? '' : shownThrough(through)) : null;
  change(turn, {
    through: { civil: civil ?? through.civil, at: Math.max(wall, through.at), zone },
  });
}

function intervalDue(turn: Turn, prompt: Prompt): void {
  const { state, rules, at } = turn;
  const kept = state.prompts[prompt.id];
  if (kept?.stretch !== 'open' || prompt.cadence.type !== 'active') return;
  if (state.slots.some((slot) => slot.prompt === prompt.id)) return;
  const active = activeMs(state, prompt, rules, at, openOf(turn, prompt));
  const over = active - prompt.cadence.everyMinutes * 60_000;
  if (over < 0) return;
  const dueAt = state.whereabouts.is === 'away' ? at.wall : at.wall - over;
  enqueue(turn, prompt, intervalSlot(state, prompt.id), dueAt);
}

function clockDue(turn: Turn, prompt: Prompt): void {
  const { wall } = turn.at;
  const zone = zoneOf(prompt, turn.at);
  const { through } = turn.state;
  if (through.civil === '') return;
  // Nearly every time: on one clock nothing has come between the last look and this one.
  const { usualSleep } = turn.rules;
  if (through.zone === turn.at.zone && through.at <= wall) {
    const next = nextOccurrence(prompt, through.at, zone, usualSleep);
    if (!next || next.at > wall) return;
  }
  const seen = prompt.zone === null ? shownThrough(through) : civilMinute(through.at, zone);
  const first = Temporal.PlainDate.from(seen.slice(0, 10)).subtract({ days: 1 });
  const last = Temporal.Instant.fromEpochMilliseconds(Math.trunc(wall))
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  const dates = Math.min(40, first.until(last).days);
  const due = Array.from({ length: Math.max(0, dates + 1) }, (_, ahead) =>
    occurrencesOn(prompt, last.subtract({ days: dates - ahead }), zone, usualSleep),
  )
    .flat()
    .filter(({ at, civil }) => at <= wall && civil > seen);
  const latest = due.at(-1);
  if (!latest) return;
  if (wall - latest.at > graceMs(prompt) || !isOpen(turn, prompt))
    letGoUnseen(
      turn,
      latest.slot,
      isOpen(turn, prompt) ? 'passed over' : 'outside hours',
      isOpen(turn, prompt) ? { cause: 'away', count: due.length } : opening(turn, prompt),
    );
  else enqueue(turn, prompt, latest.slot, latest.at);
}

function anchorDue(turn: Turn, prompt: Prompt): void {
  const moment = anchoredMoment(prompt, turn.state, turn.rules, turn.at.zone);
  if (!moment) return;
  const { slot, at } = moment;
  if (at > turn.at.wall || at < turn.state.through.at) return;
  if (isSettled(turn.state, slot)) return;
  if (!isOpen(turn, prompt)) letGoUnseen(turn, slot, 'outside hours', opening(turn, prompt));
  else enqueue(turn, prompt, slot, at);
}

const isOpen = (turn: Turn, prompt: Prompt): boolean =>
  turn.state.prompts[prompt.id]?.stretch === 'open';

/** The person asked it to keep still until their day is over. */
export function isStill(
  { state, at, rules }: Pick<Turn, 'state' | 'at' | 'rules'>,
  { id }: Prompt,
): boolean {
  const day = state.prompts[id]?.notToday ?? null;
  return day !== null && day >= dayOf(at.wall, at.zone, rules.dayStart);
}

function letGoUnseen(
  turn: Turn,
  slot: string,
  ending: 'passed over' | 'outside hours',
  detail: Parameters<typeof settle>[3],
): void {
  if (!isSettled(turn.state, slot)) settle(turn, slot, ending, detail);
}

function enqueue(turn: Turn, prompt: Prompt, slot: string, dueAt: number): void {
  const { wall } = turn.at;
  if (isSettled(turn.state, slot) || turn.state.slots.some((each) => each.slot === slot)) return;
  // The next one by the clock takes the place of one that still waits.
  for (const waiting of turn.state.slots)
    if (waiting.prompt === prompt.id && waiting.phase === 'due' && !waiting.asked)
      settle(turn, waiting.slot, 'joined');
  if (turn.state.slots.some((each) => each.prompt === prompt.id)) {
    settle(turn, slot, 'joined');
    return;
  }
  const due: PendingSlot = {
    slot,
    prompt: prompt.id,
    dueAt,
    phase: 'due',
    at: wall,
    asked: false,
    heldBy: [],
    heldUntil: 0,
  };
  change(turn, { slots: [...turn.state.slots, due] });
}
