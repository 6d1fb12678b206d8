/** What a day of an anchor is. No day is a lapse: one without a note says nothing. */
export type DayState = 'done' | 'part' | 'notToday' | 'rest' | 'none';

/** Days of rest, both included, as `2026-11-22`; without an end until it is ended. There is no quota. */
export interface Rest {
  readonly from: string;
  readonly until: string | null;
}

export const restOn = (date: string, rests: readonly Rest[]): Rest | null =>
  rests.find(({ from, until }) => date >= from && (until === null || date <= until)) ?? null;

/** `credit` is what was noted, null where nothing was. Something done while resting is done. */
export function dayStateOf(date: string, credit: number | null, rests: readonly Rest[]): DayState {
  const resting = restOn(date, rests) !== null;
  if (credit === null) return resting ? 'rest' : 'none';
  if (credit >= 1) return 'done';
  if (credit > 0) return 'part';
  return resting ? 'rest' : 'notToday';
}

/** A part counts. */
export const isDone = (state: DayState): boolean => state === 'done' || state === 'part';
