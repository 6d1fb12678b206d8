import type { Practice } from '../../practice.ts';

/** A feeling is given its reasons: first in a sentence to borrow, then in an own one. */
export const itMakesSense: Practice = {
  id: 'it-makes-sense',
  kind: 'guided',
  title: 'It makes sense',
  about: 'Give what you feel a because, without arguing it away.',
  rows: [26],
  level: 1,
  area: 'kindness',
  minutes: 2,
  here: ['sad', 'tense', 'ashamed', 'angry', 'afterTalk'],
  steps: [
    { k: 'line', deck: 'validation' },
    {
      k: 'blanks',
      ask: 'And in your case?',
      hint: 'The reason may be small, or old. “Because I am a person” is one, too.',
      sentence: 'It makes sense that I feel {feeling}, because {reason}.',
      blanks: [
        {
          id: 'feeling',
          hint: 'what you feel',
          starters: ['tired', 'on edge', 'hurt', 'alone', 'nothing much'],
        },
        {
          id: 'reason',
          hint: 'why that is no wonder',
          starters: [
            'it was a lot at once',
            'this matters to me',
            'nobody told me',
            'I have been here before',
          ],
        },
      ],
    },
    {
      k: 'still',
      sec: 15,
      text: '“It makes sense that I feel {feeling}.” No “but” after it.',
      without: 'Whatever is here has its reasons. No “but” after that.',
    },
  ],
  shortest: [0],
  next: ['name-it-find-it', 'soften-soothe-allow'],
};
