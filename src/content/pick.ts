/** Which line comes next: none twice in a week, favourites more often, hidden ones never. */
import type { Random } from '../kernel/random.ts';
import type { Line } from './schema.ts';

interface Pickable extends Line {
  readonly hidden?: boolean;
  readonly favourite?: boolean;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Long enough that a line is met afresh (chosen). */
const restMs = 7 * dayMs;

/** How many tickets a favourite has in the draw (chosen: more often, not always). */
const favouriteWeight = 3;

/**
 * `shown` holds when each line was last seen, in epoch milliseconds. When all have been seen within the
 * week, the one seen longest ago comes back; nothing at all when every line is hidden.
 */
export function pickLine<L extends Pickable>(
  lines: readonly L[],
  shown: ReadonlyMap<string, number>,
  at: number,
  random: Random,
): L | undefined {
  const welcome = lines.filter((line) => !line.hidden);
  const rested = welcome.filter(({ id }) => at - (shown.get(id) ?? -Infinity) >= restMs);
  if (rested.length === 0)
    return welcome.toSorted((a, b) => (shown.get(a.id) ?? 0) - (shown.get(b.id) ?? 0))[0];

  const tickets = rested.flatMap((line) =>
    Array.from({ length: line.favourite ? favouriteWeight : 1 }, () => line),
  );
  return tickets[below(tickets.length, random)];
}

/** A whole number from 0 to `limit` - 1, each as likely: bytes past the last full round are drawn again. */
function below(limit: number, random: Random): number {
  const range = 2 ** 32;
  for (;;) {
    const drawn = viewOf(random(4)).getUint32(0);
    if (drawn < range - (range % limit)) return drawn % limit;
  }
}

// A source may hand out a slice of a larger buffer.
const viewOf = ({ buffer, byteOffset }: Uint8Array): DataView => new DataView(buffer, byteOffset);
