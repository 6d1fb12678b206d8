import type { Practice } from '../../practice.ts';

/** A judgment is met with a question that nobody has to answer. */
export const oneSlowQuestion: Practice = {
  id: 'one-slow-question',
  kind: 'guided',
  title: 'One slow question',
  about: 'For when a verdict comes fast: a question that takes its time.',
  rows: [1],
  level: 1,
  area: 'kindness',
  minutes: 1,
  here: ['harshVoice', 'unsure', 'afterMisstep', 'ordinary'],
  steps: [
    { k: 'line', deck: 'questions' },
    {
      k: 'still',
      sec: 30,
      text: 'Keep the question near you, as you would a cup of something warm.',
      half: 'It does not mind if nothing comes.',
    },
    {
      k: 'write',
      id: 'came',
      ask: 'Did something come?',
      hint: 'A word, a picture, a second question. Or nothing, for now.',
      most: 280,
    },
  ],
  shortest: [0],
  next: ['half-a-minute'],
};
