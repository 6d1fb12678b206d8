/** Nights in the standard form of the sleepdiary project, which turns it into that of many other programs. */
import { minuteMs } from '../../../kernel/civil-time.ts';
import type { KnownNight } from './known-nights.ts';
import { napStart } from './regularity.ts';

/** A nap whose hour nobody noted has no place in it, nor has a night of which only one end is known. */
export const sleepdiary = (nights: readonly KnownNight[]): object => ({
  file_format: 'Standard',
  records: nights.flatMap((known) => [...nightRecords(known), ...napRecords(known)]),
});

function nightRecords({ night, figures }: KnownNight): object[] {
  const { zone, bedZone, comment } = night;
  const { intoBed, outOfBed } = figures.times.at;
  const { onset, wake, tst } = figures;
  const places = { start_timezone: bedZone ?? zone, end_timezone: zone };
  const comments = comment === '' ? {} : { comments: [comment] };
  const isAsleep = onset !== null && wake !== null;
  const inBed =
    intoBed === undefined || outOfBed === undefined
      ? []
      : [
          {
            ...{ status: 'in bed', start: intoBed, end: outOfBed, ...places },
            ...(!isAsleep && comments),
          },
        ];
  if (!isAsleep) return inBed;
  const duration = tst === null ? wake - onset : tst * minuteMs;
  return [
    ...inBed,
    {
      ...{ status: 'asleep', start: onset, end: wake, duration, ...places },
      ...{ ...comments, is_primary_sleep: true },
    },
  ];
}

function napRecords({ night: { naps, zone }, figures: { times } }: KnownNight): object[] {
  const up = times.at.outOfBed ?? times.at.finalWake;
  if (up === undefined) return [];
  return Object.values(naps).flatMap(({ start, min }) => {
    if (start === null) return [];
    const [from, duration] = [napStart(up, start, zone), min * minuteMs];
    return [
      {
        ...{ status: 'asleep', start: from, end: from + duration, duration },
        ...{ start_timezone: zone, end_timezone: zone, is_primary_sleep: false },
      },
    ];
  });
}
