import type { Practice } from '../../practice.ts';

/** A perfect evening that never was, beside a real one. */
export const imaginedAndReal: Practice = {
  id: 'imagined-and-real',
  kind: 'sheet',
  title: 'The picture and the evening',
  about: 'Put the perfect version beside what took place.',
  rows: [40],
  level: 2,
  area: 'kindness',
  minutes: 4,
  here: ['sad', 'harshVoice', 'afterMisstep'],
  steps: [
    {
      k: 'write',
      id: 'imagined',
      ask: 'How was it meant to be?',
      hint: 'The whole picture, with the light just so.',
      most: 600,
    },
    {
      k: 'write',
      id: 'real',
      ask: 'And how was it?',
      hint: 'With crumbs, phones and tired faces.',
      most: 600,
    },
    {
      k: 'beside',
      text: 'Side by side. Only one of them had living people in it.',
      left: { id: 'imagined', label: 'Imagined' },
      right: { id: 'real', label: 'Real' },
    },
    {
      k: 'write',
      id: 'tender',
      ask: 'In the real one: what was tender, or funny, or very human?',
      hint: 'If there was nothing, that may be said as well.',
      most: 400,
      starters: ['There was a moment when', 'It was funny that', 'At least I'],
    },
    {
      k: 'write',
      id: 'keep',
      ask: 'One thing from it that you would keep.',
      most: 140,
    },
  ],
  shortest: [3],
  next: ['small-wins', 'ten-kind-seconds'],
};
