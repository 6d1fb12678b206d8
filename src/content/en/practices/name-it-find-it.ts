import type { Practice } from '../../practice.ts';

/** From a word for it, to a place for it, to one breath. */
export const nameItFindIt: Practice = {
  id: 'name-it-find-it',
  kind: 'guided',
  title: 'A word and a place for it',
  about: 'Give what is here a name, and find where it sits.',
  rows: [4],
  level: 1,
  area: 'body',
  minutes: 2,
  here: ['tense', 'sad', 'angry', 'unsure', 'numb'],
  steps: [
    {
      k: 'feelings',
      id: 'feelings',
      ask: 'What is here?',
      hint: 'Feelings seldom come alone. Up to three, or a word you make up.',
      most: 3,
    },
    {
      k: 'body',
      id: 'place',
      ask: 'If it had a seat in your body, where would that be?',
      hint: 'Nowhere is a place, too.',
    },
    {
      k: 'pick',
      id: 'sense',
      ask: 'And what is it like there?',
      options: {
        tight: 'tight',
        warm: 'warm',
        heavy: 'heavy',
        buzzing: 'buzzing',
        numb: 'numb',
        open: 'open',
      },
      most: 2,
      own: true,
    },
    {
      k: 'scale',
      id: 'strength',
      ask: 'How strong is it?',
      hint: 'A rough guess is as good as a number gets here.',
      top: 10,
      low: 'barely there',
      high: 'very strong',
    },
    { k: 'breath', pattern: '4-6', breaths: 1, text: 'One breath, with all of that in it.' },
    { k: 'say', text: 'It has a name and a place. For now, it can have those and stay.' },
  ],
  shortest: [0, 4],
  next: ['soften-soothe-allow', 'daily-check-in'],
};
