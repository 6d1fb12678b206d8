import type { Practice } from '../../practice.ts';

/** The comfort-zone map: rings, conditions, and what has moved. */
export const comfortRings: Practice = {
  id: 'comfort-rings',
  kind: 'sheet',
  title: 'Rings',
  about: 'Lay out what is easy, what is a stretch and what is a no, in your own words.',
  rows: [62],
  level: 2,
  area: 'intimacy',
  minutes: 8,
  here: ['unsure', 'beforeTalk', 'ordinary'],
  steps: [
    {
      k: 'list',
      id: 'things',
      ask: 'Which things would you like to place?',
      hint: 'Anything at all: a visit, a word, a kind of touch, a phone call. Your words, one a line.',
      most: 12,
    },
    {
      k: 'sort',
      id: 'rings',
      ask: 'From the middle outwards. Where does each one lie today?',
      hint: 'The outer rings are as good as the inner one.',
      into: {
        easy: 'easy',
        conditions: 'fine, with conditions',
        stretch: 'a stretch',
        notNow: 'not now',
        no: 'no',
      },
      from: 'things',
      own: 6,
      note: 'On what conditions',
    },
    {
      k: 'body',
      id: 'signal',
      ask: 'Where does your body tell you that a ring has been passed?',
    },
    {
      k: 'write',
      id: 'signs',
      ask: 'What are the signs?',
      most: 280,
      starters: ['I hold my breath', 'I get very polite', 'I look for the door'],
    },
    {
      k: 'write',
      id: 'moved',
      ask: 'Has something moved since you last looked, in or out?',
      hint: 'Earlier maps stay in the journal, side by side, each with its day.',
      most: 400,
    },
    {
      k: 'date',
      id: 'again',
      ask: 'When would you like to draw it anew?',
    },
  ],
  shortest: [0, 1],
  again: { things: 'things', rings: 'rings', signal: 'signal', signs: 'signs' },
  versions: { rings: 'The map' },
  aftercare: 'Nobody has a right to your map. You can show a ring, all of it, or none.',
  next: ['yes-and-no', 'behind-a-line'],
};
