import type { Practice } from '../../practice.ts';

/** The compassionate letter in five parts; it can be sealed until a day. */
export const aLetter: Practice = {
  id: 'a-letter',
  kind: 'sheet',
  title: 'A letter to you',
  about: 'Write to yourself as a good friend would.',
  rows: [25],
  level: 2,
  area: 'kindness',
  minutes: 15,
  here: ['sad', 'ashamed', 'cannotSleep', 'afterMisstep'],
  steps: [
    {
      k: 'write',
      id: 'hurts',
      ask: 'What is sore today?',
      hint: 'For you alone, to know what the letter is about.',
      most: 1000,
    },
    {
      k: 'still',
      sec: 30,
      short: 10,
      text: 'Picture someone who is kind all the way through. A friend, a grandparent, an animal, or nobody who ever lived.',
      half: 'They know all of it, and they are still on your side.',
    },
    {
      k: 'write',
      id: 'see',
      ask: 'Let them write. First, what they see.',
      most: 1000,
      starters: ['Dear you,', 'I see how', 'I can tell that'],
    },
    {
      k: 'write',
      id: 'sense',
      ask: 'Then, why it makes sense.',
      most: 1000,
      starters: ['It makes sense that', 'Of course you', 'After all that'],
    },
    {
      k: 'write',
      id: 'others',
      ask: 'Then, that you are not the only one.',
      most: 1000,
      starters: ['You are not alone in', 'So many people', 'I have known that, too,'],
    },
    {
      k: 'write',
      id: 'wish',
      ask: 'And last, what they wish for you.',
      most: 1000,
      starters: ['I wish for you', 'May you', 'When you read this,'],
    },
    {
      k: 'seal',
      id: 'seal',
      ask: 'When may it open again?',
      hint: 'Sealed, it reads differently: it comes from before. Leave this out, and it stays open.',
    },
  ],
  shortest: [2, 6],
  aftercare: 'When you open it, read slowly. It was written to you.',
  next: ['reading-it-again', 'daily-check-in'],
};
