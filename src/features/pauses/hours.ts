/**
 * The hours of the week in which pauses are welcome. Ranges are civil times: they follow the wall
 * clock through every clock change, and one that crosses midnight belongs to the day it starts on.
 */
import { instantOf, zoned } from '../../kernel/civil-time.ts';

/** Minutes since local midnight, as `rangeBetween` makes them. `until` before `from` means the range ends on the next day. */
export interface HoursRange {
  readonly from: number;
  readonly until: number;
}

const dayMinutes = 1440;

/**
 * What two clock times mean together, for whoever types or stores them: midnight at the end is the end of the
 * day, so from midnight to midnight is the whole day. Any other time twice holds nothing, and means nothing.
 */
export function rangeBetween(from: number, until: number): HoursRange | undefined {
  const range = { from, until: until === 0 ? dayMinutes : until };
  return from < dayMinutes && from !== range.until ? range : undefined;
}

/** `tomorrow`: it ends after midnight. */
export function reachOf({ from, until }: HoursRange): 'today' | 'tomorrow' | 'whole' {
  if (from === 0 && until === dayMinutes) return 'whole';
  return until < from ? 'tomorrow' : 'today';
}

/** Seven lists, Monday first. */
export type WeekHours = readonly (readonly HoursRange[])[];

/** Civil dates without hours, both ends included: a holiday, a day off. */
export interface DatesOff {
  readonly from: string;
  readonly until: string;
}

/** Two instants; the second one no longer belongs to it. */
export interface OpenSpan {
  readonly from: number;
  readonly until: number;
}

/** A week has to come round once before we say that it never opens. */
const horizonDays = 8;
/** Looked through in turn: most hours open tomorrow, holidays can last. */
const horizons = [2, horizonDays, 60];

/** The open spans that touch `[from, until]`, in order, neighbours joined. */
export function openSpans(
  hours: WeekHours,
  from: number,
  until: number,
  zone: string,
  off: readonly DatesOff[] = [],
): OpenSpan[] {
  const last = zoned(until, zone).toPlainDate();
  const spans: OpenSpan[] = [];
  // One day early, for the range that began before midnight.
  let date = zoned(from, zone).toPlainDate().subtract({ days: 1 });
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 }))
    if (!isOff(off, date.toString()))
      for (const range of hours[date.dayOfWeek - 1] ?? []) spans.push(spanOf(range, date, zone));
  return joined(spans).filter((span) => span.until > from && span.from <= until);
}

const isOff = (off: readonly DatesOff[], date: string): boolean =>
  off.some(({ from, until }) => from <= date && date <= until);

function spanOf(range: HoursRange, date: Temporal.PlainDate, zone: string): OpenSpan {
  const endDate = reachOf(range) === 'tomorrow' ? date.add({ days: 1 }) : date;
  return { from: instantOf(date, range.from, zone), until: instantOf(endDate, range.until, zone) };
}

function joined(spans: OpenSpan[]): OpenSpan[] {
  const out: OpenSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const before = out.at(-1);
    if (span.until <= span.from) continue;
    if (before && span.from <= before.until)
      out[out.length - 1] = { from: before.from, until: Math.max(before.until, span.until) };
    else out.push(span);
  }
  return out;
}

/** The open span an instant lies in; its end is exact up to the end of tomorrow and never earlier than that. */
export function openSpanAt(
  hours: WeekHours,
  at: number,
  zone: string,
  off: readonly DatesOff[] = noDates,
): OpenSpan | undefined {
  const known = lastAnswer.get(hours);
  if (known?.zone === zone && known.off === off && known.from <= at && at < known.until)
    return known.span;
  const span = findSpan(hours, at, zone, off);
  const until = span?.until ?? nextOpening(hours, at, zone, off) ?? at;
  lastAnswer.set(hours, { zone, off, span, from: span?.from ?? at, until });
  return span;
}

const noDates: readonly DatesOff[] = [];

/** Asked at every heartbeat: an answer holds until its span ends or the next one begins. */
const lastAnswer = new WeakMap<
  WeekHours,
  {
    zone: string;
    off: readonly DatesOff[];
    span: OpenSpan | undefined;
    from: number;
    until: number;
  }
>();

function findSpan(
  hours: WeekHours,
  at: number,
  zone: string,
  off: readonly DatesOff[],
): OpenSpan | undefined {
  const found = openSpans(hours, at, at, zone, off).at(0);
  if (!found) return undefined;
  const tomorrow = zoned(at, zone).startOfDay().add({ days: 1 }).epochMilliseconds;
  // Most hours end before that.
  if (found.until < tomorrow) return found;
  return openSpans(hours, at, tomorrow, zone, off).find((span) => span.from <= at);
}

export const isOpen = (hours: WeekHours, at: number, zone: string): boolean =>
  openSpanAt(hours, at, zone) !== undefined;

/** When the hours next open, strictly after `at`; none when no day of the next weeks has hours. */
export function nextOpening(
  hours: WeekHours,
  at: number,
  zone: string,
  off: readonly DatesOff[] = [],
): number | undefined {
  for (const days of horizons) {
    const end = zoned(at, zone).add({ days }).epochMilliseconds;
    const next = openSpans(hours, at, end, zone, off).find((span) => span.from > at);
    if (next) return next.from;
  }
  return undefined;
}

/** When the span that is open at `at` ends; none when it is closed, or never closes. */
export function nextClosing(hours: WeekHours, at: number, zone: string): number | undefined {
  const end = zoned(at, zone).add({ days: horizonDays }).epochMilliseconds;
  const open = openSpans(hours, at, end, zone).find((span) => span.from <= at);
  return open && open.until < end ? open.until : undefined;
}
