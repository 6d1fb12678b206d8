/** What was kept of an anchor in any while, whole weeks or not. */
import { keptOf, type Kept } from '../consistency/kept.ts';
import { isDone } from '../consistency/day-state.ts';
import { stateOn, type AnchorDays } from './anchor-day.ts';

export interface KeptWhile {
  /** Null where nothing was asked. */
  readonly kept: Kept | null;
  /** Days with some of it. */
  readonly done: number;
}

/** `dates` in their order. A week or month that is cut off asks no more than the days of it that are there. */
export function keptWhile(days: AnchorDays, dates: readonly string[], weekStart = 1): KeptWhile {
  const { target } = days.anchor;
  const states = dates.map((date) => ({ date, state: stateOn(days, date) }));
  const spanOf = (date: string): string => {
    if (target?.every === 'month') return date.slice(0, 7);
    const day = Temporal.PlainDate.from(date);
    return day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 }).toString();
  };
  const spans = [...Map.groupBy(states, ({ date }) => spanOf(date)).values()];
  return {
    kept:
      target &&
      keptOf(
        spans.map((span) => span.map(({ state }) => state)),
        target.times,
      ),
    done: states.filter(({ state }) => isDone(state)).length,
  };
}
