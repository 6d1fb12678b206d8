/** Token buckets in memory: nothing about who asked outlives the process. */
export interface RateLimit {
  /** Milliseconds until this would be allowed; 0 when it is, and then it counts. */
  take(key: string, now: number): number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Keys remembered (chosen); past it the longest unused are forgotten, which can only be too kind. */
const mostKeys = 50_000;

/** `most` at once, and as many again over `per` milliseconds. */
export function createRateLimit(most: number, per: number): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, now) {
      const known = buckets.get(key);
      const refilled = known ? known.left + ((now - known.at) / per) * most : most;
      const left = Math.min(most, refilled);
      buckets.delete(key);
      if (buckets.size >= mostKeys) {
        const [oldest] = buckets.keys();
        if (oldest !== undefined) buckets.delete(oldest);
      }
      const allowed = left >= 1;
      buckets.set(key, { left: allowed ? left - 1 : left, at: now });
      return allowed ? 0 : Math.ceil(((1 - left) / most) * per);
    },
  };
}
