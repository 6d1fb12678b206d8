/**
 * From clock times to instants. No date is ever asked for: each time is the latest one before the time that
 * followed it, counted back from getting up.
 */
import { hourMs, zoned } from '../../../kernel/civil-time.ts';
import { clockNames, type ClockName, type Fold, type Night } from './night.ts';

export interface Resolved {
  /** Epoch milliseconds of the times that were told. */
  readonly at: Readonly<Partial<Record<ClockName, number>>>;
  /** `ambiguous`: the clock showed it twice that night. `gap`: it never did, and was moved on by what was skipped. */
  readonly odd: Readonly<Partial<Record<ClockName, 'ambiguous' | 'gap'>>>;
}

type Times = Pick<Night, ClockName | 'date' | 'zone' | 'bedZone' | 'fold'>;

/** What a clock time of one date may mean, the likelier first. */
interface Readings {
  readonly instants: readonly number[];
  readonly odd?: 'ambiguous' | 'gap';
}

function readings(date: Temporal.PlainDate, clock: string, zone: string, fold: 0 | 1): Readings {
  const wall = date.toPlainDateTime(clock);
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  const [first, second] = [earlier.epochMilliseconds, later.epochMilliseconds];
  if (first === second) return { instants: [first] };
  // Of a skipped time the later reading is the one that a clock nobody had set would have shown.
  if (!earlier.toPlainDateTime().equals(wall)) return { instants: [second, first], odd: 'gap' };
  return { instants: fold === 1 ? [second, first] : [first, second], odd: 'ambiguous' };
}

/** Nobody stays in bed for longer than it takes to find a time again, a day skipped whole included. */
const daysBack = [0, 1, 2];

/** Of the times that were told, `fold` says which of two; what it leaves open is the earlier. */
function resolveWith(night: Times, fold: Fold): Resolved {
  const at: Partial<Record<ClockName, number>> = {};
  const odd: Partial<Record<ClockName, 'ambiguous' | 'gap'>> = {};
  let limit: number | null = null;
  for (const name of clockNames.toReversed()) {
    const clock = night[name];
    if (clock === null) continue;
    const isAtBed = name === 'intoBed' || name === 'trySleep';
    const zone = (isAtBed ? night.bedZone : null) ?? night.zone;
    // A morning that is not told leaves the evening before it without a date.
    if (limit === null && isAtBed) break;
    const last = limit === null ? Temporal.PlainDate.from(night.date) : dateAt(limit, zone);
    for (const back of limit === null ? [0] : daysBack) {
      const found = readings(last.subtract({ days: back }), clock, zone, fold[name] ?? 0);
      const instant = found.instants.find((each) => limit === null || each <= limit);
      if (instant === undefined) continue;
      at[name] = instant;
      if (found.odd) odd[name] = found.odd;
      limit = instant;
      break;
    }
  }
  return { at, odd };
}

const dateAt = (instant: number, zone: string): Temporal.PlainDate =>
  zoned(instant, zone).toPlainDate();

function lengthOf({ at }: Resolved): number {
  const instants = Object.values(at);
  return instants.length === 0 ? 0 : Math.max(...instants) - Math.min(...instants);
}

/** Every way to read four times as the first or the second of two, those with more of the first before the others. */
const folds: readonly Fold[] = Array.from({ length: 16 }, (_, mask) => mask)
  .sort((a, b) => later(a) - later(b) || a - b)
  .map((mask) =>
    Object.fromEntries(clockNames.toReversed().map((name, bit) => [name, (mask >> bit) & 1])),
  );

function later(mask: number): number {
  return [0, 1, 2, 3].filter((bit) => (mask >> bit) & 1).length;
}

/**
 * A time that autumn repeats is what `fold` says, else the earlier of the two, unless only the later one
 * leaves the night in its order (up at 01:30 after waking at 01:45).
 */
export function resolveNight(night: Times): Resolved {
  const plain = resolveWith(night, night.fold);
  const isOpen = clockNames.some(
    (name) => plain.odd[name] === 'ambiguous' && night.fold[name] === undefined,
  );
  if (!isOpen) return plain;
  const ways = folds.map((fold) => resolveWith(night, { ...fold, ...night.fold }));
  // Out of order, a time is found on the day before: far more than the hours that a clock is set back by.
  const most = Math.min(...ways.map(lengthOf)) + 12 * hourMs;
  return ways.find((way) => lengthOf(way) < most) ?? plain;
}
