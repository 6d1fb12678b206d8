/** Between instants (epoch milliseconds) and the clock on the person's wall. */

/** The hour a person's day starts when they have not chosen one (product decision). */
export const defaultDayStart = 4;

export function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

/** The person's day an instant belongs to, as `2026-11-22`: before the day start it is still yesterday. */
export function dayOf(instant: number, zone: string, dayStart = defaultDayStart): string {
  const local = zoned(instant, zone);
  const date = local.toPlainDate();
  return (local.hour < dayStart ? date.subtract({ days: 1 }) : date).toString();
}

/** Minutes since local midnight, by the wall clock. */
export function minuteOfDay(instant: number, zone: string): number {
  const { hour, minute } = zoned(instant, zone);
  return hour * 60 + minute;
}

/** The zone this device stands in now, as an IANA name. */
export const currentZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
