/** The next 24 hours. */
export const coming = {
  language: 'en',
  title: 'The next 24 hours',
  lead: 'What comes, if you are here in your hours and take each pause.',
  picture: 'Pauses of the next 24 hours, on a line from now to this time tomorrow',
  none: 'No pauses come in the next 24 hours.',
  one: (clock: string): string => `One pause comes, ${clock}.`,
  many: (count: number, first: string, last: string): string =>
    `${count} pauses come: the first ${first}, the last ${last}.`,
  changed: (before: number, after: number): string =>
    before === after
      ? 'As many as without your “what if”.'
      : after < before
        ? `${before - after} fewer than without your “what if”.`
        : `${after - before} more than without your “what if”.`,
  now: 'now',
  clockChange: {
    back: (clock: string, minutes: number): string =>
      `At ${clock} the clock goes back ${minutes} minutes. Set times keep to the clock; active time counts on.`,
    on: (clock: string, minutes: number): string =>
      `At ${clock} the clock goes on ${minutes} minutes. Set times keep to the clock; active time counts on.`,
    mark: 'clock change',
  },
  whatIf: 'What if',
  whatIfAbout: 'Nothing here is kept. It only draws.',
  meeting: 'A meeting',
  away: 'Lunch, or a walk',
  flight: 'A flight to',
  from: 'From',
  until: 'Until',
  lands: 'Lands at, by the clock here',
  zone: 'Clock there',
  clear: 'Clear',
  same: 'The two times are the same.',
  table: 'As a table',
  time: 'Time',
  prompt: 'Prompt',
  what: 'What happens',
  verdicts: {
    shown: 'It comes.',
    held: 'It waits.',
    other: 'It is let go.',
    'rest credited': 'Being away counts as this one.',
    joined: 'It joins another one.',
  },
  causes: {
    meeting: 'You are in a call.',
    sharing: 'Your screen is shared.',
    media: 'A film plays.',
    quiet: 'You asked for quiet.',
    gap: 'Another one has just been there.',
    outside: 'Your hours are over.',
    typing: '',
    other: '',
  },
  legend: { comes: 'comes', waits: 'waits, or is let go', meeting: 'meeting', away: 'away' },
};
