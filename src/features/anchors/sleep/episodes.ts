/** Nights and naps as other programs know them: sleep that has a beginning and an end. */
import { zoned, minuteMs } from '../../../kernel/civil-time.ts';
import type { KnownNight } from './known-nights.ts';
import { napStart } from './regularity.ts';

/** Minutes and percent; null is not known. */
export interface Episode {
  readonly id: string;
  /** When it was written down; epoch milliseconds, 0 where nobody knows. */
  readonly enteredAt: number;
  /** ISO 8601, by the clock of the place where they got up. */
  readonly from: string;
  readonly until: string;
  /** A night, not a nap. */
  readonly isMain: boolean;
  readonly sol: number | null;
  readonly tasafa: number | null;
  readonly tst: number | null;
  readonly waso: number | null;
  readonly awakenings: number | null;
  /** Sleep of the time in bed. */
  readonly efficiency: number | null;
  /** Sleep of the sleep period. */
  readonly maintenance: number | null;
}

/** Whole seconds with the offset, as `2026-06-09T23:50:00+02:00`. */
export const inZone = (instant: number, zone: string): string =>
  zoned(instant, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });

export const episodesOf = (nights: readonly KnownNight[]): Episode[] =>
  nights.flatMap((known) => [...nightEpisode(known), ...napEpisodes(known)]);

function nightEpisode({ night, figures }: KnownNight): Episode[] {
  const { onset, wake, sol, tst, waso, efficiency, maintenance } = figures;
  if (onset === null || wake === null) return [];
  const { id, enteredAt, zone, tasafa, awakenings } = night;
  return [
    {
      ...{ id, enteredAt, isMain: true, sol, tasafa, tst, waso, awakenings },
      ...{ efficiency, maintenance, from: inZone(onset, zone), until: inZone(wake, zone) },
    },
  ];
}

function napEpisodes({ night, figures: { times } }: KnownNight): Episode[] {
  const up = times.at.outOfBed ?? times.at.finalWake;
  return Object.entries(night.naps).flatMap(([id, { start, min }]): Episode[] => {
    if (start === null || up === undefined) return [];
    const from = napStart(up, start, night.zone);
    return [
      {
        id: `${night.id}:nap:${id}`,
        enteredAt: night.enteredAt,
        from: inZone(from, night.zone),
        until: inZone(from + min * minuteMs, night.zone),
        isMain: false,
        tst: min,
        ...{ sol: null, tasafa: null, waso: null, awakenings: null },
        ...{ efficiency: null, maintenance: null },
      },
    ];
  });
}
