/** A record that would come, in one line. */
import { bringIn } from '../content/bring.ts';
import { sleepIn } from '../content/sleep.ts';
import type { FoundRecord } from '../features/anchors/imports/found.ts';
import type { Planned } from '../features/anchors/imports/plan.ts';
import { anchorKind, parseAnchor, type Anchor } from '../features/anchors/own/anchor.ts';
import { parseDayNote, type DayNote } from '../features/anchors/own/day-note.ts';
import { nightKind, parseNight, type Night } from '../features/anchors/sleep/night.ts';
import { sleepTimes } from './sleep-times.ts';

export function sampleWords(
  languages: readonly string[],
  plan: readonly Planned[],
): (record: FoundRecord) => string {
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

  function anchorWords({ name, target }: Anchor): string {
    return target ? words.anchor(name, target.times, target.every) : name;
  }

  /** Names of the anchors that come along. */
  const names = new Map(
    plan.flatMap(({ record: { id, kind, fields } }) =>
      kind === anchorKind ? [[id, fields['name']]] : [],
    ),
  );

  function dayWords({ anchor, date: day, noted, note }: DayNote): string {
    const { type } = noted ?? { type: 'none' as const };
    const isWord = type in words.noted;
    const said =
      noted?.type === 'amount'
        ? String(noted.amount)
        : isWord
          ? words.noted[type as keyof typeof words.noted]
          : '';
    const name = names.get(anchor);
    const parts = [typeof name === 'string' ? name : '', said, note].filter((part) => part !== '');
    return words.dated(date(day), parts.join(' · '));
  }

  return (record) => {
    switch (record.kind) {
      case nightKind: {
        const night = parseNight(record);
        return night ? nightWords(night) : '';
      }
      case anchorKind: {
        const anchor = parseAnchor(record);
        return anchor ? anchorWords(anchor) : '';
      }
      default: {
        const day = parseDayNote(record);
        return day ? dayWords(day) : '';
      }
    }
  };
}
