/** Averages of clock times. A clock is a circle: the middle of 23:50 and 00:10 is midnight, not noon. */

const dayMinutes = 1440;

export interface ClockMean {
  /** Minutes since midnight. */
  readonly minute: number;
  /** Circular standard deviation, in minutes. */
  readonly spread: number;
}

/** Null of nothing, and of times that lie so evenly around the clock that they have no middle. */
export function clockMean(minutes: readonly number[]): ClockMean | null {
  if (minutes.length === 0) return null;
  const angles = minutes.map((minute) => (minute / dayMinutes) * 2 * Math.PI);
  const mean = (part: (angle: number) => number): number =>
    angles.reduce((sum, angle) => sum + part(angle), 0) / angles.length;
  const [sine, cosine] = [mean(Math.sin), mean(Math.cos)];
  const length = Math.hypot(sine, cosine);
  if (length < 1e-9) return null;
  const turn = Math.atan2(sine, cosine) / (2 * Math.PI);
  return {
    minute: (((turn * dayMinutes) % dayMinutes) + dayMinutes) % dayMinutes,
    // Rounding may carry the length just above one.
    spread: (Math.sqrt(-2 * Math.log(Math.min(1, length))) * dayMinutes) / (2 * Math.PI),
  };
}

/** The shorter way from one clock time to another, in minutes: later is positive, at most half a day. */
export function clockApart(from: number, until: number): number {
  const apart = (((until - from) % dayMinutes) + dayMinutes) % dayMinutes;
  return apart > dayMinutes / 2 ? apart - dayMinutes : apart;
}
