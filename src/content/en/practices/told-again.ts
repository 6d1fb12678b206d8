import type { Practice } from '../../practice.ts';

/** Re-authoring: the old version stays, and a new one is laid beside it. */
export const toldAgain: Practice = {
  id: 'told-again',
  kind: 'sheet',
  title: 'Told again',
  about: 'Tell a piece of your own story a second time, as a kind narrator would.',
  rows: [19],
  level: 2,
  area: 'shame',
  minutes: 10,
  here: ['ashamed', 'sad', 'ordinary'],
  steps: [
    {
      k: 'say',
      text: 'A story is told by somebody. This one may have been told by your sternest part.',
      hint: 'Choose a piece that you can hold today. The heaviest ones are better told with someone.',
    },
    {
      k: 'write',
      id: 'old',
      ask: 'How does the old version go?',
      hint: 'Five lines at most.',
      most: 600,
    },
    {
      k: 'write',
      id: 'verdict',
      ask: 'If it ends in a verdict, what is it?',
      most: 140,
      starters: ['So I am', 'That is why nobody', 'I had it coming'],
    },
    {
      k: 'write',
      id: 'needing',
      ask: 'What was that person needing, the one you were?',
      hint: 'Ask as you would ask about a stranger you have begun to like.',
      most: 400,
    },
    {
      k: 'write',
      id: 'strength',
      ask: 'What strength is in it that the old version leaves out?',
      hint: 'To get through is one. To hide can be one. To leave is one.',
      most: 400,
    },
    {
      k: 'write',
      id: 'narrator',
      ask: 'What would a kind narrator have noticed in the room?',
      most: 400,
      starters: ['That it was late, and', 'How young', 'That nobody had ever'],
    },
    {
      k: 'write',
      id: 'fresh',
      ask: 'Now tell it again. The same facts, in that other voice.',
      hint: 'It need not end well. It may end with a comma.',
      most: 2000,
    },
    {
      k: 'write',
      id: 'name',
      ask: 'What is it called, this version?',
      most: 80,
    },
    {
      k: 'beside',
      text: 'Both are kept. You may come back and tell it a third time.',
      left: { id: 'old', label: 'As it was told' },
      right: { id: 'fresh', label: 'Told again' },
    },
  ],
  shortest: [1, 5],
  again: { old: 'fresh' },
  aftercare: 'Stories settle slowly. There is no need to believe the new one tonight.',
  next: ['a-letter', 'soften-soothe-allow'],
};
