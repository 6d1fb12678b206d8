/** Why a pause came, or did not. */
export const ledger = {
  language: 'en',
  title: 'Why a pause came, or did not',
  about: 'Every decision of the last 30 days, in words. It holds times, never what you wrote.',
  empty: 'No decisions yet. The first pause will stand here.',
  emptyFor: 'No decisions about this prompt yet.',
  ask: 'Why no pause at …?',
  day: 'Day',
  time: 'Time',
  prompt: 'Prompt',
  all: 'All prompts',
  gone: 'A prompt that is gone',
  own: 'Pauses you asked for',
  earlier: 'Earlier days',
  save: 'Save as a file',
  answer: {
    future: 'That time is still to come.',
    unknown: 'Comma kept no decisions from before then.',
    came: (clock: string): string => `One came: it was offered at ${clock}.`,
    taken: (clock: string): string => `You had a pause at ${clock}.`,
    counting: (minutes: number, of: number, clock: string): string =>
      `It was on its way. Since ${clock} you had been active for ${minutes} of ${of} minutes at most.`,
    next: (clock: string): string => `The next one was offered at ${clock}.`,
    counted: (minutes: number, of: number): string =>
      `It was on its way: you had been active ${minutes} of ${of} minutes.`,
    none: 'No prompt was due then.',
  },
};
