/** How Today greets. Apart from the screen, for the page that says it before the screen's code is there. */
import { partOfDay } from '../content/part-of-day.ts';
import type { frame } from '../content/en/frame.ts';

export interface Greeting {
  readonly hello: string;
  readonly below: string | undefined;
}

/** `minute` since local midnight; `date` is the day of the month: one line a day, so that it does not change under the eye. */
export function greetingOf(
  greetings: (typeof frame)['greetings'],
  minute: number,
  date: number,
): Greeting {
  const { hello, below } = greetings[partOfDay(minute)];
  return { hello, below: below[date % below.length] };
}
