/** One call of `step`: the state as it changes, and the effects as they gather. */
import { openAt } from './active-time.ts';
import {
  slotOf,
  type EngineState,
  type Moment,
  type PendingSlot,
  type PromptState,
} from './engine-state.ts';
import { type PauseEffect, type PauseFact } from './events.ts';
import { type OpenSpan } from './hours.ts';
import { ledgerRow, type Ending, type LedgerDetail, type Verdict } from './ledger.ts';
import { type HoldCause } from './policies.ts';
import { promptIdOf, type Prompt } from './prompt.ts';
import { keeperOf, promptOrFirst, type PauseRules } from './rules.ts';

export interface Turn {
  state: EngineState;
  readonly at: Moment;
  readonly rules: PauseRules;
  readonly effects: PauseEffect[];
  /** The hours this moment lies in, by prompt hours and zone: hundreds of prompts share a few. */
  readonly opens: Map<string, OpenSpan | undefined>;
  /** The last key that went into a page, as far as the shell may know. */
  readonly typedAt: number | undefined;
  /** The copy of all prompts that this turn may write to: one copy, however many of them change. */
  draft?: Record<string, PromptState>;
}

const settledLimit = 200;
const heardLimit = 200;
const spansLimit = 64;

export function change(turn: Turn, patch: Partial<EngineState>): void {
  turn.state = { ...turn.state, ...patch };
}

export function changePrompt(turn: Turn, id: string, patch: Partial<PromptState>): void {
  const keeper = keeperOf(turn.rules, id)?.id;
  const before = keeper === undefined ? undefined : turn.state.prompts[keeper];
  if (before && keeper !== undefined) putPrompt(turn, keeper, { ...before, ...patch });
}

export function putPrompt(turn: Turn, id: string, prompt: PromptState): void {
  const own = turn.draft === turn.state.prompts ? turn.draft : { ...turn.state.prompts };
  own[id] = prompt;
  if (turn.draft === own) return;
  turn.draft = own;
  change(turn, { prompts: own });
}

export function changeSlot(turn: Turn, slot: string, patch: Partial<PendingSlot>): void {
  change(turn, {
    slots: turn.state.slots.map((each) => (each.slot === slot ? { ...each, ...patch } : each)),
  });
}

/** What a cause held up to its end is not late by that, however long nobody looked. */
export function deferUntil(turn: Turn, cause: HoldCause, until: number, prompt?: string): void {
  for (const slot of turn.state.slots)
    if (slot.heldBy.includes(cause) && (prompt === undefined || slot.prompt === prompt))
      changeSlot(turn, slot.slot, { heldUntil: Math.max(slot.heldUntil, until) });
}

export const freshPrompt = (wall: number, stretch: PromptState['stretch']): PromptState => ({
  anchor: wall,
  stretch,
  snooze: null,
  notToday: null,
  declined: 0,
  lessAnswered: false,
});

/** The hours of a prompt at this moment. */
export function openOf(turn: Turn, prompt: Prompt): OpenSpan | undefined {
  const own = typeof prompt.hours === 'string' ? prompt.hours : prompt.id;
  const name = `${own} ${prompt.zone ?? ''}`;
  if (!turn.opens.has(name)) turn.opens.set(name, openAt(prompt, turn.rules, turn.at));
  return turn.opens.get(name);
}

export function note(turn: Turn, verdict: Verdict, detail: LedgerDetail, slot?: string): void {
  turn.effects.push({ type: 'ledger', row: ledgerRow(verdict, turn.at.wall, slot, detail) });
}

export function tell(turn: Turn, fact: PauseFact): void {
  hearOnce(turn, fact);
  turn.effects.push({ type: 'facts', facts: [fact] });
}

/** False for a fact that is known: facts come back from the other shell, whatever the clock did since. */
export function hearOnce(turn: Turn, fact: PauseFact): boolean {
  const name = factName(fact);
  if (turn.state.heard.includes(name)) return false;
  change(turn, { heard: [...turn.state.heard, name].slice(-heardLimit) });
  return true;
}

/** Two facts of one name say the same. */
export function factName(fact: PauseFact): string {
  const at = 'at' in fact ? fact.at : fact.from;
  return `${fact.type} ${aboutWhat(fact)} ${at} ${'until' in fact ? fact.until : ''}`;
}

function aboutWhat(fact: PauseFact): string {
  if ('slot' in fact) return fact.slot;
  if ('by' in fact) return fact.by;
  if ('what' in fact) return `${fact.what} ${fact.device ?? ''}`;
  return 'anchor' in fact ? `${fact.anchor} ${fact.told}` : '';
}

