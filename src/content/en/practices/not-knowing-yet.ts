import type { Practice } from '../../practice.ts';

/** A question is carried for three minutes without being answered. */
export const notKnowingYet: Practice = {
  id: 'not-knowing-yet',
  kind: 'guided',
  title: 'I do not know yet',
  about: 'Sit beside an open question, and leave it open.',
  rows: [86],
  level: 1,
  area: 'kindness',
  minutes: 3,
  here: ['unsure', 'tense', 'cannotSleep', 'beforeTalk'],
  steps: [
    {
      k: 'breath',
      pattern: '5-5',
      breaths: 6,
      text: 'In and out, the same length. The question can wait outside.',
    },
    {
      k: 'still',
      sec: 40,
      short: 20,
      text: '“I do not have to know yet.”',
      half: 'Hear it in a voice that you like.',
    },
    {
      k: 'write',
      id: 'phrase',
      ask: 'How would you say that yourself?',
      hint: 'Your own words may sit better.',
      most: 140,
      starters: ['I can wait with', 'All I know today is', 'It is fine that', 'Not yet, and'],
    },
    {
      k: 'still',
      sec: 40,
      text: '“{phrase}” Let the words stand there for a few breaths.',
      without: 'Not yet. Let the words stand there for a few breaths.',
      half: 'Something in you may want to be done with it. That, too, can wait.',
    },
    {
      k: 'date',
      id: 'notBefore',
      ask: 'Is there a day before which you will not decide?',
      hint: 'Until then the question is off duty. You can always move the day.',
    },
    { k: 'say', text: 'You can put it in a pocket now. It keeps.' },
  ],
  shortest: [1],
};
