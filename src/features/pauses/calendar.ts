/**
 * What a calendar can ring for, where nothing can wake Comma: by the clock of wherever the person is week by week,
 * and what no week repeats (drawn at random, or by the clock of one zone) as single moments.
 */
import { civilMinute, instantOf, minutesToClock, zoned } from '../../kernel/civil-time.ts';
import { openAt, zoneOf } from './active-time.ts';
import { stillUntil } from './coming.ts';
import { isStill } from './due.ts';
import { type EngineState, type Moment } from './engine-state.ts';
import { type DatesOff } from './hours.ts';
import { keepsClock, occurrencesOn } from './occurrences.ts';
import { type Prompt } from './prompt.ts';
import { type PauseRules } from './rules.ts';
import { ringsAhead } from './wakes.ts';

/** How far single moments reach (chosen: a file of some hundred kilobytes at most). */
const singleDays = 28;
/** How far days off are looked for (chosen). */
const daysOffAhead = 366;

interface Ring {
  /** The same whenever the calendar is made anew, so that it takes the place of the former one. */
  readonly name: string;
  readonly lengthSeconds: number;
}

/** Civil times are as `2026-11-24T09:00`, by the clock of wherever the calendar is read. */
export interface WeeklyRing extends Ring {
  /** The first one. */
  readonly civil: string;
  /** From 1, Monday. */
  readonly days: readonly number[];
  /** Of days off. */
  readonly except: readonly string[];
}

/** Without a civil time it keeps the clock of one zone: it is this instant everywhere. */
export type SingleRing = Ring & { readonly at: number } & (
    { readonly civil: string } | { readonly civil: null }
  );

export interface CalendarPlan {
  readonly weekly: readonly WeeklyRing[];
  readonly single: readonly SingleRing[];
}

/** Nothing is taken out for what a calendar cannot know: an answer given, a call. */
export function calendarPlan(state: EngineState, rules: PauseRules, at: Moment): CalendarPlan {
  const prompts = rules.on
    ? rules.prompts.filter((prompt) => ringsAhead(prompt) && keepsClock(prompt))
    : [];
  const beginOf = (prompt: Prompt): number =>
    Math.max(
      at.wall,
      state.quiet?.until ?? 0,
      isStill({ state, rules, at }, prompt) ? stillUntil(state, prompt, rules, at) : 0,
    );
  const repeats = (prompt: Prompt): boolean =>
    prompt.zone === null && prompt.cadence.type !== 'random';
  const patterns = spaced(
    prompts.filter(repeats).flatMap((prompt) => patternsOf(prompt, rules)),
    rules.gapMinutes,
  );
  const weekly = patterns.flatMap((pattern) => {
    const begin = civilMinute(beginOf(pattern.prompt), at.zone);
    const ring = weeklyRing(pattern, rules, begin);
    return ring ? [ring] : [];
  });
  const singles = prompts
    .filter((prompt) => !repeats(prompt))
    .flatMap((prompt) => singlesOf(prompt, rules, at, beginOf(prompt)));
  return { weekly, single: apart(singles, weekly, rules.gapMinutes, at) };
}

/** One time of a prompt, and the days of the week on which its hours hold it. */
interface Pattern {
  readonly prompt: Prompt;
  readonly ordinal: number;
  readonly minute: number;
  readonly days: readonly number[];
}

/** A clock that is never changed: what a civil week holds is the same in every zone. */
const plain = 'UTC';
/** Any Monday. */
const someMonday = '2024-01-01';
const never: readonly DatesOff[] = [];

function patternsOf(prompt: Prompt, rules: PauseRules): Pattern[] {
  const everyDay = { ...rules, daysOff: never };
  const days = new Map<number, number[]>();
  for (let day = 0; day < 7; day++) {
    const date = Temporal.PlainDate.from(someMonday).add({ days: day });
    for (const { at } of occurrencesOn(prompt, date, plain, rules.usualSleep)) {
      const minute = (at - instantOf(date, 0, plain)) / 60_000;
      const held = days.get(minute) ?? [];
      days.set(minute, held);
      if (welcomes(prompt, everyDay, at)) held.push(day + 1);
    }
  }
  // The ordinal is given before hours are asked: a time that moves takes its ring along.
  return [...days]
    .toSorted(([a], [b]) => a - b)
    .map(([minute, held], ordinal) => ({ prompt, ordinal, minute, days: held }));
}

const welcomes = (prompt: Prompt, rules: PauseRules, wall: number): boolean =>
  openAt(prompt, rules, { wall, mono: 0, boot: '', zone: plain }) !== undefined;

