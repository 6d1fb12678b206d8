import type { Practice } from '../../practice.ts';

const options = { true: 'true', part: 'in part', myth: 'a myth', open: 'no idea' };

/** Four myths of twelve. */
export const sayingsAboutWanting: Practice = {
  id: 'sayings-about-wanting',
  kind: 'card',
  title: 'They say: about wanting',
  about: 'Four common sayings, and what is known.',
  rows: [39],
  level: 1,
  area: 'intimacy',
  minutes: 3,
  here: ['ashamed', 'unsure'],
  steps: [
    {
      k: 'guess',
      id: 'spark',
      ask: '“If you have to warm up to it, you do not really want it.”',
      options,
      answer:
        'A myth. For many people wanting arrives after things have begun gently, or after the day has been put down. Experts of the European Society for Sexual Medicine ask helpers to question the idea that it has to strike by itself. You may also warm up and find that it is a no. That is an answer, too.',
    },
    {
      k: 'guess',
      id: 'same',
      ask: '“Two people who fit want the same, and equally often.”',
      options,
      answer:
        'A myth. A gap is what most pairs have. It moves with age, health and worry. The same experts call it something between two people, not an illness in one. What matters is whether both can say what they want and what they do not.',
    },
    {
      k: 'guess',
      id: 'others',
      ask: '“Everybody else does, all the time.”',
      options,
      answer:
        'A myth. In a large British survey about one man in six and more than one woman in five had had no sex for a year. It happens at every age. People talk about their full years and keep silent about the others.',
    },
    {
      k: 'guess',
      id: 'thought',
      ask: '“Whoever imagines it wants to do it.”',
      options,
      answer:
        'A myth. Minds wander widely: of fifty-five daydreams that some 1,500 adults were asked about, only two were rare. A thought can be play, habit or fear. You decide what stays a thought. If one frightens you, or weighs on you, a doctor or counsellor has heard it before.',
    },
  ],
  shortest: [0],
  aftercare: 'If one of these has been weighing on you, it may be lighter from today.',
  next: ['not-knowing-yet', 'many-kinds-of-normal'],
  sources: [
    {
      name: 'Dewitte and others 2020: Sexual desire discrepancy, position statement of the European Society for Sexual Medicine, Sexual Medicine 8, 121–131',
      readOn: '2026-11-27',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7261674/',
    },
    {
      name: 'Sexual inactivity over the life course, third British National Survey of Sexual Attitudes and Lifestyles',
      readOn: '2026-11-27',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6830683',
    },
    {
      name: 'Joyal, Cossette and Lapierre 2015: What exactly is an unusual sexual fantasy?, Journal of Sexual Medicine 12, 328–340',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1111/jsm.12734',
    },
  ],
};
