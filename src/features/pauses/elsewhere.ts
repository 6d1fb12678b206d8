/**
 * What the other shell on this computer has done. Facts may come twice, in any order and in any pieces:
 * the interval begins at the latest ending of all, every slot that was answered stays answered, and of
 * two decisions about quiet or later the younger one stands.
 */
import { activeMs } from './active-time.ts';
import { type EngineState } from './engine-state.ts';
import { type PauseFact } from './events.ts';
import {
  change,
  factName,
  hearOnce,
  intervalSlot,
  remember,
  restart,
  settle,
  type Turn,
} from './turn.ts';

/** An interval this young leaves no row when the other shell begins a new one (chosen). */
const worthMs = 60_000;

/** Oldest first, so that the rows of a late message are those of one that came in time. */
export function hear(turn: Turn, facts: readonly PauseFact[]): void {
  for (const fact of facts.toSorted(byAge)) if (hearOnce(turn, fact)) take(turn, fact);
}

const instantOf = (fact: PauseFact): number => ('at' in fact ? fact.at : fact.until);

function byAge(a: PauseFact, b: PauseFact): number {
  return instantOf(a) - instantOf(b) || (factName(a) < factName(b) ? -1 : 1);
}

function take(turn: Turn, fact: PauseFact): void {
  const { quiet, snooze } = turn.state;
  switch (fact.type) {
    case 'took':
    case 'rested':
    case 'letGo':
      heardEnding(turn, fact.slot, instantOf(fact), fact.type === 'took');
      break;
    case 'snoozed':
      if (stands(turn, fact, snooze)) change(turn, { snooze: { at: fact.at, until: fact.until } });
      break;
    case 'quiet':
      if (stands(turn, fact, quiet))
        change(turn, { quiet: { at: fact.at, until: fact.until, by: fact.by } });
      break;
  }
}

function heardEnding(turn: Turn, slot: string, instant: number, took: boolean): void {
  const { pending, anchor } = turn.state;
  const end = Math.min(instant, turn.at.wall);
  if (pending && pending.phase !== 'open' && (pending.slot === slot || end > anchor))
    settle(turn, pending.slot, 'elsewhere', {}, end);
  else if (!pending && took && end > anchor && workedMs(turn, end) >= worthMs)
    settle(turn, intervalSlot(turn.state), 'elsewhere', {}, end);
  if (turn.state.pending?.slot !== slot) remember(turn, slot, 'elsewhere');
  restart(turn, end);
}

/** What the interval held when it ended, however late this shell hears of it. */
const workedMs = ({ state, rules, at }: Turn, end: number): number =>
  activeMs(state, rules, { ...at, wall: end });

type Decision = NonNullable<EngineState['quiet'] | EngineState['snooze']>;

/** A decision that claims to come from the future says nothing. */
function stands({ at }: Turn, fact: Decision, known: Decision | null): boolean {
  if (fact.at > at.wall + 2_000) return false;
  if (!known || fact.at !== known.at) return !known || fact.at > known.at;
  if (fact.until !== known.until) return fact.until > known.until;
  // Of two that differ in nothing else it does not matter which, only that it is always the same.
  return 'by' in fact && 'by' in known && fact.by > known.by;
}
