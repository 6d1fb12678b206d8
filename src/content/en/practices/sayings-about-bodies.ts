import type { Practice } from '../../practice.ts';

const options = { true: 'true', part: 'in part', myth: 'a myth', open: 'no idea' };

/** Four myths of twelve. The second may touch something, so it says so, and grounding follows. */
export const sayingsAboutBodies: Practice = {
  id: 'sayings-about-bodies',
  kind: 'card',
  title: 'They say: about bodies',
  about: 'Four sayings about what a body means, and what is known.',
  rows: [39],
  level: 1,
  area: 'intimacy',
  minutes: 3,
  here: ['ashamed', 'numb', 'unsure'],
  steps: [
    {
      k: 'guess',
      id: 'reacts',
      ask: '“If the body reacts, the person wants it.”',
      options,
      answer:
        'A myth. In 132 studies, what bodies did and what people said they felt matched only in part. A body can react to what it does not want, as eyes water in the wind. A reaction is not a yes. Only a yes is a yes.',
    },
    {
      k: 'guess',
      id: 'still',
      ask: '“Somebody who goes still has agreed.”',
      hint: 'This one may touch something old. It can be left out.',
      options,
      answer:
        'A myth. Going still is one of the ways in which a body gets through fear. Nobody decides on it. In a study at a clinic in Stockholm, seven in ten women who had been assaulted had been unable to move or call out. If that happened to you, you did not agree to anything. The help lines on this screen are for old things, too.',
    },
    {
      k: 'guess',
      id: 'hurts',
      ask: '“Some pain is part of it. One gets used to it.”',
      options,
      answer:
        'A myth. Pain is common: in Britain, about one woman in thirteen had it for months within a year, and men have it, too. It often has a cause that can be treated. You may stop at once, every time. A doctor or a clinic for sexual health is used to the question.',
    },
    {
      k: 'guess',
      id: 'age',
      ask: '“At some age it is over.”',
      options,
      answer:
        'In part. It grows less common with the years, most of all when health is poor. Yet in a survey in the United States, about half of the people between 65 and 74 had been with somebody in the past year. Others were glad to be done. There is no age at which you are too old, or too young, to say no.',
    },
  ],
  shortest: [0],
  aftercare: 'Feel your feet for a moment before you go on.',
  next: ['feet-seat-hands', 'a-body-answers'],
  sources: [
    {
      name: 'Chivers and others 2010: Agreement of self-reported and genital measures, Archives of Sexual Behavior 39, 5–56',
      readOn: '2026-11-27',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC2811244',
    },
    {
      name: 'Möller, Söndergaard and Helström 2017: Tonic immobility during sexual assault, Acta Obstetricia et Gynecologica Scandinavica 96, 932–938',
      readOn: '2026-11-27',
      url: 'https://www.researchgate.net/publication/317412853_Tonic_immobility_during_sexual_assault_-_a_common_reaction_predicting_posttraumatic_stress_disorder_and_severe_depression',
    },
    {
      name: 'Mitchell and others 2017: Painful sex in women, BJOG 124, 1689–1697',
      readOn: '2026-11-27',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC5638059',
    },
    {
      name: 'NHS: Why does sex hurt? (as kept by doctoori.net)',
      readOn: '2026-11-27',
      url: 'https://www.doctoori.net/health-information/common-health-questions/health-question/?chq-question=why-does-sex-hurt',
    },
    {
      name: 'Lindau and others 2007: A study of sexuality and health among older adults, New England Journal of Medicine 357, 762–774',
      readOn: '2026-11-27',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC2426743',
    },
  ],
};
