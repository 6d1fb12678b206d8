import type { Practice } from '../../practice.ts';

/** A reaction is not an agreement: one idea, and a look at three answers that need not be the same. */
export const aBodyAnswers: Practice = {
  id: 'a-body-answers',
  kind: 'card',
  title: 'When a body answers first',
  about: 'Why a reaction is not a decision, and whom to ask instead.',
  rows: [81],
  level: 1,
  area: 'intimacy',
  minutes: 2,
  here: ['unsure', 'ashamed', 'tense'],
  steps: [
    {
      k: 'page',
      heading: 'Bodies react',
      text: 'A mouth waters at the smell of food you do not want. A heart races at a film. A body can react to closeness in the same way, before you have a say. It may react to what you do not want. It may stay quiet when you do want something. Studies have found both, in women and in men. Neither is a fault in you.',
    },
    {
      k: 'page',
      heading: 'A yes is a choice',
      text: 'What a body does by itself agrees to nothing. That is so tonight, and it is so about any night in the past. A yes is something you give, awake and free to say no. You can take it back half way. Nobody can read it off your skin, and nobody can hold your body up as proof.',
    },
    {
      k: 'pick',
      id: 'body',
      ask: 'Think of something you are asked for. What does your body say?',
      hint: 'This can be left out. If it brings something back, look around the room instead.',
      options: { yes: 'yes', no: 'no', both: 'a bit of both', quiet: 'nothing much' },
      most: 1,
    },
    {
      k: 'pick',
      id: 'mind',
      ask: 'What does your mind say?',
      options: { yes: 'yes', no: 'no', both: 'a bit of both', quiet: 'nothing much' },
      most: 1,
    },
    {
      k: 'pick',
      id: 'values',
      ask: 'And what do the things you stand for say?',
      options: { yes: 'yes', no: 'no', both: 'a bit of both', quiet: 'nothing much' },
      most: 1,
    },
    {
      k: 'say',
      text: 'They do not have to agree. If one of the three says no, or not yet, you can go with that one.',
      hint: 'If somebody went on after a no, the help lines on this screen are for that, too.',
    },
  ],
  shortest: [1],
  aftercare: 'Whatever your body did or did not do, it was not a promise.',
  next: ['not-knowing-yet', 'somatic-grounding'],
  sources: [
    {
      name: 'Chivers and others: Agreement of self-reported and genital measures of sexual arousal in men and women (2010)',
      readOn: '2026-11-27',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC2811244',
    },
    {
      name: 'Levin and van Berlo: Sexual arousal and orgasm in subjects who experience forced or non-consensual sexual stimulation, a review (2004)',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1016/j.jcfm.2003.10.008',
    },
  ],
};
