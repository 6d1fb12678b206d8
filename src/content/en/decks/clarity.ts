import type { Deck } from '../../schema.ts';

/** A kind voice in its clear register: it sorts, and leaves the rest. */
export const clarity = {
  id: 'clarity',
  title: 'A clear voice',
  about: 'What a voice with a cool head may say to you.',
  lines: [
    { id: 'clarity-01', level: 1, text: 'One thing at a time. Which one is in front of you?' },
    {
      id: 'clarity-02',
      level: 1,
      text: 'That is a thought. It is loud, and it is still a thought.',
    },
    { id: 'clarity-03', level: 1, text: 'What do you know for sure, and what is a guess?' },
    {
      id: 'clarity-04',
      level: 1,
      text: 'A tired mind writes dark letters. Read this one again tomorrow.',
    },
    { id: 'clarity-05', level: 1, text: 'It went wrong once. “Always” is a different word.' },
    { id: 'clarity-06', level: 1, text: 'A thing you did can be wrong without you being wrong.' },
    { id: 'clarity-07', level: 1, text: 'There are two questions in there. Take the smaller one.' },
    { id: 'clarity-08', level: 1, text: 'Nothing has to be settled at this hour.' },
    { id: 'clarity-09', level: 1, text: 'Say what happened in one plain line. Begin there.' },
    { id: 'clarity-10', level: 1, text: 'Their mood is news about them first.' },
    { id: 'clarity-11', level: 1, text: 'Name the next small step. Only the next.' },
    {
      id: 'clarity-12',
      level: 1,
      text: 'You want two things that do not fit together. Most people do.',
    },
    {
      id: 'clarity-13',
      level: 1,
      text: 'This began at some point. It can end at some point, too.',
    },
  ],
} as const satisfies Deck;
