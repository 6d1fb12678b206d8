/** Changes to the hours of a week. */
import { parseClock } from '../../kernel/civil-time.ts';
import { rangeBetween, type HoursRange, type WeekHours } from './hours.ts';

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

/** What two typed times mean: `unfinished` while one of them is no time yet, `same` when nothing lies between them. */
export function rangeOf(from: string, until: string): HoursRange | 'unfinished' | 'same' {
  const [begin, end] = [parseClock(from), parseClock(until)];
  if (begin === undefined || end === undefined) return 'unfinished';
  return rangeBetween(begin, end) ?? 'same';
}
