/** An entry's moment as its own clock showed it, and back from what a person sets. */
import {
  instantOf,
  minuteOfDay,
  minutesToClock,
  parseClock,
  zoned,
} from '../../kernel/civil-time.ts';
import type { Entry, EntrySource } from './entry.ts';

export interface WallTime {
  /** `2026-11-22`, the calendar's day. */
  readonly date: string;
  /** `14:06`. */
  readonly time: string;
}

export const wallTime = (at: number, zone: string): WallTime => ({
  date: zoned(at, zone).toPlainDate().toString(),
  time: minutesToClock(minuteOfDay(at, zone)),
});

/** Null while a field is half filled in. */
export function instantAt({ date, time }: WallTime, zone: string): number | null {
  const minute = parseClock(time);
  if (minute === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  return instantOf(Temporal.PlainDate.from(date), minute, zone);
}

/** Making a formatter takes longer than all else in a row of the journal, so each is made once. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string, locale?: string): Intl.DateTimeFormat {
  const name = `${locale ?? ''} ${timeZone}`;
  const made =
    clocks.get(name) ??
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  clocks.set(name, made);
  return made;
}

/** `14:06`, or `14:06 in Lisbon` when it was written where the clock shows another zone. */
export function timeLabel(
  { at, zone }: Pick<Entry, 'at' | 'zone'>,
  here: string,
  locale?: string,
): string {
  const time = clockIn(zone, locale).format(at);
  return zone === here
    ? time
    : `${time} in ${zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone}`;
}

const sourceNames: Readonly<Record<EntrySource, string>> = {
  pause: 'Pause, label, choose',
  note: 'A quick note',
  practice: '',
  journal: '',
};

/** What an entry goes by: its title, or else how it came about; empty for a plain one. */
export const entryName = ({ title, source }: Pick<Entry, 'title' | 'source'>): string =>
  title || sourceNames[source];

/** What stands on its card; empty where its title or its feelings say it all. */
export const wordsOf = ({
  text,
  title,
  feelings,
}: Pick<Entry, 'text' | 'title' | 'feelings'>): string =>
  text || (title === '' && feelings.length === 0 ? 'No words, and that is fine.' : '');

/** Where it was written, if not in this shell. */
export function shellLabel(written: string, here: string): string {
  if (written === here) return '';
  if (written === 'extension') return 'from the extension';
  return written === 'pwa' ? 'from the app' : '';
}

/** When an entry was, how it came about, and where it was written, as one line. */
export const entryTime = (
  entry: Pick<Entry, 'at' | 'zone' | 'source' | 'shell'>,
  zone: string,
  shell: string,
  locale?: string,
): string =>
  [timeLabel(entry, zone, locale), sourceNames[entry.source], shellLabel(entry.shell, shell)]
    .filter(Boolean)
    .join(' · ');
