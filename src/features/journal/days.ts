/** Entries in the order they are read, and a year of days as dots. */
import type { Entry } from './entry.ts';

/** By the person's day, then by the moment the entry is about; the id settles a tie. */
export const newestFirst = (entries: readonly Entry[]): Entry[] =>
  entries.toSorted((a, b) => compare(b.day, a.day) || b.at - a.at || compare(a.id, b.id));

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
  return dateName(day, today, locale);
}

/** The date in the person's language; the year only when it is another one. */
export const dateName = (day: string, today: string, locale?: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  });

export interface YearDay {
  readonly day: string;
  readonly level: 0 | 1 | 2 | 3;
  readonly count: number;
}

/** Every day of a year up to `today`; three entries or more are one shade (chosen). */
export function yearOfDays(
  year: number,
  counts: ReadonlyMap<string, number>,
  today: string,
): YearDay[] {
  const days: YearDay[] = [];
  const end = today < `${year}-12-31` ? today : `${year}-12-31`;
  let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  for (; date.toString() <= end; date = date.add({ days: 1 })) {
    const day = date.toString();
    const count = counts.get(day) ?? 0;
    days.push({ day, count, level: count > 2 ? 3 : (count as 0 | 1 | 2) });
  }
  return days;
}
