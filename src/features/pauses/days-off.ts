/** Days without hours, as stretches of civil dates that do not overlap. */
import { type DatesOff } from './hours.ts';

export const isOffOn = (off: readonly DatesOff[], day: string): boolean =>
  off.some(({ from, until }) => from <= day && day <= until);

/** With these dates off, joined to what they touch. */
export function withDates(off: readonly DatesOff[], dates: DatesOff): DatesOff[] {
  const touches = (each: DatesOff): boolean =>
    each.from <= dayAfter(dates.until) && dates.from <= dayAfter(each.until);
  const joined = off.filter(touches).reduce(
    (all, each) => ({
      from: each.from < all.from ? each.from : all.from,
      until: each.until > all.until ? each.until : all.until,
    }),
    dates,
  );
  return inOrder([...off.filter((each) => !touches(each)), joined]);
}

/** A stretch that this day lies in becomes what is before it and what is after it. */
export function withoutDay(off: readonly DatesOff[], day: string): DatesOff[] {
  return inOrder(
    off.flatMap((each) => {
      if (day < each.from || each.until < day) return [each];
      return [
        { from: each.from, until: moved(day, -1) },
        { from: dayAfter(day), until: each.until },
      ].filter(({ from, until }) => from <= until);
    }),
  );
}

const inOrder = (off: readonly DatesOff[]): DatesOff[] =>
  off.toSorted((a, b) => (a.from < b.from ? -1 : 1));

const moved = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

const dayAfter = (day: string): string => moved(day, 1);
