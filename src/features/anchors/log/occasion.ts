/** What was noted of a moment: when it was, and to which of the person's days it belongs. */
import {
  dayOf,
  instantOf,
  isDate,
  isZone,
  minuteOfDay,
  minutesToClock,
  parseClock,
  zoned,
} from '../../../kernel/civil-time.ts';
import { daysUpTo } from '../../../kernel/dates.ts';
import { numberField, textField, type Stored } from '../../../kernel/stored.ts';

export interface Occasion {
  readonly id: string;
  /** The instant, in milliseconds. */
  readonly at: number;
  /** Where it was. */
  readonly zone: string;
  /** The person's day, as `2026-11-22`: before the day start it is still the one before. */
  readonly date: string;
}

/** A moment by the calendar and the clock of its place, as a form asks for it. */
export interface Moment {
  readonly date: string;
  /** As `14:05`. */
  readonly time: string;
}

/** Null where not even the day is known. */
export function readOccasion(stored: Stored): Occasion | null {
  const at = numberField(stored, 'at');
  const zone = textField(stored, 'zone');
  const date = textField(stored, 'day');
  return at !== null && isZone(zone) && isDate(date) ? { id: stored.id, at, zone, date } : null;
}

export interface MomentFields {
  readonly at: number;
  readonly zone: string;
  readonly day: string;
}

export const momentFields = (at: number, zone: string, dayStart: number): MomentFields => ({
  at,
  zone,
  day: dayOf(at, zone, dayStart),
});

export const momentOf = ({ at, zone }: Pick<Occasion, 'at' | 'zone'>): Moment => ({
  date: zoned(at, zone).toPlainDate().toString(),
  time: minutesToClock(minuteOfDay(at, zone)),
});

/** Why a moment cannot be taken. */
export type MomentProblem = 'unread' | 'ahead';

/** The instant of it; what is still to come cannot have been. */
export function instantOfMoment(
  { date, time }: Moment,
  zone: string,
  now: number,
): { readonly at: number } | { readonly problem: MomentProblem } {
  const minute = parseClock(time);
  if (minute === undefined || minute >= 1440 || !isDate(date)) return { problem: 'unread' };
  const at = instantOf(Temporal.PlainDate.from(date), minute, zone);
  return at > now ? { problem: 'ahead' } : { at };
}

/** As far back as a day is easily chosen (chosen). */
const daysBack = 14;

/** The calendar's days to choose from, newest first, and one more where it lies further back. */
export function daysToChoose(now: number, zone: string, also: string): string[] {
  const days = daysUpTo(zoned(now, zone).toPlainDate().toString(), daysBack).reverse();
  return days.includes(also) || !isDate(also) ? days : [...days, also].sort().reverse();
}

/** The dates on which something was noted: what they do for an anchor that counts such days. */
export const daysWith = (records: readonly Pick<Occasion, 'date'>[]): ReadonlySet<string> =>
  new Set(records.map(({ date }) => date));

/** Newest first, day by day. */
export function byDay<Member extends Occasion>(
  records: readonly Member[],
): { readonly date: string; readonly records: readonly Member[] }[] {
  const newest = records.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  return [...Map.groupBy(newest, ({ date }) => date)]
    .map(([date, of]) => ({ date, records: of }))
    .sort((a, b) => (a.date < b.date ? 1 : -1));
}
