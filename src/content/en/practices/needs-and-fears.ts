import type { Practice } from '../../practice.ts';

/** What has not been said, and what would make it safer to say. */
export const needsAndFears: Practice = {
  id: 'needs-and-fears',
  kind: 'sheet',
  title: 'Not said yet',
  about: 'What you need, what you fear, and what would make it easier to say.',
  rows: [90],
  level: 2,
  area: 'intimacy',
  minutes: 5,
  here: ['beforeTalk', 'unsure', 'tense'],
  steps: [
    {
      k: 'blanks',
      ask: 'Two halves of one sentence.',
      hint: 'Fill in the one that comes first.',
      sentence: 'I need {need}, and I fear {fear}.',
      blanks: [
        {
          id: 'need',
          hint: 'what you need',
          starters: ['more time', 'to be asked', 'to hear that we are fine'],
        },
        {
          id: 'fear',
          hint: 'what you fear',
          starters: ['being laughed at', 'losing you', 'that it changes things'],
        },
      ],
    },
    {
      k: 'write',
      id: 'unsaid',
      ask: 'What have you not said yet?',
      hint: 'Written here, it is not said. It stays sealed.',
      most: 1000,
    },
    {
      k: 'write',
      id: 'safer',
      ask: 'What would make it safer to say?',
      most: 400,
      starters: ['If we were walking', 'If they promised to only listen', 'If I could write it'],
    },
    {
      k: 'pick',
      id: 'share',
      ask: 'Would you like to say it?',
      hint: 'Some things may be kept. A secret that harms you is another matter.',
      options: { soon: 'soon', later: 'some day', part: 'a part of it', keep: 'I keep it' },
      most: 1,
    },
    {
      k: 'date',
      id: 'when',
      ask: 'Is there a good day to say it?',
    },
  ],
  shortest: [0],
  next: ['before-we-talk', 'how-easy-is-a-no', 'turn-by-turn'],
};
