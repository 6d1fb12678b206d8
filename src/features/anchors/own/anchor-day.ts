/** What a day of an anchor is, of what was noted and what rests. */
import { dayOf } from '../../../kernel/civil-time.ts';
import { datesOf, daysUpTo } from '../../../kernel/dates.ts';
import { creditOf, noon } from '../consistency/credit.ts';
import { dayStateOf, isDone, type DayState, type Rest } from '../consistency/day-state.ts';
import { fullSpans, keptIn, keptOf, returnsIn, type Kept, type Span } from '../consistency/kept.ts';
import type { Credit } from '../consistency/steadiness.ts';
import type { Measure, Target } from '../consistency/target.ts';
import type { Anchor } from './anchor.ts';
import type { DayNoted } from './day-note.ts';

/** Some of it, without a number, is half of it (chosen). */
const part = 0.5;

/** What makes a day of it, also where no target says so. */
export function measureOf({
  sort,
  steps,
  target,
}: Pick<Anchor, 'sort' | 'steps' | 'target'>): Measure {
  if (target) return target.measure;
  return sort === 'steps' ? { type: 'steps', least: Math.max(1, steps.length) } : { type: 'yes' };
}

const noonHour = noon / 60;

/** The hour in which a day of this anchor begins. A night belongs to its morning, as in the diary of sleep. */
const startOf = ({ bedtime, from }: Pick<Anchor, 'bedtime' | 'from'>, dayStart: number): number =>
  bedtime && from !== 'sleep' ? noonHour : dayStart;

/** The day of this anchor that an instant belongs to. */
export const anchorDayOf = (
  anchor: Pick<Anchor, 'bedtime' | 'from'>,
  instant: number,
  zone: string,
  dayStart: number,
): string => dayOf(instant, zone, startOf(anchor, dayStart));

/** How much of a day is done; `rest` where somebody said so, null where nothing was noted. */
export function creditOfNoted(
  anchor: Anchor,
  noted: DayNoted | null,
  dayStart: number,
): number | 'rest' | null {
  if (noted === null) return null;
  const measure = measureOf(anchor);
  switch (noted.type) {
    case 'rest':
      return 'rest';
    case 'notToday':
      return 0;
    case 'part':
      return part;
    case 'yes':
      return 1;
    case 'amount':
      // Of something that any amount is enough for, nothing at all is still not today.
      return measure.type === 'yes' && noted.amount === 0 ? 0 : creditOf(measure, noted, 0);
    case 'steps':
      return creditOf(measure, { type: 'steps', done: noted.done.length }, 0);
    case 'clock':
      return creditOf(measure, noted, anchor.bedtime ? noon : dayStart * 60);
  }
}

/** The days that somebody looks at, with what was noted of each by its date. */
export interface AnchorDays {
  readonly anchor: Anchor;
  readonly noted: { get(date: string): DayNoted | null | undefined };
  readonly rests: readonly Rest[];
  readonly dayStart: number;
}

const creditOn = ({ anchor, noted, dayStart }: AnchorDays, date: string): number | 'rest' | null =>
  creditOfNoted(anchor, noted.get(date) ?? null, dayStart);

export function stateOn(days: AnchorDays, date: string): DayState {
  const credit = creditOn(days, date);
  return credit === 'rest' ? 'rest' : dayStateOf(date, credit, days.rests);
}

/** The week or month that `today` lies in. */
export function spanNow(today: string, every: Target['every'], weekStart = 1): Span {
  const date = Temporal.PlainDate.from(today);
  if (every === 'month')
    return {
      from: date.with({ day: 1 }).toString(),
      until: date.with({ day: date.daysInMonth }).toString(),
    };
  const from = date.subtract({ days: (date.dayOfWeek - weekStart + 7) % 7 });
  return { from: from.toString(), until: from.add({ days: 6 }).toString() };
}

/** Of the week or month that goes on: its days to come can still be kept, except where they are rest already. */
export const keptNow = (days: AnchorDays, target: Target, today: string, weekStart = 1): Kept =>
  keptIn(
    datesOf(spanNow(today, target.every, weekStart)).map((date) => {
      const state = stateOn(days, date);
      return state === 'none' && date >= today ? 'notToday' : state;
    }),
    target.times,
  );

/** Of the whole weeks or months before. */
export const keptBefore = (days: AnchorDays, target: Target, today: string, weekStart = 1): Kept =>
  keptOf(
    fullSpans(today, target.every, weekStart).map((span) =>
      datesOf(span).map((date) => stateOn(days, date)),
    ),
    target.times,
  );

/** What was kept without being asked is looked at as if it were asked once a week. */
const asked = (target: Target | null): Pick<Target, 'every' | 'times'> =>
  target ?? { every: 'week', times: 1 };

/** The dates of these on which somebody came back. */
export const returnsOn = (days: AnchorDays, dates: readonly string[]): string[] =>
  returnsIn(
    dates.map((date) => stateOn(days, date)),
    asked(days.anchor.target),
  ).flatMap((at) => dates[at] ?? []);

/** What steadiness is worked out from: nothing noted is nothing done there, and rest is no part of it. */
export const creditsOn = (days: AnchorDays, dates: readonly string[]): Credit[] =>
  dates.map((date) => {
    const credit = creditOn(days, date);
    if (credit === 'rest' || stateOn(days, date) === 'rest') return null;
    return credit ?? 0;
  });

/** A month as people say it. */
const quietDays = 28;
const dayMs = 86_400_000;

/** For a month nothing was done of it, though it was there, and it did not rest. */
export function isQuiet(days: AnchorDays, today: string, wall: number): boolean {
  if (wall - days.anchor.madeAt < quietDays * dayMs) return false;
  const states = daysUpTo(today, quietDays).map((date) => stateOn(days, date));
  return !states.some(isDone) && states.some((state) => state !== 'rest');
}
