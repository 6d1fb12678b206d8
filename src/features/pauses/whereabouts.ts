/**
 * Here, still or away: what counts as work and what counts as rest. An absence runs from the last
 * input; as long as a pause it is one, shorter it simply does not count as work.
 */
import { dayOf, hourMs } from '../../kernel/civil-time.ts';
import { activeMs } from './active-time.ts';
import { type Around, type AwayCause, type EngineState } from './engine-state.ts';
import { type Presence } from './events.ts';
import { type Policy } from './policies.ts';
import {
  bank,
  change,
  intervalSlot,
  openOf,
  restart,
  restartEvery,
  settle,
  tell,
  type Turn,
} from './turn.ts';

/** A touch this short between two still spells is a reader turning the page (chosen). */
const touchMs = 60_000;
/** Nobody reads one page for longer than this (chosen). */
const readingMs = 15 * 60_000;
/** Less work than this before a rest is not worth a row in the ledger (chosen). */
const worthMs = 60_000;
/** Away for this long before the first sign of a new day was the night (chosen). */
export const nightMs = 3 * hourMs;

export const policyOf = ({ rules }: Turn, cause: AwayCause): Policy =>
  rules.policies[cause === 'closed' ? 'asleep' : cause];

/** The weightiest first. */
export const causesAround = [
  'quiet',
  'sharing',
  'sharingThere',
  'meeting',
  'meetingThere',
  'call',
  'media',
] as const satisfies readonly (keyof Around)[];

type CauseAround = Exclude<keyof Around, 'call' | 'meetingThere' | 'sharingThere'>;

/** A call is a call, seen here or there or told of. */
export function causeOf(name: keyof Around): CauseAround {
  if (name === 'sharingThere') return 'sharing';
  return name === 'call' || name === 'meetingThere' ? 'meeting' : name;
}

/** What goes on around the person, the weightiest first. */
export const inForce = (state: Pick<EngineState, 'around'>): CauseAround[] =>
  causesAround.filter((name) => state.around[name] !== undefined).map(causeOf);

/** Others see this screen. */
export const isShared = (state: Pick<EngineState, 'around'>): boolean =>
  inForce(state).includes('sharing');

/** The cause, if any, for which the person does not want this time counted. */
export const stoppingCause = (turn: Turn): CauseAround | undefined =>
  inForce(turn.state).find((cause) => policyOf(turn, cause).counts !== 'keep');

export function sense(turn: Turn, presence: Presence): void {
  const { wall } = turn.at;
  const quietFor = presence.state === 'idle' ? turn.rules.idleMinutes * 60_000 : 0;
  const lastInput = Math.min(wall, presence.lastInput ?? wall - quietFor);
  const counted =
    presence.state !== 'active' && policyOf(turn, presence.state).counts === 'keep'
      ? 'active'
      : presence.state;
  switch (counted) {
    case 'active':
      comeBack(turn, lastInput);
      break;
    case 'locked':
      leave(turn, lastInput, 'locked');
      break;
    case 'idle':
      growStill(turn, lastInput, presence.watching ?? false);
      break;
  }
}

function growStill(turn: Turn, lastInput: number, watching: boolean): void {
  const { whereabouts: now, touchedAt } = turn.state;
  if (now.is === 'away') return;
  const reading = touchedAt !== null && lastInput - touchedAt < touchMs;
  // The end of a film is the last sign of whoever watched it.
  if (now.is === 'still' && now.watching && !watching) leave(turn, turn.at.wall, 'idle');
  else if (watching || reading || now.is === 'still') {
    // A later notice of the same stillness is not a sign of life.
    const since = now.is === 'still' ? Math.min(now.since, lastInput) : lastInput;
    change(turn, { whereabouts: { is: 'still', from: now.from, since, watching } });
  } else leave(turn, lastInput, 'idle');
}

