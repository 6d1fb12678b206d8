import type { Practice } from '../../practice.ts';

/** A tool of under a minute: a look from one step back. */
export const halfAMinute: Practice = {
  id: 'half-a-minute',
  kind: 'guided',
  title: 'Half a minute to look',
  about: 'A short stop to see what is going on.',
  rows: [50],
  level: 0,
  area: 'work',
  minutes: 1,
  here: ['unsure', 'tense', 'ordinary', 'afterTalk'],
  steps: [
    {
      k: 'still',
      sec: 30,
      short: 15,
      text: 'One step back from it all. What do you see from there?',
      half: 'And what of it will matter tonight?',
    },
    {
      k: 'write',
      id: 'seen',
      ask: 'One line about what you saw.',
      hint: 'Or keep it to yourself.',
      most: 140,
      starters: ['What matters is', 'It is less about', 'The next small thing is'],
    },
  ],
  shortest: [0],
  next: ['six-slow-breaths'],
};
