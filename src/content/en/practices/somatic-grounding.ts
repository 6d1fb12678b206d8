import type { Practice } from '../../practice.ts';

/** Breath, then what holds you up, then one hand: from the inside out. */
export const somaticGrounding: Practice = {
  id: 'somatic-grounding',
  kind: 'guided',
  title: 'Back into the body',
  about: 'Breath, feet and hands, for when the mind is running ahead.',
  rows: [20],
  level: 0,
  area: 'body',
  minutes: 3,
  here: ['tense', 'numb', 'beforeTalk', 'cannotSleep', 'ordinary'],
  steps: [
    {
      k: 'say',
      text: 'Sit, stand or lie, just as you are.',
      hint: 'Eyes open or closed. Leave out anything you like.',
    },
    {
      k: 'scale',
      id: 'before',
      ask: 'How tense are you now?',
      top: 10,
      low: 'at ease',
      high: 'very tense',
      better: 'lower',
    },
    { k: 'breath', pattern: '4-6', breaths: 6, text: 'Let the breath out be the long one.' },
    {
      k: 'still',
      sec: 30,
      text: 'Feel where your feet meet the floor, and where the seat holds you.',
      half: 'Nothing to hold up by yourself, just now.',
    },
    {
      k: 'still',
      sec: 30,
      text: 'Rest a hand on some cloth, or on your other hand. Notice how warm it is.',
      half: 'Press a little, then let go.',
    },
    {
      k: 'scale',
      id: 'after',
      ask: 'And how tense are you now?',
      hint: 'The same number is fine. So is a higher one.',
      top: 10,
      low: 'at ease',
      high: 'very tense',
      better: 'lower',
    },
    { k: 'say', text: 'Look around once. You are here.' },
  ],
  shortest: [3],
  aftercare: 'Move slowly for a minute, if you can.',
  next: ['daily-check-in'],
};