export const isSettled = (state: EngineState, slot: string): boolean =>
  state.settled.some(([settled]) => settled === slot);

/**
 * Gives a slot its one ending, clears its surfaces and starts its prompt's next interval at `from`.
 * What rest it was for the other prompts is `restAll`'s to say.
 */
export function settle(
  turn: Turn,
  slot: string,
  ending: Ending,
  detail: LedgerDetail = {},
  from: number = turn.at.wall,
): void {
  const pending = turn.state.slots.find((each) => each.slot === slot);
  if (pending) {
    if (pending.phase !== 'due') {
      turn.effects.push({ type: 'withdraw', slot });
      change(turn, { last: { prompt: pending.prompt, at: turn.at.wall } });
    }
    change(turn, { slots: turn.state.slots.filter((each) => each !== pending) });
  }
  if (!isSettled(turn.state, slot)) {
    note(turn, ending, detail, slot);
    remember(turn, slot, ending);
    // The page that opened it asks by the name it knows.
    if (pending?.alias !== undefined) remember(turn, pending.alias, ending);
  }
  restart(turn, pending?.prompt ?? promptIdOf(slot), from);
}

/**
 * A rest that ended at `from` and was long enough for prompts of `seconds` begins their intervals again,
 * and what waited of theirs has been answered by it.
 */
export function restAll(
  turn: Turn,
  seconds: number,
  from: number,
  ending: Ending,
  detail: LedgerDetail = {},
): void {
  for (const prompt of turn.rules.prompts) {
    if (prompt.cadence.type !== 'active' || prompt.lengthSeconds > seconds) continue;
    const waiting = turn.state.slots.find((each) => each.prompt === prompt.id && !each.asked);
    if (waiting && waiting.phase !== 'open') settle(turn, waiting.slot, ending, detail, from);
    else if (!waiting) restart(turn, prompt.id, from);
  }
}

export function remember(turn: Turn, slot: string, ending: Ending): void {
  if (isSettled(turn.state, slot)) return;
  change(turn, { settled: [...turn.state.settled, [slot, ending] as const].slice(-settledLimit) });
}

/** The prompt's interval begins again at `from`, unless it already began later. */
export function restart(turn: Turn, id: string, from: number): void {
  const before = turn.state.prompts[id];
  if (before && from > before.anchor) changePrompt(turn, id, { anchor: from });
}

export function restartEvery(turn: Turn, from: number): void {
  const later = Object.entries(turn.state.prompts).map(([id, prompt]): [string, PromptState] => [
    id,
    { ...prompt, anchor: Math.max(prompt.anchor, from) },
  ]);
  change(turn, { prompts: Object.fromEntries(later) });
}

/** Spans before every interval that counts active time have nothing more to say. */
export function dropSpans(turn: Turn): void {
  if (turn.state.spans.length === 0) return;
  let earliest = turn.at.wall;
  for (const { id, cadence, on } of turn.rules.prompts)
    if (on && cadence.type === 'active')
      earliest = Math.min(earliest, turn.state.prompts[id]?.anchor ?? earliest);
  if (turn.state.spans.some(([, until]) => until <= earliest))
    change(turn, { spans: turn.state.spans.filter(([, until]) => until > earliest) });
}

/** The name of the interval that runs, chosen late: the anchor is no other for what names are taken. */
export const intervalSlot = (state: EngineState, id: string): string =>
  slotOf(unusedInstant(state, state.prompts[id]?.anchor ?? 0, id), id);

/** Two slots that begin in one millisecond still have names of their own. */
export function unusedInstant(state: EngineState, instant: number, prompt: string): number {
  let unused = instant;
  while (isSettled(state, slotOf(unused, prompt))) unused += 1;
  return unused;
}

export function bank(turn: Turn, from: number, until: number): void {
  if (until <= from) return;
  const spans = [...turn.state.spans, [from, until] as const];
  const [first, second, ...rest] = spans;
  if (spans.length <= spansLimit || !first || !second) change(turn, { spans });
  // The oldest two become one of the same length, so that the state stays small.
  else change(turn, { spans: [[second[0] - (first[1] - first[0]), second[1]], ...rest] });
}

export const slotPrompt = ({ rules }: Turn, { prompt }: PendingSlot): Prompt =>
  promptOrFirst(rules, prompt);

/** How the prompt that looks after a slot stands; none once it has been removed. */
export function promptState(
  { state, rules }: Pick<Turn, 'state' | 'rules'>,
  id: string,
): PromptState | undefined {
  const keeper = keeperOf(rules, id);
  return keeper && state.prompts[keeper.id];
}
