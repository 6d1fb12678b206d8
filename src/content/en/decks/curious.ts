import type { Deck } from '../../schema.ts';

/** Open questions that take no answer for granted; each could be left without one. */
export const curious = {
  id: 'curious',
  title: 'Curious questions',
  about: 'Open questions to ask somebody, or yourself.',
  lines: [
    { id: 'curious-01', level: 1, text: 'What was that like for you?' },
    {
      id: 'curious-02',
      level: 1,
      text: 'Is there something you would like me to know about this?',
    },
    { id: 'curious-03', level: 1, text: 'Is there more to it?' },
    { id: 'curious-04', level: 1, text: 'When did you first notice that?' },
    { id: 'curious-05', level: 1, text: 'How could we make this easier to talk about?' },
    { id: 'curious-06', level: 1, text: 'Would you like me to listen, or to think along?' },
    { id: 'curious-07', level: 1, text: 'Which thought do you hope I am not having right now?' },
    { id: 'curious-08', level: 1, text: 'How would you know that it is going well?' },
    { id: 'curious-09', level: 1, text: 'Which part of it matters most to you?' },
    { id: 'curious-10', level: 1, text: 'What have I not asked you yet?' },
    { id: 'curious-11', level: 1, text: 'What does that word mean when you say it?' },
    { id: 'curious-12', level: 1, text: 'How can you tell that you have had enough?' },
    { id: 'curious-13', level: 1, text: 'How did you come to like it?' },
    {
      id: 'curious-14',
      level: 1,
      text: 'If you wanted to tell me no, how would you like to do it?',
    },
    { id: 'curious-15', level: 1, text: 'May I ask about that, or would you rather not?' },
    { id: 'curious-16', level: 1, text: 'Has anything changed since we last spoke of this?' },
    { id: 'curious-17', level: 1, text: 'And what would you want to keep as it is?' },
    { id: 'curious-18', level: 1, text: 'Do you need something before you can think about it?' },
  ],
} as const satisfies Deck;
