/** What is noted of a moment, movement and meals alike: when it was, and taking it back. */
export const log = {
  language: 'en',
  noted: (what: string, time: string): string => `Noted: ${what}, ${time}.`,
  /** On a button that notes it now. */
  now: (what: string): string => `${what}: note it now`,
  others: (name: string): string => `${name}: something else, now`,
  say: 'Change or add',
  undo: 'Undo',
  another: 'Another time',
  anotherAbout: 'Earlier today, or another day.',
  day: 'Day',
  time: 'At',
  problems: {
    unread: 'A time, such as 14:05.',
    ahead: 'That is still to come. Any time until now fits.',
  },
  about: 'Each answer is kept as you give it.',
  gone: 'This is not here any more.',
  done: 'Done',
  putAway: 'Put it away',
  away: 'It is put away.',
  list: 'Day by day',
  earlier: 'Earlier days',
  nothing: 'Nothing noted in these days.',
  onToday: 'On Today',
  onTodayHint: 'A line to note it with, there and in the toolbar.',
  week: {
    title: 'The last seven days',
    day: 'Day',
    none: 'no note',
  },
};
