/**
 * What the other shell on this computer has done. Facts may come twice and in any order: the interval
 * begins at the latest ending of all, and of two decisions about quiet or later the younger one stands.
 */
import { activeMs } from './active-time.ts';
import { slotOf, type Until } from './engine-state.ts';
import { type PauseFact } from './events.ts';
import { change, hearOnce, remember, restart, settle, type Turn } from './turn.ts';

/** An interval this young leaves no row when the other shell begins a new one (chosen). */
const worthMs = 60_000;

export function hear(turn: Turn, fact: PauseFact): void {
  if (!hearOnce(turn, fact)) return;
  switch (fact.type) {
    case 'took':
    case 'rested':
      heardEnding(turn, fact.slot, fact.until, fact.type === 'took');
      break;
    case 'letGo':
      heardEnding(turn, fact.slot, fact.at, false);
      break;
    case 'snoozed':
      if (isYounger(fact, turn.state.snooze, turn))
        change(turn, { snooze: { at: fact.at, until: fact.until } });
      break;
    case 'quiet':
      if (isYounger(fact, turn.state.quiet, turn))
        change(turn, { quiet: { at: fact.at, until: fact.until, by: fact.by } });
      break;
  }
}

function heardEnding(turn: Turn, slot: string, instant: number, took: boolean): void {
  const { pending, anchor } = turn.state;
  const end = Math.min(instant, turn.at.wall);
  if (pending && pending.phase !== 'open' && (pending.slot === slot || end > anchor))
    settle(turn, pending.slot, 'elsewhere', {}, end);
  else if (!pending && took && end > anchor) {
    const worked = activeMs(turn.state, turn.rules, turn.at, turn.open);
    if (worked >= worthMs) settle(turn, slotOf(anchor), 'elsewhere', {}, end);
  }
  if (end <= anchor) return;
  if (turn.state.pending?.slot !== slot) remember(turn, slot, 'elsewhere');
  restart(turn, end);
}

/** A decision that claims to come from the future says nothing. */
function isYounger(fact: Until, known: Until | null, turn: Turn): boolean {
  if (fact.at > turn.at.wall + 2_000) return false;
  if (!known || fact.at !== known.at) return !known || fact.at > known.at;
  return fact.until > known.until;
}
