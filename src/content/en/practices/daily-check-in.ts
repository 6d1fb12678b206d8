import type { Practice } from '../../practice.ts';

/** A breath, a plain sentence, a kind line and the weather inside. One breath and one tap are the whole of it, too. */
export const dailyCheckIn: Practice = {
  id: 'daily-check-in',
  kind: 'guided',
  title: 'Daily check-in',
  about: 'A few breaths, one plain sentence, and the weather inside.',
  rows: [7, 10],
  level: 1,
  area: 'kindness',
  minutes: 3,
  here: ['ordinary', 'numb', 'tense'],
  steps: [
    {
      k: 'breath',
      pattern: '4-6',
      breaths: 6,
      short: 1,
      text: 'A minute that asks nothing of you.',
    },
    {
      k: 'write',
      id: 'body',
      ask: 'One plain sentence about your body.',
      hint: 'Only what is so. It needs no praise and no blame.',
      most: 140,
      starters: ['My shoulders are', 'My breath is', 'My hands are', 'My belly feels'],
    },
    {
      k: 'weather',
      id: 'weather',
      ask: 'What is the weather inside?',
      hint: 'Weather is never wrong. It moves on by itself.',
    },
    {
      k: 'write',
      id: 'note',
      ask: 'A word about it, if you like.',
      most: 140,
    },
    { k: 'line', deck: 'worth' },
  ],
  shortest: [0, 2],
  aftercare: 'The day may go on as it is.',
  next: ['somatic-grounding'],
};
