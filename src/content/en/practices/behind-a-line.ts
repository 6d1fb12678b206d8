import type { Practice } from '../../practice.ts';

/** The context of one boundary: body, trigger, feeling, and what it is made of. */
export const behindALine: Practice = {
  id: 'behind-a-line',
  kind: 'sheet',
  title: 'Behind a line',
  about: 'What goes on in and around you when one of your limits comes up.',
  rows: [85],
  level: 2,
  area: 'intimacy',
  minutes: 6,
  here: ['unsure', 'afterTalk', 'tense'],
  steps: [
    {
      k: 'write',
      id: 'line',
      ask: 'Which limit was it?',
      most: 200,
    },
    {
      k: 'write',
      id: 'trigger',
      ask: 'What had come before?',
      hint: 'A word, a hand, an hour, a smell, a look.',
      most: 280,
    },
    {
      k: 'body',
      id: 'place',
      ask: 'Where in the body did you hear from it?',
    },
    {
      k: 'write',
      id: 'sensation',
      ask: 'And what was it like there?',
      most: 140,
      starters: ['tight', 'hot', 'far away', 'like a stone'],
    },
    {
      k: 'feelings',
      id: 'feeling',
      ask: 'Which feelings were around?',
      most: 3,
    },
    {
      k: 'pick',
      id: 'made',
      ask: 'What is this limit made of, mostly?',
      hint: 'Fear is a good builder, too. Nothing has to come down because of the answer.',
      options: {
        want: 'I want it so',
        fear: 'I am afraid of something',
        habit: 'it has always been so',
        mix: 'some of each',
      },
      most: 2,
    },
    {
      k: 'write',
      id: 'change',
      ask: 'Would you like something about it to be different?',
      hint: 'In you, in them, or in how it is said.',
      most: 400,
      starters: [
        'I would like to say it sooner',
        'I would like to be asked',
        'Nothing, it is good as it is',
      ],
    },
  ],
  shortest: [0, 5],
  next: ['a-kind-limit', 'roots-of-a-line'],
};
