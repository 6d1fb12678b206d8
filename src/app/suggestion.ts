/** One thing to try today: the same all day, another one tomorrow. */

/** The steps of a pause that are suggested in turn. */
const steps = ['comma', 'ground', 'line', 'breathe'] as const;

/** `day` is a civil day such as `2026-11-22`. */
export function suggestionFor(day: string): (typeof steps)[number] {
  const days = Temporal.PlainDate.from(day).since('1970-01-01', { largestUnit: 'days' }).days;
  return steps[days % steps.length] ?? steps[0];
}
