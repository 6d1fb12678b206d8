import type { Deck } from '../../schema.ts';

/** First person, one full stop at the end: a screen may turn it into a comma and let a person go on with a because. */
export const validation = {
  id: 'validation',
  title: 'It makes sense',
  about: 'Sentences that give a feeling its reasons. Add a because, if you like.',
  lines: [
    {
      id: 'validation-01',
      level: 1,
      text: 'It makes sense that I feel tense with this much to hold.',
    },
    {
      id: 'validation-02',
      level: 1,
      text: 'Of course I am tired after holding on for so long.',
    },
    { id: 'validation-03', level: 1, text: 'It makes sense that this still hurts.' },
    { id: 'validation-04', level: 1, text: 'No wonder I am on edge when so much is unclear.' },
    { id: 'validation-05', level: 1, text: 'It makes sense that I want to hide for a bit.' },
    {
      id: 'validation-06',
      level: 1,
      text: 'Anyone carrying this would want to put it down for a minute.',
    },
    { id: 'validation-07', level: 1, text: 'It makes sense that I need more time than I thought.' },
    {
      id: 'validation-08',
      level: 1,
      text: 'It makes sense that shame shows up where something matters to me.',
    },
    { id: 'validation-09', level: 1, text: 'Of course I feel torn when both sides matter.' },
    {
      id: 'validation-10',
      level: 1,
      text: 'It makes sense that I want to be close and want some space, too.',
    },
    { id: 'validation-11', level: 1, text: 'My body is being careful, and it has its reasons.' },
    {
      id: 'validation-12',
      level: 1,
      text: 'It makes sense that I feel small next to something this big.',
    },
    {
      id: 'validation-13',
      level: 1,
      text: 'It makes sense that I am angry when a line of mine was crossed.',
    },
    { id: 'validation-14', level: 1, text: 'It makes sense that I do not know yet what I feel.' },
  ],
} as const satisfies Deck;
