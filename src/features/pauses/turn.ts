/** One call of `step`: the state as it changes, and the effects as they gather. */
import { slotOf, type EngineState, type Moment } from './engine-state.ts';
import { type PauseEffect, type PauseFact } from './events.ts';
import { ledgerRow, type Ending, type LedgerDetail, type Verdict } from './ledger.ts';
import { type OpenSpan } from './hours.ts';
import { type PauseRules } from './rules.ts';

export interface Turn {
  state: EngineState;
  readonly at: Moment;
  readonly rules: PauseRules;
  /** The hours this moment lies in. */
  readonly open: OpenSpan | undefined;
  readonly effects: PauseEffect[];
}

const settledLimit = 60;
const heardLimit = 100;
const spansLimit = 64;

export function change(turn: Turn, patch: Partial<EngineState>): void {
  turn.state = { ...turn.state, ...patch };
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
  const about = 'slot' in fact ? fact.slot : fact.by;
  const at = 'at' in fact ? fact.at : fact.from;
  return `${fact.type} ${about} ${at} ${'until' in fact ? fact.until : ''}`;
}

export const isSettled = (state: EngineState, slot: string): boolean =>
  state.settled.some(([settled]) => settled === slot);

/** Gives a slot its one ending, clears its surfaces and starts the next interval at `from`. */
export function settle(
  turn: Turn,
  slot: string,
  ending: Ending,
  detail: LedgerDetail = {},
  from: number = turn.at.wall,
): void {
  const { pending } = turn.state;
  if (pending?.slot === slot) {
    if (pending.phase !== 'due') turn.effects.push({ type: 'withdraw', slot });
    change(turn, { pending: null });
  }
  if (!isSettled(turn.state, slot)) {
    note(turn, ending, detail, slot);
    remember(turn, slot, ending);
  }
  restart(turn, from);
}

export function remember(turn: Turn, slot: string, ending: Ending): void {
  if (isSettled(turn.state, slot)) return;
  change(turn, { settled: [...turn.state.settled, [slot, ending] as const].slice(-settledLimit) });
}

/** The interval begins again at `from`, unless it already began later. */
export function restart(turn: Turn, from: number): void {
  const anchor = Math.max(turn.state.anchor, from);
  change(turn, { anchor, spans: turn.state.spans.filter(([, until]) => until > anchor) });
}

/** The name of the interval that runs, chosen late: the anchor is no other for what names are taken. */
export const intervalSlot = (state: EngineState): string =>
  slotOf(unusedInstant(state, state.anchor));

/** Two slots that begin in one millisecond still have names of their own. */
export function unusedInstant(state: EngineState, instant: number, plan?: string): number {
  let unused = instant;
  while (isSettled(state, slotOf(unused, plan))) unused += 1;
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
