/** Between instants (epoch milliseconds) and the clock on the person's wall. */

/** The hour a person's day starts when they have not chosen one (product decision). */
export const defaultDayStart = 4;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

export function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(Math.trunc(instant)).toZonedDateTimeISO(zone);
}

/** The person's day an instant belongs to, as `2026-11-22`: before the day start it is still yesterday. */
export function dayOf(instant: number, zone: string, dayStart = defaultDayStart): string {
  const local = zoned(instant, zone);
  const date = local.toPlainDate();
  return (local.hour < dayStart ? date.subtract({ days: 1 }) : date).toString();
}

/** What the clock on the wall shows, as `2026-11-22T09:30`; sorts as text. */
export const civilMinute = (instant: number, zone: string): string =>
  zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** Minutes since local midnight, by the wall clock. */
export function minuteOfDay(instant: number, zone: string): number {
  const { hour, minute } = zoned(instant, zone);
  return hour * 60 + minute;
}

/**
 * The instant at which the wall clock shows `minute` (0 to 1440) of `date`. A time that spring skips
 * becomes the first minute that exists; a time that autumn repeats is its first occurrence.
 */
export function instantOf(date: Temporal.PlainDate, minute: number, zone: string): number {
  const day = minute >= 1440 ? date.add({ days: 1 }) : date;
  const [hour, past] = [Math.floor((minute % 1440) / 60), minute % 60];
  const found = day.toPlainDateTime({ hour, minute: past }).toZonedDateTime(zone);
  if (found.hour === hour && found.minute === past) return found.epochMilliseconds;
  // A skipped stretch's first minute is found at the very leap, and "previous" means strictly before.
  const leap = found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return (leap ?? found).epochMilliseconds;
}

/** The instant at which the wall clock shows `minute` of a person's day: its small hours are of the date after. */
export function instantInDay(
  day: string,
  minute: number,
  zone: string,
  dayStart = defaultDayStart,
): number {
  const date = Temporal.PlainDate.from(day);
  return instantOf(minute < dayStart * 60 ? date.add({ days: 1 }) : date, minute, zone);
}

/** Minutes since midnight of `09:30`; nothing else is understood. */
export function parseClock(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 1440 && Number(minutes) < 60 ? minute : undefined;
}

/** `540` as `09:00`; the end of a day is `24:00`. */
export const minutesToClock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function isZone(name: unknown): name is string {
  try {
    return typeof name === 'string' && zoned(0, name).timeZoneId !== '';
  } catch {
    return false; // the one way to ask whether a zone is known
  }
}

/** Whether this is a day that exists, as `2026-11-22`. */
export function isDate(text: unknown): text is string {
  try {
    return (
      typeof text === 'string' &&
      Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
    );
  } catch {
    return false; // no such day
  }
}

/** The zone this device stands in now, as an IANA name; asking `Intl` loads its locale data, some 20 ms on a first screen. */
export const currentZone = (): string => Temporal.Now.timeZoneId();
