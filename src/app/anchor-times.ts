/** Times, dates and numbers of anchors in the person's own way of writing them. */
import type { Tell } from '../features/anchors/own/telling.ts';
import { sleepTimes } from './sleep-times.ts';

export function anchorTimes(languages: readonly string[]): Tell {
  const { clock, longDate, weekday } = sleepTimes(languages);
  const ofDate = (options: Intl.DateTimeFormatOptions): ((date: string) => string) => {
    const made = new Intl.DateTimeFormat([...languages], { ...options, timeZone: 'UTC' });
    return (date) => made.format(Date.parse(`${date}T00:00Z`));
  };
  const numbers = new Intl.NumberFormat([...languages], { maximumFractionDigits: 2 });
  return {
    clock,
    longDate,
    shortWeekday: weekday,
    weekday: ofDate({ weekday: 'long' }),
    month: ofDate({ month: 'long', year: 'numeric' }),
    number: (value) => numbers.format(value),
  };
}