/** A still spell that outlasts any page was an absence from its beginning. */
export function doubtStillness(turn: Turn): void {
  const now = turn.state.whereabouts;
  if (now.is === 'still' && !now.watching && turn.at.wall - now.since > readingMs)
    leave(turn, now.since, 'idle');
}

export function leave(turn: Turn, lastSign: number, cause: AwayCause): void {
  const now = turn.state.whereabouts;
  if (now.is === 'away') {
    if (cause === 'locked') change(turn, { whereabouts: { ...now, cause } });
    return;
  }
  const since = Math.max(now.from, lastSign);
  bank(turn, now.from, since);
  change(turn, { whereabouts: { is: 'away', since, cause }, touchedAt: null });
}

export function comeBack(turn: Turn, at: number): void {
  const now = turn.state.whereabouts;
  if (now.is === 'here') return;
  if (now.is === 'still') {
    change(turn, { whereabouts: { is: 'here', from: now.from }, touchedAt: at });
    return;
  }
  const stopping = stoppingCause(turn);
  if (stopping !== undefined && stopping === now.cause) return;
  const until = Math.max(now.since, at);
  wakeUp(turn, now.since, until);
  afterAbsence(turn, now.since, until, now.cause);
  if (stopping !== undefined) {
    change(turn, { whereabouts: { is: 'away', since: until, cause: stopping }, touchedAt: null });
    return;
  }
  const wasStill = now.cause === 'idle' && until - now.since <= readingMs;
  change(turn, { whereabouts: { is: 'here', from: until }, touchedAt: wasStill ? until : null });
}

/** The first sign after a night is waking, until the person says it was at another time. */
export function wakeUp(turn: Turn, since: number, until: number): void {
  const { zone } = turn.at;
  const day = (instant: number): string => dayOf(instant, zone, turn.rules.dayStart);
  if (until - since < nightMs || day(since) === day(until)) return;
  const known = turn.state.anchors.woke;
  if (known && day(known.at) === day(until)) return;
  change(turn, { anchors: { ...turn.state.anchors, woke: { at: until, told: until } } });
}

/** What a time away does to every prompt, by the policy of its cause. */
export function afterAbsence(turn: Turn, from: number, until: number, cause: AwayCause): void {
  const { counts, back } = policyOf(turn, cause);
  if (counts === 'rest') creditRest(turn, from, until, cause);
  if (counts === 'fresh') restartEvery(turn, until);
  if (back !== 'offer') letWaitingGo(turn, cause, back === 'fresh');
}

/** On return from some causes a person wants nothing that had waited, or every interval anew. */
export function letWaitingGo(turn: Turn, cause: AwayCause, anew: boolean): void {
  for (const { slot, phase, asked } of turn.state.slots)
    if (phase !== 'open' && !asked) settle(turn, slot, 'passed over', { cause });
  if (anew) restartEvery(turn, turn.at.wall);
}

/** Each prompt is answered by a rest as long as its own pause; what is longer keeps its interval. */
function creditRest(turn: Turn, from: number, until: number, cause: AwayCause): void {
  const seconds = Math.round((until - from) / 1000);
  for (const prompt of turn.rules.prompts) {
    if (prompt.cadence.type !== 'active' || until - from < prompt.lengthSeconds * 1000) continue;
    const waiting = turn.state.slots.find((each) => each.prompt === prompt.id && !each.asked);
    if (waiting?.phase === 'open') continue;
    const open = openOf(turn, prompt);
    const worked = activeMs(turn.state, prompt, turn.rules, turn.at, open);
    const stretch = turn.state.prompts[prompt.id]?.stretch;
    if (waiting || (stretch === 'open' && worked >= worthMs)) {
      const slot = waiting?.slot ?? intervalSlot(turn.state, prompt.id);
      settle(turn, slot, 'rest credited', { seconds, cause }, until);
      tell(turn, { type: 'rested', slot, from, until });
    }
    restart(turn, prompt.id, until);
  }
}
