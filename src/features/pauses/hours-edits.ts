/** Changes to the hours of a week, and what a range says of itself. */
import { parseClock } from '../../kernel/civil-time.ts';
import { type HoursRange, type WeekHours } from './hours.ts';

const dayMinutes = 1440;
const usual: HoursRange = { from: 9 * 60, until: 17 * 60 + 30 };

/** Where further hours of a day begin: an hour after the last ones, while the day has room for them. */
export function moreHours(ranges: readonly HoursRange[]): HoursRange {
  const last = ranges.at(-1);
  if (!last || last.until <= last.from || last.until + 120 > dayMinutes) return usual;
  return { from: last.until + 60, until: Math.min(last.until + 180, dayMinutes) };
}

/** Tuesday to Friday as Monday is. */
export const weekdaysAsMonday = (hours: WeekHours): WeekHours =>
  hours.map((ranges, day) => (day < 5 ? (hours[0] ?? []) : ranges));

export const areWeekdaysAlike = (hours: WeekHours): boolean =>
  JSON.stringify(weekdaysAsMonday(hours)) === JSON.stringify(hours);

/**
 * What two clock times mean together; midnight at the end is the end of the day. `unfinished` while one of
 * them is no time yet, `same` when nothing lies between them.
 */
export function rangeOf(from: string, until: string): HoursRange | 'unfinished' | 'same' {
  const [begin, end] = [parseClock(from), parseClock(until)];
  if (begin === undefined || end === undefined) return 'unfinished';
  const range = { from: begin, until: end === 0 ? dayMinutes : end };
  return range.from === range.until ? 'same' : range;
}

/** `whole`: the same time twice; `tomorrow`: it ends after midnight. */
export function reachOf({ from, until }: HoursRange): 'today' | 'tomorrow' | 'whole' {
  const [begin, end] = [from % dayMinutes, until % dayMinutes];
  if (begin === end) return 'whole';
  return end !== 0 && end < begin ? 'tomorrow' : 'today';
}
