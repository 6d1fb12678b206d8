/**
 * The sleep diary once more, as plainly as it can be said: offsets come from `Intl`, a clock time is found by
 * walking back minute by minute, and nothing is shared with the product.
 */
const minute = 60_000;
const day = 1440 * minute;

/** When the offset of a zone changed, and to what; both in milliseconds. */
type Offsets = readonly (readonly [since: number, offset: number])[];

export const firstYear = 2017;
export const lastYear = 2026;

const tables = new Map<string, Offsets>();

export function offsetsOf(zone: string): Offsets {
  const known = tables.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const read = (instant: number): number => {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign = '+', hours = '0', minutes = '0'] =
      /GMT([+-])(\d+):(\d+)/.exec(name ?? '') ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute;
  };
  let at = Date.UTC(firstYear - 1, 11, 1);
  const end = Date.UTC(lastYear + 1, 1, 1);
  const table: [number, number][] = [[-Infinity, read(at)]];
  for (; at < end; at += day) {
    const [before, after] = [read(at), read(at + day)];
    if (before === after) continue;
    let [low, high] = [at, at + day];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute;
      if (read(middle) === before) low = middle;
      else high = middle;
    }
    table.push([high, after]);
  }
  tables.set(zone, table);
  return table;
}

function offsetAt(zone: string, instant: number): number {
  const table = offsetsOf(zone);
  let at = table.length - 1;
  while ((table[at]?.[0] ?? 0) > instant) at -= 1;
  return table[at]?.[1] ?? 0;
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;

const wallMinute = (zone: string, instant: number): number =>
  mod(instant + offsetAt(zone, instant), day) / minute;

export const wallDate = (zone: string, instant: number): string =>
  new Date(instant + offsetAt(zone, instant)).toISOString().slice(0, 10);

export const clockText = (zone: string, instant: number): string => {
  const at = wallMinute(zone, instant);
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
};

/** A time when the clock was set back by `by` milliseconds, or forward where that is below zero. */
interface Change {
  readonly at: number;
  readonly by: number;
}

/** The changes of a zone within three days of an instant. */
const changesNear = (zone: string, instant: number): Change[] =>
  offsetsOf(zone).flatMap(([since, offset], index, all) => {
    if (index === 0 || Math.abs(since - instant) > 3 * day) return [];
    return [{ at: since, by: (all[index - 1]?.[1] ?? 0) - offset }];
  });

/** 1 where the clock showed the same time once before, 0 where it will show it once more, else nothing. */
export function foldOf(zone: string, instant: number): 0 | 1 | undefined {
  for (const { at, by } of changesNear(zone, instant)) {
    if (instant >= at && instant < at + by) return 1;
    if (instant < at && instant >= at - by) return 0;
  }
  return undefined;
}

export interface PlainTimes {
  intoBed: string | null;
  trySleep: string | null;
  finalWake: string | null;
  outOfBed: string | null;
  date: string;
  zone: string;
  bedZone: string | null;
  fold: Partial<Record<PlainName, 0 | 1>>;
}
type PlainName = 'intoBed' | 'trySleep' | 'finalWake' | 'outOfBed';
export type PlainInstants = Partial<Record<PlainName, number>>;

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Walks back from `limit` to the first minute that can be this clock time. */
function walkBack(limit: number, clock: string, zone: string, fold: 0 | 1): number {
  const wanted = minuteOf(clock) * minute;
  const changes = changesNear(zone, limit);
  for (let at = limit; ; at -= minute) {
    const now = offsetAt(zone, at);
    if (mod(at + now, day) === wanted) {
      const twice = changes.find((change) => at >= change.at && at < change.at + change.by);
      return twice && fold === 0 ? at - twice.by : at;
    }
    // Skipped: what a clock that nobody had set would show, or one that was set too soon.
    const skipped = changes.some(({ at: since, by }) => {
      if (by >= 0 || Math.abs(at - since) > -by) return false;
      const unset = at >= since ? by : -by;
      return at < since - by && mod(at + now + unset, day) === wanted;
    });
    if (skipped) return at;
  }
}

/** The last minute of the date on that wall, gaps and repeats aside: where the walk for the last time begins. */
function onDate(date: string, clock: string, zone: string, fold: 0 | 1): number {
  const wall = Date.parse(`${date}T${clock}Z`);
  const fits = [-1, 0, 1]
    .map((days) => wall - offsetAt(zone, wall + days * day))
    .filter((instant) => instant + offsetAt(zone, instant) === wall);
  if (fits.length > 0) return fold === 1 ? Math.max(...fits) : Math.min(...fits);
  // Skipped: the clock that nobody had set.
  return wall - offsetAt(zone, wall - day);
}

const inOrder = ['outOfBed', 'finalWake', 'trySleep', 'intoBed'] as const;

function withFolds(night: PlainTimes, fold: PlainTimes['fold']): PlainInstants {
  const found: PlainInstants = {};
  let limit: number | undefined;
  for (const name of inOrder) {
    const clock = night[name];
    if (clock === null) continue;
    const isEvening = name === 'trySleep' || name === 'intoBed';
    if (limit === undefined && isEvening) return {};
    const zone = isEvening ? (night.bedZone ?? night.zone) : night.zone;
    limit =
      limit === undefined
        ? onDate(night.date, clock, zone, fold[name] ?? 0)
        : walkBack(limit, clock, zone, fold[name] ?? 0);
    found[name] = limit;
  }
  return found;
}

export function plainInstants(night: PlainTimes): PlainInstants {
  const lengthOf = (times: PlainInstants): number => {
    const all = Object.values(times);
    return all.length === 0 ? 0 : Math.max(...all) - Math.min(...all);
  };
  const first = withFolds(night, night.fold);
  // Where nothing is found on the day before, the earlier reading stands.
  if (lengthOf(first) < 12 * 60 * minute) return first;
  let best = first;
  for (const out of [0, 1] as const)
    for (const wake of [0, 1] as const)
      for (const sleep of [0, 1] as const)
        for (const bed of [0, 1] as const) {
          const fold = { outOfBed: out, finalWake: wake, trySleep: sleep, intoBed: bed };
          const other = withFolds(night, { ...fold, ...night.fold });
          if (lengthOf(other) < lengthOf(best) - 12 * 60 * minute) best = other;
        }
  return best;
}

export interface PlainAnswers extends PlainTimes {
  sol: number | null;
  awakenings: number | null;
  waso: number | null;
  tasafa: number | null;
  noSleep: boolean;
  naps: number[];
}

const apart = (from?: number, until?: number): number | null =>
  from === undefined || until === undefined ? null : (until - from) / minute;

const share = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0
    ? null
    : Math.floor((1000 * part) / whole + 0.5) / 10;

/** The formulas of the reference, one line each. */
export function plainFigures(night: PlainAnswers): Record<string, number | null> {
  const at = plainInstants(night);
  const tib = apart(at.intoBed, at.outOfBed);
  const window = apart(at.trySleep, at.finalWake);
  const naps = night.naps.reduce((sum, min) => sum + min, 0);
  const waso = night.waso ?? (night.awakenings === 0 ? 0 : null);
  let spt: number | null = null;
  let tst: number | null = null;
  let dse: number | null = null;
  if (night.noSleep) [spt, tst] = [0, 0];
  else if (window !== null && night.sol !== null && night.sol + (waso ?? 0) <= window) {
    spt = window - night.sol;
    if (waso !== null) tst = spt - waso;
    if (tst !== null && night.tasafa !== null) dse = night.sol + tst + (waso ?? 0) + night.tasafa;
  }
  const slept = spt !== null && !night.noSleep && at.trySleep !== undefined;
  const onset = slept ? (at.trySleep ?? 0) + (night.sol ?? 0) * minute : null;
  return {
    tib,
    preSleep: apart(at.intoBed, at.trySleep),
    lingering: apart(at.finalWake, at.outOfBed),
    ...{ spt, tst, dse },
    efficiency: share(tst, tib),
    dseEfficiency: share(tst, dse),
    maintenance: share(tst, spt),
    onset,
    midSleep: onset === null ? null : (onset + (at.finalWake ?? 0)) / 2,
    napTotal: naps,
    tst24: tst === null ? null : tst + naps,
  };
}
