/**
 * Whether two things of a day tended to go together: the difference of two shares, said only where chance alone is an
 * unlikely reason. Never why.
 */

/** Of some days, those on which there was something. */
export interface Share {
  readonly some: number;
  readonly of: number;
}

export interface Together {
  /** Days that have the one, and days that have it not. */
  readonly with: Share;
  readonly without: Share;
  /** It was there more often on the days that have the one, or less often. */
  readonly way: 'more' | 'less';
}

/** Fewer days with both told say nothing (reference C47). */
export const leastPairs = 14;

/** Of each sort of day (chosen): a share of two days is no share. */
const leastOfEach = 4;

/** 95 %. */
const z = 1.959964;

/** The interval of one share (Wilson 1927). */
function wilson({ some, of }: Share): readonly [lower: number, upper: number] {
  const share = some / of;
  const middle = share + z ** 2 / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return [(middle - half) / whole, (middle + half) / whole];
}

/** The interval of the difference of two shares: method 10 of Newcombe 1998 (Statistics in Medicine 17, 873–890). */
export function differenceOf(one: Share, other: Share): readonly [lower: number, upper: number] {
  const [p, q] = [one.some / one.of, other.some / other.of];
  const [[pLow, pHigh], [qLow, qHigh]] = [wilson(one), wilson(other)];
  return [p - q - Math.hypot(p - pLow, qHigh - q), p - q + Math.hypot(pHigh - p, q - qLow)];
}

/** What two things have in common on the days that tell both; null before there are enough, or where nothing stands out. */
export function togetherOf(
  one: ReadonlyMap<string, boolean>,
  other: ReadonlyMap<string, boolean>,
): Together | null {
  const count = (has: boolean): Share => {
    const days = [...one].filter(([day, told]) => told === has && other.has(day));
    return { some: days.filter(([day]) => other.get(day)).length, of: days.length };
  };
  const [having, lacking] = [count(true), count(false)];
  if (having.of + lacking.of < leastPairs) return null;
  if (having.of < leastOfEach || lacking.of < leastOfEach) return null;
  const [lower, upper] = differenceOf(having, lacking);
  if (lower <= 0 && upper >= 0) return null;
  return { with: having, without: lacking, way: lower > 0 ? 'more' : 'less' };
}

/** How many days tell both. */
export const pairsOf = (
  one: ReadonlyMap<string, boolean>,
  other: ReadonlyMap<string, boolean>,
): number => [...one.keys()].filter((day) => other.has(day)).length;

/** Which days have as much as the middle one of them, or more. */
export function longDays(lengths: ReadonlyMap<string, number>): {
  readonly middle: number;
  readonly days: ReadonlyMap<string, boolean>;
} {
  const sorted = [...lengths.values()].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return {
    middle,
    days: new Map([...lengths].map(([day, length]) => [day, length >= middle])),
  };
}
