/** A record that would come, in one line. */
import { bringIn } from '../content/bring.ts';
import type { FoundRecord } from '../features/anchors/imports/found.ts';
import { nightKind, parseNight, type Night } from '../features/anchors/sleep/night.ts';
import { sleepTimes } from './sleep-times.ts';
import { sleepIn } from '../content/sleep.ts';

export function sampleWords(languages: readonly string[]): (record: FoundRecord) => string {
  const words = bringIn(languages).preview;
  const sleep = sleepIn(languages);
  const times = sleepTimes(languages);
  const format = new Intl.DateTimeFormat([...languages], { dateStyle: 'medium', timeZone: 'UTC' });
  const date = (day: string): string => format.format(Date.parse(`${day}T00:00Z`));

  function nightWords(night: Night): string {
    const begin = night.intoBed ?? night.trySleep;
    const end = night.outOfBed ?? night.finalWake;
    const naps = Object.values(night.naps).map(({ min }) => times.length(min, sleep));
    const { qualities } = sleep.night;
    const quality = qualities[night.quality as keyof typeof qualities];
    const parts = [
      ...(begin && end ? [words.span(times.told(begin), times.told(end))] : []),
      ...(night.noSleep === true ? [sleep.today.noSleep] : []),
      ...(night.quality === null ? [] : [quality]),
      ...(naps.length > 0 ? [words.naps(naps.length, naps.join(', '))] : []),
    ];
    return words.dated(date(night.date), parts.join(' · '));
  }

  return (record) => {
    const night = record.kind === nightKind ? parseNight(record) : null;
    return night ? nightWords(night) : record.text;
  };
}
