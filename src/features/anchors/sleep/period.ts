/** What follows from the nights of a while. Each figure says how many nights it is from. */
import { clockMean, type ClockMean } from './clock-mean.ts';
import { clockMinute, tenths, type Figures } from './figures.ts';
import { jetlagOf, type Jetlag } from './jetlag.ts';
import type { KnownNight } from './known-nights.ts';
import type { ClockName } from './night.ts';
import { regularityOf, sleepDays, type Regularity } from './regularity.ts';

export interface Mean {
  readonly value: number;
  readonly from: number;
}

export interface ClockMeanOf extends ClockMean {
  readonly from: number;
}

export interface PeriodFigures {
  readonly nights: number;
  readonly tib: Mean | null;
  readonly tst: Mean | null;
  /** With the naps and the second sleeps of the day after it; null where there were none. */
  readonly tst24: Mean | null;
  readonly sol: Mean | null;
  readonly waso: Mean | null;
  readonly awakenings: Mean | null;
  readonly quality: Mean | null;
  /** All sleep as a share of all time in bed, in percent, to a tenth. */
  readonly efficiency: Mean | null;
  /** The same of the time that was meant for sleep, and of that from falling asleep. */
  readonly dseEfficiency: Mean | null;
  readonly maintenance: Mean | null;
  readonly intoBed: ClockMeanOf | null;
  readonly outOfBed: ClockMeanOf | null;
  readonly midSleep: ClockMeanOf | null;
  readonly jetlag: Jetlag | null;
  readonly regularity: Regularity | null;
}

export function periodFigures(nights: readonly KnownNight[]): PeriodFigures {
  const figures = nights.map((known) => known.figures);
  const told = (name: 'awakenings' | 'quality'): (number | null)[] =>
    nights.map(({ night }) => night[name]);
  return {
    nights: nights.length,
    tib: meanOf(figures.map(({ tib }) => tib)),
    tst: meanOf(figures.map(({ tst }) => tst)),
    tst24: wholeDays(nights),
    sol: meanOf(figures.map(({ sol }) => sol)),
    waso: meanOf(figures.map(({ waso }) => waso)),
    awakenings: meanOf(told('awakenings')),
    quality: meanOf(told('quality')),
    efficiency: shareOf(figures, 'tib'),
    dseEfficiency: shareOf(figures, 'dse'),
    maintenance: shareOf(figures, 'spt'),
    intoBed: clockOf(nights, 'intoBed'),
    outOfBed: clockOf(nights, 'outOfBed'),
    midSleep: clocks(
      nights.flatMap(({ night, figures: { midSleep } }) =>
        midSleep === null ? [] : [clockMinute(midSleep, night.zone)],
      ),
    ),
    jetlag: jetlagOf(nights),
    regularity: regularityOf(sleepDays(nights)),
  };
}

function wholeDays(nights: readonly KnownNight[]): Mean | null {
  const days = [...Map.groupBy(nights, ({ night }) => night.date).values()];
  if (days.length === nights.length && nights.every(({ figures }) => figures.napTotal === 0))
    return null;
  return meanOf(
    days.map((sleeps) => {
      const slept = sleeps.flatMap(({ figures }) => figures.tst24 ?? []);
      return slept.length < sleeps.length ? null : slept.reduce((sum, tst) => sum + tst, 0);
    }),
  );
}

function meanOf(values: readonly (number | null)[]): Mean | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  return { value: known.reduce((sum, value) => sum + value, 0) / known.length, from: known.length };
}

/** All sleep of all such time. Sum by sum: a mean of nightly percentages would count a short night as much as a long one. */
export function shareOf<Whole extends 'tib' | 'dse' | 'spt'>(
  figures: readonly Pick<Figures, Whole | 'tst'>[],
  whole: Whole,
): Mean | null {
  let [slept, all, from] = [0, 0, 0];
  for (const night of figures) {
    const time: number | null = night[whole];
    if (time === null || night.tst === null) continue;
    slept += night.tst;
    all += time;
    from += 1;
  }
  return all === 0 ? null : { value: tenths((100 * slept) / all), from };
}

/** By the clock of the place where it was. A night without sleep has no times to compare. */
function clockOf(nights: readonly KnownNight[], name: ClockName): ClockMeanOf | null {
  const minutes = nights.flatMap(({ night, figures: { times } }) => {
    const instant = times.at[name];
    const zone = (name === 'intoBed' ? night.bedZone : null) ?? night.zone;
    return instant === undefined || night.noSleep === true ? [] : [clockMinute(instant, zone)];
  });
  return clocks(minutes);
}

function clocks(minutes: readonly number[]): ClockMeanOf | null {
  const mean = clockMean(minutes);
  return mean && { ...mean, from: minutes.length };
}
