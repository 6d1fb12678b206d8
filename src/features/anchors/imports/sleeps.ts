/** Sleep that has a beginning and an end, as other programs keep it, made into nights and naps of the diary. */
import { minuteOfDay, minutesToClock, zoned, minuteMs } from '../../../kernel/civil-time.ts';
import type { Json } from '../../../kernel/json.ts';
import {
  blankNight,
  clockNames,
  nightFields,
  nightId,
  nightKind,
  type Aid,
  type Answers,
  type ClockName,
  type Nap,
  type Night,
} from '../sleep/night.ts';
import { limits } from './limits.ts';
import { lastUntil } from './sorted.ts';
import {
  extraField,
  leftOf,
  type Format,
  type Found,
  type FoundRecord,
  type LeftOut,
} from './found.ts';
import { momentsOf } from './wall.ts';

const dayMs = 1440 * minuteMs;

/** What is shorter, and follows a longer sleep of that day, is taken for a nap (chosen). */
const longestNap = 180 * minuteMs;

export interface Sleep {
  /** What the other program calls it. */
  readonly source: string;
  /** Where it stands in the file. */
  readonly line: number;
  /** Epoch milliseconds of the times that are known; the first and the last of them are its ends. */
  readonly at: Readonly<Partial<Record<ClockName, number>>>;
  /** Where they got up, and where they went to bed if that was elsewhere. */
  readonly zone: string;
  readonly bedZone?: string;
  /** Undefined where the file does not tell a nap from a night. */
  readonly isNap?: boolean;
  readonly answers: Partial<Answers>;
  readonly aids?: readonly Aid[];
  readonly naps?: readonly Nap[];
  readonly comment: string;
  /** What has no place in the diary. */
  readonly extra: Readonly<Record<string, Json>>;
}

interface Whole extends Sleep {
  readonly from: number;
  readonly until: number;
  /** The day they got up. */
  readonly date: string;
}

/** Seconds are of no use to a diary, and would tell apart what is the same to the minute. */
const toMinute = (instant: number): number => Math.floor(instant / minuteMs) * minuteMs;

function wholeOf(sleep: Sleep): Whole {
  const told = clockNames.flatMap((name) => {
    const instant = sleep.at[name];
    return instant === undefined ? [] : [[name, toMinute(instant)] as const];
  });
  const at: Whole['at'] = Object.fromEntries(told);
  const [from, until] = [told[0]?.[1] ?? 0, told.at(-1)?.[1] ?? 0];
  return { ...sleep, at, from, until, date: zoned(until, sleep.zone).toPlainDate().toString() };
}

function isInOrder({ at }: Whole): boolean {
  const instants = clockNames.flatMap((name) => at[name] ?? []);
  return instants.every((instant, place) => instant >= (instants[place - 1] ?? instant));
}

/** `left`: rows that a reader of one format has left out already. */
export function foundSleeps(
  from: Format,
  sleeps: readonly Sleep[],
  left: readonly LeftOut[],
): Found {
  const out: LeftOut[] = [...left];
  const leave = (why: LeftOut['why'], line: number): void => {
    out.push({ why, lines: [line] });
  };
  const seen = new Set<string>();
  const whole: Whole[] = [];
  for (const sleep of sleeps.map(wholeOf)) {
    const length = sleep.until - sleep.from;
    const name = `${sleep.from}-${sleep.until}`;
    if (length <= 0 || !isInOrder(sleep)) leave('noLength', sleep.line);
    // The diary counts back from getting up, by a day at most.
    else if (length >= dayMs) leave('tooLong', sleep.line);
    else if (seen.has(name)) leave('twice', sleep.line);
    else if (sleep.comment.length > limits.text) leave('longText', sleep.line);
    else {
      seen.add(name);
      whole.push(sleep);
    }
  }
  return { from, records: nightsOf(from, whole), left: leftOf(out) };
}

function nightsOf(from: Format, sleeps: readonly Whole[]): FoundRecord[] {
  const mains: Whole[] = [];
  const naps: Whole[] = [];
  for (const day of Map.groupBy(sleeps, ({ date }) => date).values()) {
    const longest = day
      .filter(({ isNap }) => isNap !== true)
      .toSorted((a, b) => b.until - b.from - (a.until - a.from) || a.from - b.from)[0];
    for (const sleep of day) {
      const isShort = sleep.until - sleep.from <= longestNap;
      const follows = longest !== undefined && sleep.from >= longest.until;
      const isNap = sleep.isNap ?? (sleep !== longest && isShort && follows);
      (isNap ? naps : mains).push(sleep);
    }
  }
  mains.sort((a, b) => a.until - b.until || a.from - b.from);
  const napsOf = Map.groupBy(naps, (nap) => nightBefore(mains, nap));
  const taken = new Set<string>();
  const records = longestFirst(mains).map((sleep) => {
    const isSecond = taken.has(sleep.date);
    taken.add(sleep.date);
    return recordOf(from, sleep, isSecond, napsOf.get(sleep) ?? []);
  });
  const alone = Map.groupBy(napsOf.get(undefined) ?? [], ({ date }) => date);
  for (const [date, ofDay] of alone) {
    const [first] = ofDay;
    if (first) records.push(napsAlone(from, first, ofDay, taken.has(date)));
  }
  return records.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
}

