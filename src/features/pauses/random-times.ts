/**
 * Times drawn at random within a window, the same for the same seed, so that all of a person's devices
 * draw them without talking. The draw covers the window evenly: a comb of `count` teeth is laid at a
 * random place and each tooth is shaken by less than what the minimum gap leaves free. As the comb's place
 * is uniform and the window closes on itself, every minute is equally likely.
 */
export function drawMinutes(
  seed: string,
  count: number,
  windowMinutes: number,
  gapMinutes: number,
): number[] {
  const fitting = Math.max(1, Math.min(count, Math.floor(windowMinutes / Math.max(1, gapMinutes))));
  const chance = seededChance(seed);
  const tooth = windowMinutes / fitting;
  const shake = Math.max(0, tooth - gapMinutes);
  const start = chance() * windowMinutes;
  const drawn = Array.from({ length: fitting }, (_, index) => {
    const at = start + index * tooth + (fitting > 1 ? (chance() - 0.5) * shake : 0);
    return ((at % windowMinutes) + windowMinutes) % windowMinutes;
  });
  // Whole minutes, a clock's; rounding down both ends of a gap can take a minute from it, never more.
  return drawn.map(Math.floor).sort((a, b) => a - b);
}

/** Numbers from 0 to 1 that follow from a text alone: xmur3 hashing into sfc32, both in the public domain. */
function seededChance(seed: string): () => number {
  let hash = 1779033703 ^ seed.length;
  for (let at = 0; at < seed.length; at++) {
    hash = Math.imul(hash ^ seed.charCodeAt(at), 3432918353);
    hash = (hash << 13) | (hash >>> 19);
  }
  const word = (): number => {
    hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
    hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
    return (hash ^= hash >>> 16) >>> 0;
  };
  let [a, b, c, d] = [word(), word(), word(), word()];
  return () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
}
