/**
 * Facts between devices whose clocks differ. Each is told by the teller's own clock, with how far that is behind the
 * time they share, where it is known; where it is not, on either side, it is taken as it was told.
 */
import { type PauseFact } from './events.ts';

/** Milliseconds; null where nobody told how the clock stands. */
export type Behind = number | null;

export interface ToldFact {
  readonly fact: PauseFact;
  readonly behind: Behind;
}

const dayMs = 24 * 3_600_000;

/** By the clock of the reader. Every number in a fact is an instant. */
export function heardBy(own: Behind, { fact, behind }: ToldFact): PauseFact {
  if (own === null || behind === null || own === behind) return fact;
  const ahead = behind - own;
  const moved = Object.entries(fact).map(([name, value]) => [
    name,
    typeof value === 'number' ? value + ahead : value,
  ]);
  const heard = Object.fromEntries(moved) as PauseFact; // the same fields
  if (heard.type !== 'notToday') return heard;
  const day = Temporal.PlainDate.from(heard.day).add({ days: Math.round(ahead / dayMs) });
  return { ...heard, day: day.toString() };
}
