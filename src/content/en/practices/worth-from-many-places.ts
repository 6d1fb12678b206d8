import type { Practice } from '../../practice.ts';

/** Sources of worth that hang on no one person, and a line of evidence a week. */
export const worthFromManyPlaces: Practice = {
  id: 'worth-from-many-places',
  kind: 'sheet',
  title: 'A table with many legs',
  about: 'Where else your sense of worth can stand, and what held this week.',
  rows: [96],
  level: 1,
  area: 'kindness',
  minutes: 5,
  here: ['sad', 'unsure', 'ordinary'],
  steps: [
    {
      k: 'say',
      text: 'A table on one leg falls with it. On five, it can spare one.',
      hint: 'When one person’s mood decides your worth, that is one leg.',
    },
    {
      k: 'list',
      id: 'legs',
      ask: 'What else holds you up?',
      hint: 'A skill, a place, a friend, an animal, a belief, a thing you make. Five, or as many as come.',
      most: 9,
    },
    {
      k: 'write',
      id: 'week',
      ask: 'Did one of them hold this week? One line.',
      hint: 'You can come back for this line, week by week.',
      most: 140,
      starters: ['I was glad of', 'Someone asked me for', 'My hands still know'],
    },
    { k: 'line', deck: 'worth' },
  ],
  shortest: [2],
  again: { legs: 'legs' },
  page: { line: 'week' },
  next: ['small-wins'],
};
