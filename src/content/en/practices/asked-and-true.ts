import type { Practice } from '../../practice.ts';

/** Shame as the gap between what was asked of somebody and what is so. */
export const askedAndTrue: Practice = {
  id: 'asked-and-true',
  kind: 'sheet',
  title: 'What was asked, what is true',
  about: 'Two columns for what others expect and what is so inside.',
  rows: [17],
  level: 2,
  area: 'shame',
  minutes: 5,
  here: ['ashamed', 'unsure', 'sad'],
  steps: [
    {
      k: 'columns',
      id: 'pairs',
      ask: 'What is expected, and by whom? And what is true inside?',
      hint: 'One row is enough. Leave the second side empty while you do not know.',
      left: 'Expected, and by whom',
      right: 'True, inside',
      most: 5,
    },
    {
      k: 'scale',
      id: 'gap',
      ask: 'How wide is the gap?',
      hint: 'A wide gap hurts. It does not say which side is wrong.',
      top: 10,
      low: 'a crack',
      high: 'a canyon',
    },
    {
      k: 'still',
      sec: 20,
      short: 10,
      text: 'That hot, small feeling often lives in the gap. Breathe around it.',
      half: 'Many people stand at a gap like this one.',
    },
    {
      k: 'write',
      id: 'kinder',
      ask: 'Why might the gap be there? Look for the kindest reason that is also true.',
      most: 400,
      starters: ['Nobody asked me', 'They wanted to keep me safe', 'It was made for someone else'],
    },
    {
      k: 'write',
      id: 'choice',
      ask: 'Is there one choice that is yours?',
      hint: 'To keep it to yourself is a choice, too.',
      most: 200,
      starters: ['I can choose to', 'I do not have to', 'I could tell'],
    },
  ],
  shortest: [0],
  aftercare: 'Put something warm in your hands, if there is something.',
  next: ['soften-soothe-allow', 'worth-and-doing'],
};
