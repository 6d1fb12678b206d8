/** A letter that is closed until a day, and the day itself. */
export const letters = {
  language: 'en',
  today: {
    title: 'A letter can be opened.',
    fresh: 'You wrote it today. It waits as long as you like.',
    about: (day: string): string => `You wrote it on ${day}. It waits as long as you like.`,
    read: 'Open it',
    notNow: 'Not now',
  },
  early: {
    open: 'Open it now',
    title: 'Open it already?',
    on: (day: string): string => `You meant it for ${day}. To read it now is fine, too.`,
    at: (time: string): string => `You meant it for ${time}. To read it now is fine, too.`,
    yes: 'Open it',
    no: 'Leave it closed',
  },
  after: 'A few lines for after reading',
};
