import type { Deck } from '../../schema.ts';

/** Each starts at the comma and goes on from almost any harsh sentence, said with I or with you; none argues with it. */
export const endings = {
  id: 'endings',
  title: 'Comma endings',
  about: 'How a harsh sentence can go on after the comma.',
  lines: [
    { id: 'endings-01', level: 1, text: ', and I am learning.' },
    { id: 'endings-02', level: 1, text: ', or so it feels right now.' },
    { id: 'endings-03', level: 1, text: ', says a part of me that is scared.' },
    { id: 'endings-04', level: 1, text: ', and this is one hour of one day.' },
    { id: 'endings-05', level: 1, text: ', and there is more to the story.' },
    { id: 'endings-06', level: 1, text: ', and that is one voice, not the whole room.' },
    { id: 'endings-07', level: 1, text: ', and the next minute is not written yet.' },
    { id: 'endings-08', level: 1, text: ', and I can still be on my own side.' },
    { id: 'endings-09', level: 1, text: ', and it hurts to hear that.' },
    { id: 'endings-10', level: 1, text: ', and nobody has to settle that today.' },
    { id: 'endings-11', level: 1, text: ', and being a person is like this sometimes.' },
    { id: 'endings-12', level: 1, text: ', or maybe I am just worn out.' },
    { id: 'endings-13', level: 1, text: ', and something in me wants this to go well.' },
    { id: 'endings-14', level: 1, text: ', and there is room for a breath right here.' },
    { id: 'endings-15', level: 1, text: ', and to a friend I would put it another way.' },
    { id: 'endings-16', level: 1, text: ', and a kinder sentence can sit beside it.' },
    { id: 'endings-17', level: 1, text: ', and many people know this very thought.' },
    { id: 'endings-18', level: 1, text: ', and the next thing can be a soft one.' },
  ],
} as const satisfies Deck;
