import type { Practice } from '../../practice.ts';

/** For whoever carries something that practices alone will not shift. */
export const moreHelp: Practice = {
  id: 'more-help',
  kind: 'card',
  title: 'More help',
  about: 'For when a page on a screen is not enough.',
  rows: [98],
  level: 2,
  area: 'kindness',
  minutes: 2,
  here: ['sad', 'numb', 'tense'],
  steps: [
    {
      k: 'page',
      heading: 'It can be worked with',
      text: 'After something frightening, most people feel upset for a while. For about two in three who struggle, it eases within weeks. If it is still there after about four weeks, or if it is very heavy, a doctor is a good first door. There are talking treatments made for this. They can help even many years later, so it is not too late.',
    },
    {
      k: 'page',
      heading: 'What to say at the door',
      text: 'You do not have to tell the story. “Something from before keeps coming back, and I would like help with it” is enough. You can ask how they work, and how you would stop. You may bring someone along, or a note. If the first person is not the right one, that says nothing about you. A second one may be.',
    },
    {
      k: 'write',
      id: 'sentence',
      ask: 'One sentence you could say there.',
      hint: 'It can stay here until you want it.',
      most: 280,
      starters: ['Something from before', 'I would like help with', 'It gets hard when'],
    },
  ],
  shortest: [0],
  aftercare: 'The help screen has lines to call at any hour.',
  next: ['somatic-grounding', 'feet-seat-hands'],
  sources: [
    {
      name: 'NHS: PTSD, treatment (as kept by the Education Authority, Northern Ireland)',
      readOn: '2026-11-27',
      url: 'https://healthwell.eani.org.uk/healthtopic/mental-health/ptsd-treatment?type_1=1',
    },
    {
      name: 'Mind: Treatment for PTSD',
      readOn: '2026-11-27',
      url: 'https://www.mind.org.uk/information-support/types-of-mental-health-problems/post-traumatic-stress-disorder-ptsd-and-complex-ptsd/treatment/',
    },
  ],
};
