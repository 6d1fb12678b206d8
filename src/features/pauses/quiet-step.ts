/** Whether a step learned nothing that outlives it: then what it moved may wait to be stored. */
import { type EngineState, type PendingSlot } from './engine-state.ts';

/** A promise that leaps ahead must be known to whoever comes after: being late for the old one would be sleep. */
const leapMs = 60_000;

export function isQuiet(before: EngineState, after: EngineState): boolean {
  if (before === after) return true;
  if (leaps(before.promised, after.promised)) return false;
  for (const name of Object.keys(after) as (keyof EngineState)[])
    if (!moves.has(name) && before[name] !== after[name] && !isSame(name, before, after))
      return false;
  return before.silentUntil === after.silentUntil;
}

/** The marks that move with every knock. */
const moves = new Set<keyof EngineState>(['seen', 'through', 'promised']);

const leaps = (before: number | null, after: number | null): boolean =>
  (after ?? Infinity) > (before ?? Infinity) + leapMs;

/** What is small may be made anew without being other than it was. */
function isSame(name: keyof EngineState, before: EngineState, after: EngineState): boolean {
  if (name === 'slots')
    return textOf(before.slots.map(settled)) === textOf(after.slots.map(settled));
  if (name === 'devices') return textOf(unused(before)) === textOf(unused(after));
  return name === 'whereabouts' && textOf(before.whereabouts) === textOf(after.whereabouts);
}

/** That something still defers a slot is found out anew at the next look. */
const settled = (slot: PendingSlot): PendingSlot => ({ ...slot, heldUntil: 0 });

/** That the person is still at this device moves with every knock. */
const unused = ({ devices }: EngineState): EngineState['devices'] =>
  devices && { ...devices, used: 0 };

const textOf = (value: unknown): string => JSON.stringify(value);
