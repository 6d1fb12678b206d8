import type { Practice } from '../../practice.ts';

/** One line. A month of them makes a page. */
export const smallWins: Practice = {
  id: 'small-wins',
  kind: 'sheet',
  title: 'A small good thing',
  about: 'One line about something that went well, or was dared.',
  rows: [41],
  level: 1,
  area: 'kindness',
  minutes: 1,
  here: ['ordinary', 'sad', 'numb'],
  steps: [
    {
      k: 'write',
      id: 'win',
      ask: 'One small thing.',
      hint: 'It may be so small that you would tell nobody.',
      most: 140,
      starters: ['I asked', 'I stopped', 'I got up and', 'I did not'],
    },
    {
      k: 'pick',
      id: 'kind',
      ask: 'What was it?',
      hint: 'An attempt counts as much as the rest.',
      options: {
        attempt: 'an attempt',
        done: 'something done',
        left: 'something left alone',
        met: 'a kind meeting',
      },
      most: 2,
    },
  ],
  shortest: [0],
  page: { line: 'win', tag: 'kind' },
  next: ['worth-from-many-places', 'daily-check-in'],
};
