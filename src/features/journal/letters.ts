/**
 * Entries that are closed until a moment. Whether one is closed is told from the clock each time and kept nowhere:
 * a clock that is wrong for a day opens or closes nothing for good.
 */
import { dayOf, instantInDay, isDate } from '../../kernel/civil-time.ts';
import { dateName } from './days.ts';
import type { Entry } from './entry.ts';
import { timeLabel } from './when.ts';

/** Its record says that a letter waits: it lies on the day of the opening, and is erased once that was met. */
export const letterKind = 'letter';

const prefix = 'letter:';
export const letterRecordId = (entry: string): string => prefix + entry;
export const entryOfLetter = (id: string): string => id.slice(prefix.length);

/** The practice that a letter is written in, and the one that follows when it has been read again. */
export const letterPractice = 'a-letter';
export const afterLetter = 'reading-it-again';

export const isClosed = ({ opensAt }: Pick<Entry, 'opensAt'>, now: number): boolean =>
  opensAt !== null && now < opensAt;

const quarterMs = 15 * 60_000;

/** Here and now, for whoever closes one. */
export interface Closing {
  readonly now: number;
  readonly zone: string;
  readonly dayStart: number;
}

/**
 * When a letter opens that is closed now: after a quarter of an hour, or as the day begins that was meant.
 * Null for a day that is no day to come: nothing is closed then.
 */
export function opensAtOf(choice: string, { now, zone, dayStart }: Closing): number | null {
  if (choice === 'quarter') return now + quarterMs;
  const today = dayOf(now, zone, dayStart);
  const ahead = choice === 'tomorrow' ? 1 : choice === 'week' ? 7 : 0;
  const day = ahead > 0 ? Temporal.PlainDate.from(today).add({ days: ahead }).toString() : choice;
  return isDate(day) && day > today ? instantInDay(day, dayStart * 60, zone, dayStart) : null;
}

interface OpeningWords {
  readonly on: (day: string) => string;
  readonly at: (time: string) => string;
}

/** Says when a letter opens: the day, or the time where that is today. */
export function openingIn(
  words: OpeningWords,
  opensAt: number,
  { now, zone }: Pick<Closing, 'now' | 'zone'>,
  locale?: string,
): string {
  const [day, today] = [dayOf(opensAt, zone, 0), dayOf(now, zone, 0)];
  return day === today
    ? words.at(timeLabel({ at: opensAt, zone }, zone, locale))
    : words.on(dateName(day, today, locale));
}
