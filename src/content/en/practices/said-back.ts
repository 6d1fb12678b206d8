import type { Practice } from '../../practice.ts';

/** The compassionate mirror: what happened, and the same thing said back in second person. */
export const saidBack: Practice = {
  id: 'said-back',
  kind: 'sheet',
  title: 'Said back to you',
  about: 'Tell what happened, and hear it back from a kind listener.',
  rows: [13],
  level: 2,
  area: 'kindness',
  minutes: 6,
  here: ['afterTalk', 'sad', 'ashamed'],
  steps: [
    {
      k: 'write',
      id: 'told',
      ask: 'What happened, as you would tell it?',
      most: 1000,
      starters: ['I', 'It was', 'They'],
    },
    {
      k: 'say',
      text: 'Now change chairs, at least in your mind. You are the one who listened.',
    },
    {
      k: 'blanks',
      ask: 'Say it back, to a “you”.',
      hint: 'One of the three is enough.',
      sentence: 'You were {were}. It makes sense that {sense}. You deserve {deserve}.',
      blanks: [
        { id: 'were', hint: 'how it was for them', starters: ['tired', 'afraid', 'trying hard'] },
        { id: 'sense', hint: 'what you can understand' },
        {
          id: 'deserve',
          hint: 'what anyone in their place would',
          starters: ['rest', 'to be heard', 'better'],
        },
      ],
    },
    {
      k: 'beside',
      text: 'The same hour, from two chairs.',
      left: { id: 'told', label: 'As I told it' },
      right: { id: 'sense', label: 'As it was heard' },
    },
    {
      k: 'list',
      id: 'kindThings',
      ask: 'Has anyone ever said something kind to you that you still have?',
      hint: 'A teacher, a neighbour, a child. One a line.',
      most: 6,
    },
  ],
  shortest: [2],
  aftercare: 'Go back to your own chair, and lean on it.',
  next: ['a-letter', 'ten-kind-seconds'],
};
