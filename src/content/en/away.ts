/** What being away or busy does to a pause. */
export const away = {
  language: 'en',
  title: 'When you are away or busy',
  lead: 'A call, a shared screen or a film only delays a pause. A walk counts as one.',
  plain: [
    'In a call, or while others see your screen, nothing comes. One pause comes after it, gently.',
    'While you type, a pause waits for a gap between the words.',
    'When you were away at least as long as a pause, that was the pause.',
    'Shorter than that, the minutes away just do not count as work.',
    'After your hours, the time to the next pause begins again.',
  ],
  table: 'For the curious: each one by itself',
  tableAbout:
    'What the minutes do meanwhile, and what becomes of a pause that waited. Being away counts as a pause when it is at least as long.',
  cause: 'When',
  counts: 'The time',
  back: 'A pause that waited',
  of: (what: string, cause: string): string => `${cause}: ${what.toLowerCase()}`,
  causes: {
    idle: 'You are away',
    locked: 'The screen is locked',
    asleep: 'The computer sleeps',
    meeting: 'You are in a call',
    sharing: 'Your screen is shared',
    media: 'A film plays, or fills the screen',
    quiet: 'You asked for quiet',
    outside: 'Outside your hours',
  },
  countings: {
    keep: 'goes on counting',
    freeze: 'stands still',
    rest: 'counts as a pause',
    fresh: 'begins again',
  },
  returnings: {
    nothing: 'is let go',
    offer: 'comes once, a little later',
    fresh: 'is let go for a fresh start',
  },
  reset: 'As it was at first',
  resetDone: 'Everything here is as it was at first.',
};