const dayOf = ({ fields }: FoundRecord): string =>
  typeof fields['day'] === 'string' ? fields['day'] : '';

/** The main sleep of a day is the longest; a further one has a name of its own. */
const longestFirst = (mains: readonly Whole[]): Whole[] =>
  mains.toSorted((a, b) => b.until - b.from - (a.until - a.from) || a.from - b.from);

/** A nap belongs to the day that began with getting up. */
function nightBefore(mains: readonly Whole[], nap: Whole): Whole | undefined {
  const before = lastUntil(mains, nap.from, ({ until }) => until);
  return before && nap.from - before.until < dayMs ? before : undefined;
}

/** Names of members are names of fields: nothing of a stranger's belongs in them. */
const memberName = (from: Format, sleep: Whole): string => `${from}-${sleep.from / minuteMs}`;

function recordOf(
  from: Format,
  sleep: Whole,
  isSecond: boolean,
  naps: readonly Whole[],
): FoundRecord {
  const { date, zone, bedZone, at, answers, aids = [], source } = sleep;
  const id = nightId(date, isSecond ? memberName(from, sleep) : '');
  const clocks: Partial<Record<ClockName, string>> = {};
  const fold: Partial<Record<ClockName, 0 | 1>> = {};
  for (const name of clockNames) {
    const instant = at[name];
    if (instant === undefined) continue;
    const isAtBed = name === 'intoBed' || name === 'trySleep';
    const place = (isAtBed ? bedZone : undefined) ?? zone;
    clocks[name] = minutesToClock(minuteOfDay(instant, place));
    const which = foldOf(instant, place);
    if (which !== undefined) fold[name] = which;
  }
  const untimed = (sleep.naps ?? []).map((nap, place) => [`${from}-${place}`, nap] as const);
  const night: Night = {
    ...blankNight(date, zone),
    ...answers,
    ...clocks,
    ...{ id, fold, bedZone: bedZone === undefined || bedZone === zone ? null : bedZone },
    naps: Object.fromEntries([
      ...untimed,
      ...naps.map((nap) => [memberName(from, nap), napOf(nap)] as const),
    ]),
    aids: Object.fromEntries(aids.map((aid, place) => [`${from}-${place}`, aid])),
    ...{ source: from, enteredAt: sleep.until },
  };
  const comments = [sleep.comment, ...naps.map(napComment)];
  return {
    ...{ id, kind: nightKind, source },
    fields: { ...nightFields(null, night), ...extraOf(sleep, ...naps) },
    text: comments.filter((comment) => comment.trim() !== '').join('\n'),
  };
}

function napsAlone(
  from: Format,
  first: Whole,
  naps: readonly Whole[],
  isSecond: boolean,
): FoundRecord {
  const { date } = first;
  const id = nightId(date, isSecond ? memberName(from, first) : '');
  const night: Night = {
    ...blankNight(date, first.zone),
    id,
    naps: Object.fromEntries(naps.map((nap) => [memberName(from, nap), napOf(nap)])),
    ...{ source: from, enteredAt: first.until },
  };
  return {
    ...{ id, kind: nightKind, source: first.source },
    fields: { ...nightFields(null, night), ...extraOf(undefined, ...naps) },
    text: naps.map(napComment).filter(Boolean).join('\n'),
  };
}

const clockOf = ({ from, zone }: Whole): string => minutesToClock(minuteOfDay(from, zone));

const napOf = (nap: Whole): Nap => ({
  start: clockOf(nap),
  min: Math.max(1, Math.round((nap.until - nap.from) / minuteMs)),
});

const napComment = (nap: Whole): string =>
  nap.comment.trim() === '' ? '' : `${clockOf(nap)}: ${nap.comment}`;

/** Of several sleeps in one record, each by when it began. */
function extraOf(main: Whole | undefined, ...others: readonly Whole[]): Record<string, Json> {
  const besides = others.filter(({ extra }) => Object.keys(extra).length > 0);
  return extraField({
    ...main?.extra,
    ...Object.fromEntries(besides.map((each) => [clockOf(each), each.extra])),
  });
}

/** Which of two equal times; undefined where the clock showed it once. */
function foldOf(instant: number, zone: string): 0 | 1 | undefined {
  const moments = momentsOf(zoned(instant, zone).toPlainDateTime(), zone);
  if (moments.length < 2) return undefined;
  return instant === moments[0] ? 0 : 1;
}
