import type { Practice } from '../../practice.ts';

/** Two minutes each with a quiet gap between, so that nobody has to hurry for their place. */
export const turnByTurn: Practice = {
  id: 'turn-by-turn',
  kind: 'together',
  title: 'Turn by turn',
  about: 'Two people speak in turns, with ten quiet seconds in between.',
  rows: [82],
  level: 1,
  area: 'kindness',
  minutes: 10,
  here: ['beforeTalk', 'tense', 'ordinary'],
  steps: [
    {
      k: 'say',
      text: 'Put the screen where both of you can see it. It says whose turn it is.',
      hint: 'A turn may be short, or silent. It still belongs to the one who has it.',
    },
    { k: 'turn', who: 'A', sec: 120, short: 20, text: '{A} speaks. {B} listens, and that is all.' },
    { k: 'still', sec: 10, short: 5, text: 'Ten seconds for nobody.' },
    { k: 'turn', who: 'B', sec: 120, short: 20, text: 'Now {B} speaks, and {A} listens.' },
    { k: 'still', sec: 10, text: 'Quiet again.' },
    {
      k: 'pick',
      id: 'more',
      ask: 'One more turn each?',
      hint: 'It takes two for a yes.',
      options: { more: 'one more each', enough: 'that was enough' },
      most: 1,
      ends: ['enough'],
    },
    { k: 'turn', who: 'A', sec: 120, text: '{A}: go on, or say what {B} made you think of.' },
    { k: 'still', sec: 10, text: 'Ten seconds, for all that was said.' },
    { k: 'turn', who: 'B', sec: 120, text: '{B}: the last words can be few.' },
    { k: 'still', sec: 10, text: 'And let it fade, like a bell.' },
  ],
  shortest: [1, 2, 3],
  aftercare: 'You do not have to go on talking about it now.',
  next: ['feet-seat-hands', 'more-kindly'],
};
