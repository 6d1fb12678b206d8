/** How far sleep moves between days that are free and days that an alarm begins (Munich ChronoType Questionnaire). */
import { clockApart, clockMean } from './clock-mean.ts';
import { clockMinute } from './figures.ts';
import type { KnownNight } from './known-nights.ts';

/** Fewer nights of a sort say nothing yet (chosen). */
const leastOfASort = 3;

export interface Jetlag {
  /** Middle of sleep on nights before days with an alarm, and on free ones, in minutes since midnight. */
  readonly set: number;
  readonly free: number;
  /** Minutes between the two; later on free days is positive. */
  readonly apart: number;
  /** Middle of sleep on free days without the sleep made up for, in minutes since midnight. */
  readonly corrected: number;
  readonly from: number;
}

/** Null while there are too few nights of either sort. */
export function jetlagOf(nights: readonly KnownNight[]): Jetlag | null {
  const sorts = (['set', 'free'] as const).map((sort) => {
    const slept = nights.filter(({ night }) => night.dayType === sort);
    const middles = slept.flatMap(({ night, figures: { midSleep } }) =>
      midSleep === null ? [] : [clockMinute(midSleep, night.zone)],
    );
    const lengths = slept.flatMap(({ figures: { spt, onset } }) =>
      onset === null ? [] : (spt ?? []),
    );
    return { middles, lengths };
  });
  const [set, free] = sorts;
  if (!set || !free || Math.min(set.middles.length, free.middles.length) < leastOfASort)
    return null;
  const [middleSet, middleFree] = [clockMean(set.middles), clockMean(free.middles)];
  if (!middleSet || !middleFree) return null;
  const from = set.middles.length + free.middles.length;
  return {
    set: middleSet.minute,
    free: middleFree.minute,
    apart: clockApart(middleSet.minute, middleFree.minute),
    corrected: correctedMiddle(middleFree.minute, {
      set: mean(set.lengths),
      free: mean(free.lengths),
      workDays: (7 * set.middles.length) / from,
    }),
    from,
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * MSFsc: half of what is slept longer on free days than in the mean of a week is taken off their middle.
 * Minutes; `workDays` a week.
 */
export function correctedMiddle(
  middle: number,
  {
    set,
    free,
    workDays,
  }: { readonly set: number; readonly free: number; readonly workDays: number },
): number {
  if (free <= set) return middle;
  const week = (set * workDays + free * (7 - workDays)) / 7;
  return (middle - (free - week) / 2 + 1440) % 1440;
}
