import type { Practice } from '../../practice.ts';

/** A tool of under a minute: breath alone. */
export const sixSlowBreaths: Practice = {
  id: 'six-slow-breaths',
  kind: 'guided',
  title: 'Six slow breaths',
  about: 'One minute in which only the breath moves.',
  rows: [50],
  level: 0,
  area: 'body',
  minutes: 1,
  here: ['tense', 'angry', 'beforeTalk', 'cannotSleep', 'ordinary'],
  steps: [
    {
      k: 'breath',
      pattern: '4-6',
      breaths: 6,
      short: 2,
      text: 'In for four, out for six, or at any pace that is yours.',
    },
    { k: 'say', text: 'The seventh one comes all by itself.' },
  ],
  shortest: [0],
  next: ['feet-seat-hands'],
};
