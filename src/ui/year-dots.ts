/** Where the days of a stretch of time stand as dots: a column a week, a row a weekday. */
export interface DotDay {
  /** Civil day, `2026-11-22`. */
  readonly day: string;
  readonly level: 0 | 1 | 2 | 3;
  /** What a screen reader says, such as `Sunday 22 November, two entries`. */
  readonly label: string;
}

export interface Dot extends DotDay {
  readonly column: number;
  readonly row: number;
}

/**
 * Days in order and without gaps; `firstWeekday` is 1 for Monday, 7 for Sunday. A narrow picture
 * goes on in a further band, one empty row below, after so many weeks.
 */
export function yearDots(
  days: readonly DotDay[],
  firstWeekday: number,
  weeksInBand: number,
): Dot[] {
  const first = days[0];
  if (first === undefined) return [];
  const offset = (Temporal.PlainDate.from(first.day).dayOfWeek - firstWeekday + 7) % 7;
  return days.map((day, at) => {
    const week = Math.floor((at + offset) / 7);
    return {
      ...day,
      column: week % weeksInBand,
      row: ((at + offset) % 7) + 8 * Math.floor(week / weeksInBand),
    };
  });
}

/** How many days of each month carry something, oldest first, for the table behind the dots. */
export function daysByMonth(days: readonly DotDay[]): { month: string; kept: number }[] {
  const months = new Map<string, number>();
  for (const { day, level } of days) {
    const month = day.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + (level > 0 ? 1 : 0));
  }
  return [...months].map(([month, kept]) => ({ month, kept }));
}

/** The next day under an arrow key, kept inside the picture; other keys leave it where it is. */
export function movedBy(key: string, at: number, count: number): number {
  const steps: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return Math.min(count - 1, Math.max(0, at + (steps[key] ?? 0)));
}
