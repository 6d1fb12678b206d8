import type { Practice } from '../../practice.ts';

/** Tells what somebody did or felt from who they are. */
export const worthAndDoing: Practice = {
  id: 'worth-and-doing',
  kind: 'sheet',
  title: 'What I did, who I am',
  about: 'Sort a few hard sentences, so that a deed can be a deed again.',
  rows: [15],
  level: 2,
  area: 'shame',
  minutes: 5,
  here: ['ashamed', 'afterMisstep', 'harshVoice'],
  steps: [
    {
      k: 'list',
      id: 'sentences',
      ask: 'What do you say about yourself, on a hard day?',
      hint: 'Up to five sentences. Stop sooner if they start to shout.',
      most: 5,
    },
    {
      k: 'sort',
      id: 'sorted',
      ask: 'What is each of them about?',
      into: {
        did: 'something I did',
        felt: 'something I felt',
        am: 'who I am',
        told: 'what I was told I am',
      },
      from: 'sentences',
      own: 5,
    },
    {
      k: 'write',
      id: 'again',
      ask: 'Take one that says “I am …”. Say it as something that happened on one day.',
      hint: 'For example: “I am cold” becomes “On that evening I turned away.”',
      most: 280,
      starters: ['On that day I', 'That evening I felt', 'At that time I did not know'],
    },
    {
      k: 'say',
      text: '“{again}” A day can be looked at. It can be made good, or let go. It was never all of you.',
      without:
        'A deed has a date. It can be looked at, made good, or let go. It was never all of you.',
    },
    { k: 'line', deck: 'worth' },
  ],
  shortest: [2, 3],
  next: ['sorry-to-myself', 'asked-and-true'],
};
