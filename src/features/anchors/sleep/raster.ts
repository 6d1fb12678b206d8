/** Nights as bars on a clock: where each lies, before anybody knows how wide the picture is. */
import { zoned } from '../../../kernel/civil-time.ts';
import type { KnownNight } from './known-nights.ts';
import { napStart } from './regularity.ts';

/** A bar of one row. Minutes by the clock on the wall, from the noon before the row's date. */
export interface Bar {
  readonly row: number;
  readonly kind: 'bed' | 'sleep' | 'nap';
  readonly from: number;
  readonly until: number;
}

export interface Raster {
  readonly bars: readonly Bar[];
  readonly from: number;
  readonly until: number;
  /** Where the hours stand that are named. */
  readonly hours: readonly number[];
}

/** From 20:00 to 10:00 at least, so that one short night does not fill the picture (chosen). */
const usualSpan = { from: 480, until: 1320 };
const evenHours = 120;

/** Of two days, so that a nap after the night still has its place. */
const lastMinute = 2880;

/** `dates` are the rows, oldest first. */
export function rasterOf(nights: readonly KnownNight[], dates: readonly string[]): Raster {
  const rows = new Map(dates.map((date, row) => [date, row]));
  const bars = nights.flatMap((known) => {
    const row = rows.get(known.night.date);
    return row === undefined ? [] : barsOf(known, row);
  });
  const from = Math.min(usualSpan.from, ...bars.map((bar) => bar.from));
  const until = Math.max(usualSpan.until, ...bars.map((bar) => bar.until));
  const span = {
    from: Math.floor(from / evenHours) * evenHours,
    until: Math.min(lastMinute, Math.ceil(until / evenHours) * evenHours),
  };
  const step = span.until - span.from > 1440 ? 360 : 240;
  const hours: number[] = [];
  for (let hour = Math.ceil(span.from / step) * step; hour <= span.until; hour += step)
    hours.push(hour);
  return { bars, ...span, hours };
}

function barsOf({ night, figures }: KnownNight, row: number): Bar[] {
  const { intoBed, outOfBed } = figures.times.at;
  const place = placeOn(night.date, night.zone);
  const bar = (kind: Bar['kind'], from: number, until: number): Bar => ({
    ...{ row, kind },
    ...{ from: place(from), until: place(until) },
  });
  const bars: Bar[] = [];
  if (intoBed !== undefined && outOfBed !== undefined) bars.push(bar('bed', intoBed, outOfBed));
  const { onset, wake, waso } = figures;
  if (onset !== null && wake !== null)
    for (const [from, until] of aroundWaking(onset, wake, waso ?? 0))
      bars.push(bar('sleep', from, until));
  const up = outOfBed ?? wake;
  for (const { start, min } of Object.values(night.naps)) {
    if (start === null || up === null) continue;
    const from = napStart(up, start, night.zone);
    bars.push(bar('nap', from, from + min * 60_000));
  }
  return bars;
}

/** Nobody notes when they were awake, only for how long: the gap stands in the middle. */
function aroundWaking(onset: number, wake: number, waso: number): [number, number][] {
  if (waso <= 0) return [[onset, wake]];
  const middle = (onset + wake) / 2;
  const half = (waso / 2) * 60_000;
  return [
    [onset, middle - half],
    [middle + half, wake],
  ];
}

const placeOn = (date: string, zone: string): ((instant: number) => number) => {
  const before = Temporal.PlainDate.from(date).subtract({ days: 1 });
  return (instant) => {
    const local = zoned(instant, zone);
    const days = before.until(local.toPlainDate()).days;
    return days * 1440 + local.hour * 60 + local.minute - 720;
  };
};
