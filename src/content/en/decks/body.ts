import type { Deck } from '../../schema.ts';

/** Lines that lead attention back to the body, with eyes open or closed, sitting, lying or moving. */
export const body = {
  id: 'body',
  title: 'Back to the body',
  about: 'Ways to come back to where you are, one breath at a time.',
  lines: [
    { id: 'body-01', level: 0, text: 'Something is holding you up right now. You can let it.' },
    {
      id: 'body-02',
      level: 0,
      text: 'The next breath comes by itself. You can just watch it arrive.',
    },
    {
      id: 'body-03',
      level: 0,
      text: 'Is there a warm spot somewhere in you? Stay with it for a moment.',
    },
    { id: 'body-04', level: 0, text: 'Your jaw is allowed to let go of the last sentence.' },
    { id: 'body-05', level: 0, text: 'Whatever is tight can come down by the width of a coin.' },
    {
      id: 'body-06',
      level: 0,
      text: 'Let your attention rest on one plain thing nearby. There is nothing to do about it.',
    },
    { id: 'body-07', level: 0, text: 'Breathe out slowly, once, as if to fog a window.' },
    {
      id: 'body-08',
      level: 0,
      text: 'Where does this feeling live in you? It does not have to move.',
    },
    { id: 'body-09', level: 0, text: 'Notice the edge where you end and the air begins.' },
    {
      id: 'body-10',
      level: 0,
      text: 'A hand, or just the thought of one, can rest where some warmth would help.',
    },
    { id: 'body-11', level: 0, text: 'Your body has been here all along, doing its quiet work.' },
    {
      id: 'body-12',
      level: 0,
      text: 'Find the farthest thing you can hear or see. Then the nearest.',
    },
    {
      id: 'body-13',
      level: 0,
      text: 'Somewhere in you it is a little less loud. You can go and sit there.',
    },
    { id: 'body-14', level: 0, text: 'Unclench one small thing. Nobody will know which.' },
  ],
} as const satisfies Deck;
