/** Changes to a prompt that keep it one that can come. */
import { promptLimits, type Cadence } from './prompt.ts';

type Random = Extract<Cadence, { type: 'random' }>;

const dayMinutes = 1440;

const windowMinutes = ({ from, until }: Pick<Random, 'from' | 'until'>): number =>
  until > from ? until - from : until + dayMinutes - from;

/** How many fit into the window so far apart. */
export function mostTimes(random: Random): number {
  const [least, most] = promptLimits.count;
  return Math.max(least, Math.min(most, Math.floor(windowMinutes(random) / random.gapMinutes)));
}

/** The gap is no longer than the window, and no more times are asked for than fit. */
export function fitting(random: Random): Random {
  const gapMinutes = Math.min(random.gapMinutes, windowMinutes(random));
  const fitted = { ...random, gapMinutes };
  return { ...fitted, count: Math.min(random.count, mostTimes(fitted)) };
}

/** The days with `day` on or off; null for the last one, because without any it never comes. */
export function withDay(days: readonly number[], day: number, on: boolean): number[] | null {
  const others = days.filter((each) => each !== day);
  if (!on && others.length === 0) return null;
  return on ? [...others, day].toSorted((a, b) => a - b) : others;
}

/** Distinct minutes in order; what is not known is left out. */
export const inOrder = (minutes: readonly (number | undefined)[]): number[] =>
  [...new Set(minutes.filter((minute) => minute !== undefined))].toSorted((a, b) => a - b);

/** A time that stands apart from the others: two hours after the last one, or noon. */
export const anotherTime = (times: readonly number[]): number => {
  const last = times.at(-1);
  return last === undefined ? 720 : (last + 120) % dayMinutes;
};
