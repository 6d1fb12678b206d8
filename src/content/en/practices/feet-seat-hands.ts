import type { Practice } from '../../practice.ts';

/** A tool of under a minute: three places where the world holds a body up. */
export const feetSeatHands: Practice = {
  id: 'feet-seat-hands',
  kind: 'guided',
  title: 'Feet, seat, hands',
  about: 'Three places to land, a few seconds each.',
  rows: [50],
  level: 0,
  area: 'body',
  minutes: 1,
  here: ['tense', 'numb', 'beforeTalk', 'harshVoice', 'ordinary'],
  steps: [
    {
      k: 'still',
      sec: 15,
      text: 'Feet, or whatever of you is nearest the ground. What is under there?',
    },
    {
      k: 'still',
      sec: 15,
      text: 'Seat, back, or side: find what carries your weight, and let it.',
    },
    { k: 'still', sec: 15, text: 'Hands. Warm or cool, busy or at rest?' },
    { k: 'say', text: 'Look up. Find one thing that you like to look at.' },
  ],
  shortest: [1],
  next: ['six-slow-breaths'],
};
