import type { Practice } from '../../practice.ts';

/** A thought may stay one. */
export const imaginingOrDoing: Practice = {
  id: 'imagining-or-doing',
  kind: 'sheet',
  title: 'Thought, talk or try',
  about: 'Decide what may stay a thought, and what you might want to speak of.',
  rows: [66],
  level: 2,
  area: 'intimacy',
  minutes: 5,
  here: ['unsure', 'ordinary'],
  steps: [
    {
      k: 'list',
      id: 'ideas',
      ask: 'Give each idea a name that only you understand.',
      hint: '“The blue one” is a fine name.',
      most: 8,
    },
    {
      k: 'sort',
      id: 'places',
      ask: 'Where does each one belong, as of today?',
      into: {
        stays: 'stays a thought',
        talk: 'I would talk about it',
        try: 'I would try it, with conditions',
        no: 'no',
      },
      from: 'ideas',
      own: 4,
      note: 'On what conditions',
    },
    {
      k: 'write',
      id: 'safe',
      ask: 'If one of them is more than a thought: what would make it feel safe?',
      most: 600,
      starters: ['I would need to know that', 'Only if we can stop when', 'First I would want to'],
    },
    {
      k: 'say',
      text: 'A thought owes nobody anything. It may be lovely and stay where it is.',
    },
  ],
  shortest: [0, 1],
  next: ['yes-and-no', 'first-words'],
};
