import type { Deck } from '../../schema.ts';

/** A kind voice in the register of limits: firm, and without a shout. */
export const boundary = {
  id: 'boundary',
  title: 'A voice that stands up',
  about: 'What a voice may say that stands up for you and stays kind.',
  lines: [
    {
      id: 'boundary-01',
      level: 1,
      text: 'Enough of that tone. You would not let it near a friend.',
    },
    {
      id: 'boundary-02',
      level: 1,
      text: 'You do not have to answer now. Not to them, and not to yourself.',
    },
    {
      id: 'boundary-03',
      level: 1,
      text: 'No is a full sentence. You can close the door behind it.',
    },
    {
      id: 'boundary-04',
      level: 1,
      text: 'This part is yours to carry. That part over there is not.',
    },
    { id: 'boundary-05', level: 1, text: 'You can care about them and still go home.' },
    { id: 'boundary-06', level: 1, text: 'We stop here for today. The rest will keep.' },
    { id: 'boundary-07', level: 1, text: 'You may change your mind: late, twice, or now.' },
    { id: 'boundary-08', level: 1, text: 'Whoever wants you to hurry can wait a minute.' },
    { id: 'boundary-09', level: 1, text: 'They may be let down, and you may still say no.' },
    { id: 'boundary-10', level: 1, text: 'You do not have to explain it until they agree.' },
    { id: 'boundary-11', level: 1, text: 'Your time is not the price of being liked.' },
    { id: 'boundary-12', level: 1, text: 'Not every question gets to have an answer from you.' },
    { id: 'boundary-13', level: 1, text: 'It is fine to leave a room that is not kind to you.' },
  ],
} as const satisfies Deck;
