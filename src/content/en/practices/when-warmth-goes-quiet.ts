import type { Practice } from '../../practice.ts';

/** Fourth of five on the threat system: connection. */
export const whenWarmthGoesQuiet: Practice = {
  id: 'when-warmth-goes-quiet',
  kind: 'card',
  title: 'When warmth goes quiet',
  about: 'Why it is hard to feel close while the alarm is on.',
  rows: [49],
  level: 0,
  area: 'kindness',
  minutes: 1,
  here: ['numb', 'sad', 'beforeTalk', 'afterTalk'],
  steps: [
    {
      k: 'page',
      heading: 'A guard does not play',
      text: 'While the alarm rings, the mind looks for danger and for little else. Play, humour and the wish to be near someone can all go quiet. Stress from outside does this as well: a review of many studies found that the strain of ordinary days seeps in between people who love each other. Quiet warmth is often tired warmth. It says more about the load than about the love.',
    },
    {
      k: 'pick',
      id: 'load',
      ask: 'Is there a load on you right now?',
      hint: 'Naming it can be all there is to do today.',
      options: {
        work: 'work',
        money: 'money',
        health: 'health',
        care: 'caring for someone',
        sleep: 'too little sleep',
        news: 'the news',
        old: 'something old',
        none: 'not that I know',
      },
      most: 3,
      own: true,
    },
    {
      k: 'say',
      text: 'When you are with someone, you could say only this much: “I am far away today, and it is not about you.”',
    },
  ],
  shortest: [0, 2],
  next: ['somatic-grounding', 'what-settles'],
  sources: [
    {
      name: 'Randall and Bodenmann 2009: The role of stress on close relationships and marital satisfaction, Clinical Psychology Review 29, 105–115',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1016/j.cpr.2008.10.004',
    },
    {
      name: 'Gilbert 2014: The origins and nature of compassion focused therapy, British Journal of Clinical Psychology 53, 6–41',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1111/bjc.12043',
    },
  ],
};
