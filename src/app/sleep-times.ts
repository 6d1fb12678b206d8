/** Clock times, dates and lengths of nights in the person's own way of writing them. */
import type { SleepWords } from '../content/sleep.ts';
import { lengthWords } from '../features/anchors/sleep/length.ts';
import { parseClock } from '../kernel/civil-time.ts';

export interface SleepTimes {
  /** Of minutes since midnight. */
  readonly clock: (minute: number) => string;
  readonly hour: (minute: number) => string;
  /** Of `22:45`. */
  readonly told: (clock: string) => string;
  readonly weekday: (date: string) => string;
  readonly shortDate: (date: string) => string;
  readonly longDate: (date: string) => string;
  readonly fullDate: (date: string) => string;
  /** The day of the week and the date, as short as they are clear. */
  readonly dayOfTable: (date: string) => string;
  readonly month: (date: string) => string;
  readonly length: (minutes: number, words: Pick<SleepWords, 'length'>) => string;
}

export function sleepTimes(languages: readonly string[]): SleepTimes {
  const format = (options: Intl.DateTimeFormatOptions): ((instant: number) => string) => {
    const made = new Intl.DateTimeFormat([...languages], { ...options, timeZone: 'UTC' });
    return (instant) => made.format(instant);
  };
  const ofDate =
    (write: (instant: number) => string) =>
    (date: string): string =>
      write(Date.parse(`${date}T00:00Z`));
  const ofMinute =
    (write: (instant: number) => string) =>
    (minute: number): string =>
      write(Math.round(minute) * 60_000);
  const clock = ofMinute(format({ timeStyle: 'short' }));
  return {
    clock,
    hour: ofMinute(format({ hour: 'numeric' })),
    told: (text) => clock(parseClock(text) ?? 0),
    weekday: ofDate(format({ weekday: 'short' })),
    shortDate: ofDate(format({ day: 'numeric', month: 'short' })),
    longDate: ofDate(format({ weekday: 'long', day: 'numeric', month: 'long' })),
    fullDate: ofDate(format({ day: 'numeric', month: 'long', year: 'numeric' })),
    dayOfTable: ofDate(format({ weekday: 'short', day: 'numeric', month: 'short' })),
    month: ofDate(format({ month: 'short' })),
    length: lengthWords,
  };
}
