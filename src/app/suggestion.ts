/** One thing to try today: the same all day, another one tomorrow. */

export interface Suggestion {
  readonly title: string;
  readonly about: string;
  /** The step of a pause that it opens. */
  readonly step: 'breathe' | 'line' | 'ground' | 'comma';
}

const suggestions: readonly Suggestion[] = [
  {
    title: 'Soften one sentence',
    about: 'A harsh sentence, a comma, and how it goes on. Half a minute.',
    step: 'comma',
  },
  {
    title: 'Come back to the room',
    about: 'Five things to see, four to touch, and so on. Two minutes, eyes open.',
    step: 'ground',
  },
  { title: 'A kind line', about: 'One sentence to take along. Twenty seconds.', step: 'line' },
  {
    title: 'Breathe with the comma',
    about: 'Four in, six out. A minute is plenty.',
    step: 'breathe',
  },
];

/** `day` is a civil day such as `2026-11-22`. */
export function suggestionFor(day: string): Suggestion {
  const days = Temporal.PlainDate.from(day).since('1970-01-01', { largestUnit: 'days' }).days;
  return suggestions[days % suggestions.length] ?? (suggestions[0] as Suggestion);
}
