import type { Practice } from '../../practice.ts';

/** First of five on the threat system: what it is for. */
export const oldAlarm: Practice = {
  id: 'old-alarm',
  kind: 'card',
  title: 'An old alarm',
  about: 'Why the body reacts before you have had time to think.',
  rows: [49],
  level: 0,
  area: 'kindness',
  minutes: 1,
  here: ['tense', 'angry', 'unsure'],
  steps: [
    {
      k: 'page',
      heading: 'Quick, not careful',
      text: 'There is an alarm in all of us. It is very old. When it rings, the heart speeds up, the breath gets short, and the body is ready to fight, to run, or to go still. It is built to be quick, not careful. A cold look or a hard message can set it off. You did not choose the ringing, and it is not a flaw. It is a guard on a long watch.',
    },
    {
      k: 'pick',
      id: 'rings',
      ask: 'How does yours let you know?',
      hint: 'One or two, or none of these.',
      options: {
        heart: 'a fast heart',
        breath: 'short breath',
        jaw: 'a tight jaw',
        belly: 'a belly in knots',
        heat: 'heat',
        still: 'going still',
        blank: 'a blank mind',
        quick: 'quick words',
      },
      most: 2,
      own: true,
    },
  ],
  shortest: [0],
  aftercare: 'A guard calms down when it is told, slowly, that nothing is at the door.',
  next: ['feet-seat-hands', 'three-systems'],
  sources: [
    {
      name: 'Gilbert 2014: The origins and nature of compassion focused therapy, British Journal of Clinical Psychology 53, 6–41',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1111/bjc.12043',
    },
  ],
};
