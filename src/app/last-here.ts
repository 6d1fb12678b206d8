/** When a device was last in step, in words; it also tells two of one name apart. */
import { devicesIn } from '../content/devices.ts';
import { clockWords } from '../features/pauses/next-words.ts';
import type { KnownDevice } from './device-records.ts';

const week = 7 * 86_400_000;

export function lastHere(
  { seen }: KnownDevice,
  now: { readonly wall: number; readonly zone: string },
  languages: readonly string[],
): string {
  const words = devicesIn(languages).names;
  // A weekday says when only within a week; a clock years off is no time to be told.
  if (seen > now.wall - week && seen <= now.wall)
    return words.seen(clockWords(seen, now, languages[0]));
  const date = new Intl.DateTimeFormat([...languages], {
    dateStyle: 'medium',
    timeZone: now.zone,
  });
  return words.seen(date.format(seen));
}
