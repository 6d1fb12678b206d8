import type { Practice } from '../../practice.ts';

/** The note that follows a letter when it has been read again. */
export const readingItAgain: Practice = {
  id: 'reading-it-again',
  kind: 'sheet',
  title: 'On reading it again',
  about: 'A few lines for after you have opened a letter from yourself.',
  rows: [25],
  level: 2,
  area: 'kindness',
  minutes: 3,
  here: ['ordinary', 'sad'],
  steps: [
    {
      k: 'pick',
      id: 'reached',
      ask: 'You have read your letter. Did something reach you?',
      options: { yes: 'yes', little: 'a little', no: 'not today', odd: 'it felt odd' },
      most: 1,
    },
    {
      k: 'write',
      id: 'line',
      ask: 'Which line would you keep?',
      hint: 'Copy it here, and it has a place of its own.',
      most: 280,
    },
    {
      k: 'write',
      id: 'back',
      ask: 'Would you like to write back?',
      most: 1000,
      starters: ['Thank you for', 'I did not know that', 'Since then'],
    },
    {
      k: 'say',
      text: '“{line}” That came from you.',
      without: 'Whoever wrote that letter is still in here with you.',
    },
  ],
  shortest: [0],
  next: ['small-wins', 'a-letter'],
};
