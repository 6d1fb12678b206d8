/** Dates of the calendar as `2026-11-22`, one after the other. */

/** Later than any. */
export const lastDay = '9999-12-31';

export const daysBefore = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).subtract({ days }).toString();

/** Both included. */
export function datesOf({
  from,
  until,
}: {
  readonly from: string;
  readonly until: string;
}): string[] {
  const dates: string[] = [];
  for (let date = Temporal.PlainDate.from(from); ; date = date.add({ days: 1 })) {
    const text = date.toString();
    if (text > until) return dates;
    dates.push(text);
  }
}

/** The days up to one and with it, oldest first. */
export const daysUpTo = (date: string, count: number): string[] =>
  datesOf({ from: daysBefore(date, count - 1), until: date });
