import type { Practice } from '../../practice.ts';

/** No field asks how bad it was. */
export const whatDidItNeed: Practice = {
  id: 'what-did-it-need',
  kind: 'sheet',
  title: 'What did it need?',
  about: 'Look at something that went wrong, and find the need in it.',
  rows: [28],
  level: 2,
  area: 'kindness',
  minutes: 4,
  here: ['afterMisstep', 'ashamed', 'angry'],
  steps: [
    {
      k: 'write',
      id: 'facts',
      ask: 'What happened? Only what a camera would have seen.',
      hint: 'Leave out what it says about you. It can say nothing yet.',
      most: 600,
    },
    {
      k: 'pick',
      id: 'need',
      ask: 'Underneath it, was there a need?',
      hint: 'People do odd things for very good needs.',
      options: {
        rest: 'rest',
        pace: 'a slower pace',
        safety: 'safety',
        honesty: 'honesty',
        closeness: 'closeness',
        play: 'play',
        space: 'space',
        help: 'a hand',
        seen: 'to be seen',
      },
      most: 3,
      own: true,
    },
    {
      k: 'still',
      sec: 15,
      short: 10,
      text: 'A need is not a crime. Sit beside it for a few seconds.',
    },
    {
      k: 'write',
      id: 'small',
      ask: 'What could answer it a little, or whom could you ask?',
      most: 280,
      starters: ['I could ask', 'Tonight I could', 'Next week I would like'],
    },
  ],
  shortest: [1],
  aftercare: 'If something is to be put right, it goes better once you know what it was for.',
  next: ['next-time', 'how-it-is-for-me'],
};
