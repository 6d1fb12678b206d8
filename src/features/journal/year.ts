/** A year of the journal as dots and in one sentence. */
import type { DotDay } from '../../ui/year-dots.ts';
import { yearOfDays } from './days.ts';

const entries = (count: number): string =>
  count === 0 ? 'nothing written' : count === 1 ? 'one entry' : `${count} entries`;

/** Every day of the year up to `today`, each with what a screen reader says of it. */
export const yearDays = (
  year: number,
  counts: ReadonlyMap<string, number>,
  today: string,
  locale?: string,
): DotDay[] =>
  yearOfDays(year, counts, today).map(({ day, level, count }) => ({
    day,
    level,
    label: `${dateLabel(day, locale)}, ${entries(count)}`,
  }));

export function yearSummary(year: number, counts: ReadonlyMap<string, number>): string {
  if (counts.size === 0) return `${year} is open. A dot appears for every day you write.`;
  const days = counts.size === 1 ? 'one day' : `${counts.size} days`;
  return `You wrote on ${days} of ${year}. Choose any day to go there.`;
}

/** `November`, with its year once that is another one. */
export function monthName(day: string, today: string, locale?: string): string {
  const elsewhen = day.slice(0, 4) !== today.slice(0, 4);
  return Temporal.PlainDate.from(day).toLocaleString(locale, {
    month: 'long',
    ...(elsewhen && { year: 'numeric' }),
  });
}

const dateLabel = (day: string, locale?: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });
