import type { Practice } from '../../practice.ts';

const options = { true: 'true', part: 'in part', myth: 'a myth', open: 'no idea' };

/** Four myths of twelve. */
export const sayingsAboutCloseness: Practice = {
  id: 'sayings-about-closeness',
  kind: 'card',
  title: 'They say: about closeness',
  about: 'Four sayings about love, asking and being good, and what is known.',
  rows: [39],
  level: 1,
  area: 'intimacy',
  minutes: 3,
  here: ['beforeTalk', 'afterMisstep', 'unsure'],
  steps: [
    {
      k: 'guess',
      id: 'know',
      ask: '“If they loved me, they would know without being told.”',
      options,
      answer:
        'A myth. Nobody can read a body for certain, and love does not change that. Across ninety-three studies, people who could talk well about these things were happier with each other. How they talked mattered more than how often. Telling is not a lack of magic. It is the map.',
    },
    {
      k: 'guess',
      id: 'asking',
      ask: '“Asking spoils the moment.”',
      options,
      answer:
        'A myth, mostly. A question can be as short as “like this?”. To be asked can feel like being respected, and it may bring two people closer. If a small question ends the moment, there was something worth knowing before it went on.',
    },
    {
      k: 'guess',
      id: 'stays',
      ask: '“A yes stays a yes.”',
      options,
      answer:
        'A myth. Anyone may change their mind: before, in the middle, after a hundred times of yes. No reason is owed. A yes is for this, for now. A new time asks for a new one, in a long marriage as on a first evening.',
    },
    {
      k: 'guess',
      id: 'strict',
      ask: '“I have to be hard on myself, or I will go on hurting people.”',
      options,
      answer:
        'A myth. In four experiments, people who were kind to themselves about a wrong were more willing to make it good, not less. Shame tends to hide things. Kindness can afford to look.',
    },
  ],
  shortest: [0],
  aftercare: 'A saying is only old. That does not make it so.',
  next: ['more-kindly', 'turn-by-turn'],
  sources: [
    {
      name: 'Mallory 2022: Dimensions of couples’ sexual communication, Journal of Family Psychology 36, 358–371',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1037/fam0000946',
    },
    {
      name: 'Planned Parenthood: How do I confirm consent?',
      readOn: '2026-11-27',
      url: 'https://www.plannedparenthood.org/planned-parenthood-orange-san-bernardino/about-us/blog/how-do-i-confirm-consent',
    },
    {
      name: 'Breines and Chen 2012: Self-compassion increases self-improvement motivation, Personality and Social Psychology Bulletin 38, 1133–1143',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1177/0146167212445599',
    },
  ],
};
