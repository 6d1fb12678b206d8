import type { PartOfDay } from './schema.ts';

/** Which greeting fits, by minutes since local midnight. The hours are chosen, in step with the day start at four. */
export function partOfDay(minute: number): PartOfDay {
  if (minute < 4 * 60) return 'night';
  if (minute < 12 * 60) return 'morning';
  return minute < 18 * 60 ? 'afternoon' : 'evening';
}
