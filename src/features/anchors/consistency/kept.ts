/** How much of what was asked was kept, and when somebody came back. Nothing is counted against anybody. */
import { isDone, type DayState } from './day-state.ts';
import type { Target } from './target.ts';

export interface Kept {
  readonly kept: number;
  /** What was asked of the days that were neither rest nor without a note. */
  readonly asked: number;
}

/** Weeks that are looked back on (reference D3), and months (chosen). */
const lookedBack = { week: 4, month: 3 } as const;

/** A span of days, both included. */
export interface Span {
  readonly from: string;
  readonly until: string;
}

/** The last whole weeks or months before today, oldest first. `weekStart` is 1 for Monday to 7. */
export function fullSpans(today: string, every: Target['every'], weekStart = 1): Span[] {
  const date = Temporal.PlainDate.from(today);
  const count = lookedBack[every];
  if (every === 'month')
    return Array.from({ length: count }, (_, at) => {
      const first = date.with({ day: 1 }).subtract({ months: count - at });
      return span(first, first.with({ day: first.daysInMonth }));
    });
  const week = date.subtract({ days: (date.dayOfWeek - weekStart + 7) % 7 });
  return Array.from({ length: count }, (_, at) => {
    const first = week.subtract({ weeks: count - at });
    return span(first, first.add({ days: 6 }));
  });
}

const span = (from: Temporal.PlainDate, until: Temporal.PlainDate): Span => ({
  from: from.toString(),
  until: until.toString(),
});

/** Of the days of one week or month. Days beyond what was asked are not banked. */
export function keptIn(days: readonly DayState[], times: number): Kept {
  const open = days.filter((state) => state !== 'rest' && state !== 'none').length;
  const asked = Math.min(times, open);
  return { asked, kept: Math.min(days.filter(isDone).length, asked) };
}

/** Of several weeks or months, each for itself. */
export function keptOf(spans: readonly (readonly DayState[])[], times: number): Kept {
  const each = spans.map((days) => keptIn(days, times));
  return {
    kept: each.reduce((sum, { kept }) => sum + kept, 0),
    asked: each.reduce((sum, { asked }) => sum + asked, 0),
  };
}

const daysIn = { week: 7, month: 30 } as const;

/** Days without it after which a day with it is a return: more than the target leaves out anyway. */
export const gapOf = ({ every, times }: Pick<Target, 'every' | 'times'>): number =>
  Math.ceil(daysIn[every] / times) + 1;

/**
 * Where in the days somebody came back: done before, then not for a while, then done again. Rest neither makes that
 * while longer nor ends it.
 */
export function returnsIn(
  days: readonly DayState[],
  target: Pick<Target, 'every' | 'times'>,
): number[] {
  const gap = gapOf(target);
  const found: number[] = [];
  let without: number | null = null;
  for (const [at, state] of days.entries()) {
    if (state === 'rest') continue;
    if (!isDone(state)) {
      if (without !== null) without += 1;
      continue;
    }
    if (without !== null && without >= gap) found.push(at);
    without = 0;
  }
  return found;
}
