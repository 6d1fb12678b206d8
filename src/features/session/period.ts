/** The days that a page for a session looks back on. */
import { isDate } from '../../kernel/civil-time.ts';
import { daysBefore } from '../../kernel/dates.ts';

export const periods = ['since', '7', '14', '28', '90', 'own'] as const;
export type PeriodName = (typeof periods)[number];

/** Days, both included. */
export interface Period {
  readonly from: string;
  readonly until: string;
}

interface Asked {
  readonly period: PeriodName;
  /** The day of the last session; null before there was one. */
  readonly last: string | null;
  /** Of the person's own choice; null until they made one. */
  readonly from: string | null;
  readonly until: string | null;
}

const usualDays = 14;

/** A page of more than that is a book (chosen). */
const mostDays = 366;

const back = (until: string, days: number): Period => ({
  from: daysBefore(until, days - 1),
  until,
});

/** Always a period: what was told in the other order is put in order, and what was not told is two weeks. */
export function periodOf({ period, last, from, until }: Asked, today: string): Period {
  if (period === 'since') return last === null ? back(today, usualDays) : within(last, today);
  if (period !== 'own') return back(today, Number(period));
  const end = isDate(until) ? until : today;
  return isDate(from) ? within(from, end) : back(end, usualDays);
}

function within(one: string, other: string): Period {
  const [from, until] = one <= other ? [one, other] : [other, one];
  const longest = back(until, mostDays);
  return { from: from < longest.from ? longest.from : from, until };
}

export function daysOf({ from, until }: Period): string[] {
  const first = Temporal.PlainDate.from(from);
  const { days } = first.until(Temporal.PlainDate.from(until));
  return Array.from({ length: days + 1 }, (_, at) => first.add({ days: at }).toString());
}