/** Of two within the gap only the first rings, as it is with the pauses themselves. */
function spaced(patterns: readonly Pattern[], gapMinutes: number): Pattern[] {
  const kept = new Map<Pattern, number[]>(patterns.map((pattern) => [pattern, []]));
  const moments = patterns.flatMap((pattern) =>
    pattern.days.map((day) => ({ pattern, day, at: day * 1440 + pattern.minute })),
  );
  let last = -Infinity;
  for (const { pattern, day, at } of moments.toSorted((a, b) => a.at - b.at)) {
    if (at - last < gapMinutes) continue;
    last = at;
    kept.get(pattern)?.push(day);
  }
  return patterns.map((pattern) => ({ ...pattern, days: kept.get(pattern) ?? [] }));
}

function weeklyRing(
  { prompt, ordinal, minute, days }: Pattern,
  rules: PauseRules,
  begin: string,
): WeeklyRing | undefined {
  if (days.length === 0) return undefined;
  const clock = minutesToClock(minute);
  const from = Temporal.PlainDate.from(begin.slice(0, 10));
  const isOff = (date: Temporal.PlainDate): boolean =>
    !welcomes(prompt, rules, instantOf(date, minute, plain));
  let first: string | undefined;
  const except: string[] = [];
  for (let ahead = 0; ahead <= daysOffAhead; ahead++) {
    const date = from.add({ days: ahead });
    const civil = `${date.toString()}T${clock}`;
    if (!days.includes(date.dayOfWeek) || civil <= begin) continue;
    const off = mayBeOff(rules, date) && isOff(date);
    if (!off) first ??= civil;
    else if (first !== undefined) except.push(civil);
    if (first !== undefined && date.toString() > lastDayOff(rules)) break;
  }
  const name = `${prompt.id} ${ordinal}`;
  return first === undefined
    ? undefined
    : { name, lengthSeconds: prompt.lengthSeconds, civil: first, days, except };
}

/** Hours that began on a day off may reach into the next. */
const mayBeOff = ({ daysOff }: PauseRules, date: Temporal.PlainDate): boolean => {
  const [day, before] = [date.toString(), date.subtract({ days: 1 }).toString()];
  return daysOff.some(({ from, until }) => from <= day && before <= until);
};

const lastDayOff = ({ daysOff }: PauseRules): string =>
  daysOff.reduce((last, { until }) => {
    const after = Temporal.PlainDate.from(until).add({ days: 1 }).toString();
    return after > last ? after : last;
  }, '');

function singlesOf(prompt: Prompt, rules: PauseRules, at: Moment, begin: number): SingleRing[] {
  const end = at.wall + singleDays * 24 * 3_600_000;
  const zone = zoneOf(prompt, at);
  const today = zoned(at.wall, zone).toPlainDate();
  // One day early, for a window that began before midnight.
  const dates = Array.from({ length: singleDays + 2 }, (_, ahead) =>
    today.add({ days: ahead - 1 }),
  );
  return dates.flatMap((date) =>
    occurrencesOn(prompt, date, zone, rules.usualSleep).flatMap((next, ordinal) => {
      if (next.at <= begin || next.at > end) return [];
      if (!openAt(prompt, rules, { ...at, wall: next.at })) return [];
      return {
        name: `${prompt.id} ${date.toString()} ${ordinal}`,
        lengthSeconds: prompt.lengthSeconds,
        at: next.at,
        ...(prompt.zone === null ? { civil: next.civil } : { civil: null }),
      };
    }),
  );
}

/** What repeats stays as it is; a single moment within the gap of another one gives way. */
function apart(
  singles: readonly SingleRing[],
  weekly: readonly WeeklyRing[],
  gapMinutes: number,
  at: Moment,
): SingleRing[] {
  const taken = weekly.flatMap((ring) => instantsOf(ring, at));
  const kept: SingleRing[] = [];
  const gap = gapMinutes * 60_000;
  for (const ring of singles.toSorted((a, b) => a.at - b.at)) {
    const last = kept.at(-1);
    if (last && ring.at - last.at < gap) continue;
    if (!taken.some((instant) => Math.abs(instant - ring.at) < gap)) kept.push(ring);
  }
  return kept;
}

function instantsOf({ civil, days, except }: WeeklyRing, { wall, zone }: Moment): number[] {
  const [day, clock] = [civil.slice(0, 10), civil.slice(11)];
  const end = wall + singleDays * 24 * 3_600_000;
  const minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const found: number[] = [];
  for (let date = Temporal.PlainDate.from(day); ; date = date.add({ days: 1 })) {
    const instant = instantOf(date, minute, zone);
    if (instant > end) return found;
    if (days.includes(date.dayOfWeek) && !except.includes(`${date.toString()}T${clock}`))
      found.push(instant);
  }
}
