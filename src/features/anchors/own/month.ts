/** The weeks of a month, as a calendar hangs on a wall; null where another month begins or ends the week. */
export function weeksOf(month: string, weekStart: number): (string | null)[][] {
  const first = Temporal.PlainDate.from(month).with({ day: 1 });
  const before = (first.dayOfWeek - weekStart + 7) % 7;
  const count = Math.ceil((before + first.daysInMonth) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const day = week * 7 + place - before + 1;
      return day < 1 || day > first.daysInMonth ? null : first.with({ day }).toString();
    }),
  );
}
