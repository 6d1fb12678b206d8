/** Entries as a list by day, newest first, and a year of days as dots. */
import type { Entry } from './entry.ts';

export type JournalLine =
  | { readonly type: 'day'; readonly key: string; readonly day: string }
  | { readonly type: 'entry'; readonly key: string; readonly entry: Entry };

/** One flat list for a long scroll: a heading for each day, then that day's entries. */
export function linesByDay(entries: readonly Entry[]): JournalLine[] {
  const sorted = entries.toSorted(
    (a, b) => compare(b.day, a.day) || b.at - a.at || compare(a.id, b.id),
  );
  const lines: JournalLine[] = [];
  let day = '';
  for (const entry of sorted) {
    if (entry.day !== day) {
      day = entry.day;
      lines.push({ type: 'day', key: `day:${day}`, day });
    }
    lines.push({ type: 'entry', key: entry.id, entry });
  }
  return lines;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How many entries each day has. */
export function countByDay(days: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** "Today", "Yesterday", or the date in the person's language; the year only when it is another one. */
export function dayName(day: string, today: string, locale?: string): string {
  const date = Temporal.PlainDate.from(day);
  const apart = date.until(Temporal.PlainDate.from(today), { largestUnit: 'days' }).days;
  if (apart === 0) return 'Today';
  if (apart === 1) return 'Yesterday';
  return date.toLocaleString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  });
}
