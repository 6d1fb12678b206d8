/**
 * How alike the days are: of all minutes known on two days in a row, how many were slept or waked through on
 * both (Phillips 2017). Days run from noon to noon by the clock on the wall.
 */
import { zoned, minuteMs } from '../../../kernel/civil-time.ts';
import type { KnownNight } from './known-nights.ts';

const dayMinutes = 1440;

const awake = 0;
export const asleep = 1;
/** A minute that spring skipped. */
export const unknown = 2;

/** One state a minute, from the noon before `date` to the noon of it. */
export interface SleepDay {
  readonly date: string;
  readonly states: Uint8Array;
}

export interface Regularity {
  readonly same: number;
  readonly valid: number;
  /** Days that could be compared with the next one. */
  readonly pairs: number;
  /** Days in any of those pairs. */
  readonly days: number;
  /** 0 to 100. */
  readonly share: number;
  /** Sleep Regularity Index, −100 to 100. */
  readonly index: number;
}

/** Null where no two days in a row are known. `days` by date, each at most once. */
export function regularityOf(days: readonly SleepDay[]): Regularity | null {
  let [same, valid, pairs] = [0, 0, 0];
  const compared = new Set<string>();
  for (const [at, { date, states }] of days.entries()) {
    const next = days[at + 1];
    if (next?.date !== dayAfter(date)) continue;
    pairs += 1;
    compared.add(date).add(next.date);
    for (let minute = 0; minute < dayMinutes; minute++) {
      if (states[minute] === unknown || next.states[minute] === unknown) continue;
      valid += 1;
      if (states[minute] === next.states[minute]) same += 1;
    }
  }
  if (valid === 0) return null;
  const share = (100 * same) / valid;
  return { same, valid, pairs, days: compared.size, share, index: 2 * share - 100 };
}

const dayAfter = (date: string): string =>
  Temporal.PlainDate.from(date).add({ days: 1 }).toString();

/**
 * The days whose night is known, by date. Waking in the night has no place of its own, so it is not taken
 * out; a nap counts where its start is known.
 */
export function sleepDays(nights: readonly KnownNight[]): SleepDay[] {
  const slept = nights.flatMap((known) => [...nightSleep(known), ...napSleep(known)]);
  const zones = new Map<string, string>();
  for (const { night, figures } of nights)
    if (figures.onset !== null || night.noSleep === true) zones.set(night.date, night.zone);
  return [...zones]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, zone]) => ({ date, states: statesOf(date, zone, slept) }));
}

/** Epoch milliseconds, its end left out. */
type Interval = readonly [from: number, until: number];

const nightSleep = ({ figures: { onset, wake } }: KnownNight): Interval[] =>
  onset === null || wake === null ? [] : [[onset, wake]];

function napSleep({ night, figures: { times } }: KnownNight): Interval[] {
  const up = times.at.outOfBed ?? times.at.finalWake;
  if (up === undefined) return [];
  return Object.values(night.naps).flatMap(({ start, min }): Interval[] => {
    if (start === null) return [];
    const from = napStart(up, start, night.zone);
    return [[from, from + min * minuteMs]];
  });
}

/** The first instant after getting up at which the clock shows this time. */
export function napStart(up: number, start: string, zone: string): number {
  const date = zoned(up, zone).toPlainDate();
  const instants = [date, date.add({ days: 1 })].map(
    (day) => day.toPlainDateTime(start).toZonedDateTime(zone).epochMilliseconds,
  );
  return instants.find((instant) => instant >= up) ?? up;
}

function statesOf(date: string, zone: string, slept: readonly Interval[]): Uint8Array {
  const noon = Temporal.PlainDate.from(date).toPlainDateTime('12:00');
  const end = noon.toZonedDateTime(zone);
  const start = noon.subtract({ days: 1 }).toZonedDateTime(zone);
  const from = start.epochMilliseconds;
  const near = slept.filter(([begin, until]) => until > from && begin < end.epochMilliseconds);
  /** By how many minutes the clock was set forward, and how many minutes into the day. */
  const shift = (end.offsetNanoseconds - start.offsetNanoseconds) / 60e9;
  const change = shift === 0 ? null : start.getTimeZoneTransition('next');
  const changed = change ? (change.epochMilliseconds - from) / minuteMs : dayMinutes;
  return Uint8Array.from({ length: dayMinutes }, (_, minute) => {
    if (minute >= changed && minute < changed + shift) return unknown;
    const instant = from + (minute < changed ? minute : minute - shift) * minuteMs;
    return near.some(([begin, until]) => instant >= begin && instant < until) ? asleep : awake;
  });
}
