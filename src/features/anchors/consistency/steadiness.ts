/**
 * How far an anchor has become a habit, 0 to 1: the score of Loop Habit Tracker, except that days of rest are no part
 * of the window (in Loop they leave a hole in it).
 */
import type { Target } from './target.ts';

/** One day: how much of it was done, from 0 to 1; null is rest. */
export type Credit = number | null;

const halfLife = 13;

/** `start` is 1 for "at most", which is kept before anything is noted. */
export function steadinessOf(
  days: readonly Credit[],
  { every, times }: Pick<Target, 'every' | 'times'>,
  start: 0 | 1 = 0,
): number {
  const [wanted, window] = windowOf(every, times);
  const multiplier = 0.5 ** (Math.sqrt(wanted / window) / halfLife);
  const active: number[] = [];
  let score: number = start;
  for (const credit of days) {
    if (credit === null) continue;
    active.push(credit);
    const done = active.slice(-window).reduce((sum, each) => sum + each, 0);
    score = score * multiplier + Math.min(1, done / wanted) * (1 - multiplier);
  }
  return score;
}

/** How many of how many days; of what is not asked every day, twice as many, so that no single day tips it. */
function windowOf(every: Target['every'], times: number): readonly [wanted: number, days: number] {
  const days = every === 'week' ? 7 : 30;
  return times >= days ? [1, 1] : [2 * times, 2 * days];
}

/** In words, of a third each (chosen); there is no arrow. */
export const steadinessWord = (score: number): 'settling' | 'rooting' | 'steady' =>
  score < 1 / 3 ? 'settling' : score < 2 / 3 ? 'rooting' : 'steady';
