import type { Practice } from '../../practice.ts';

/** Third of five on the threat system: self-criticism rings the same alarm. */
export const theVoiceInside: Practice = {
  id: 'the-voice-inside',
  kind: 'card',
  title: 'The voice inside',
  about: 'What a harsh inner voice does, and what a kind one does.',
  rows: [49],
  level: 0,
  area: 'kindness',
  minutes: 1,
  here: ['harshVoice', 'afterMisstep', 'ashamed'],
  steps: [
    {
      k: 'page',
      heading: 'It hears you, too',
      text: 'People lay in a scanner and pictured something going wrong. When they were hard on themselves about it, parts of the brain that look for errors and put on the brakes grew busy. When they were kind to themselves, other parts woke, much like those we use to feel for someone else. A harsh word from inside is still harsh, and a warm one is still warm.',
    },
    {
      k: 'page',
      heading: 'Kind is not soft',
      text: 'Many people fear that without the harsh voice they would stop caring. In four experiments it went the other way. People who had been kind to themselves about a mistake wanted more to put it right, and studied longer for the next try. It takes some safety to look at a thing closely.',
    },
  ],
  shortest: [0],
  aftercare: 'One sentence today, said as you would say it to a friend, is plenty.',
  next: ['ten-kind-seconds', 'when-warmth-goes-quiet'],
  sources: [
    {
      name: 'Longe and others 2010: Having a word with yourself, NeuroImage 49, 1849–1856',
      readOn: '2026-11-27',
      url: 'https://pubmed.ncbi.nlm.nih.gov/19770047/',
    },
    {
      name: 'Breines and Chen 2012: Self-compassion increases self-improvement motivation, Personality and Social Psychology Bulletin 38, 1133–1143',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1177/0146167212445599',
    },
  ],
};
