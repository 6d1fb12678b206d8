import type { Practice } from '../../practice.ts';

const answers = { like: 'sounds like me', not: 'not me', unsure: 'unsure' };

/** Seven ways of being that many people believe are theirs alone. The answers are nobody else's business. */
export const manyKindsOfNormal: Practice = {
  id: 'many-kinds-of-normal',
  kind: 'card',
  title: 'Many kinds of normal',
  about: 'Seven short pages on how much people differ.',
  rows: [16],
  level: 1,
  area: 'intimacy',
  minutes: 5,
  here: ['ashamed', 'unsure', 'numb'],
  steps: [
    {
      k: 'page',
      heading: 'Wanting that comes second',
      text: 'In films it strikes like weather. For many people it does not. They feel neutral, and the wanting comes along later: after rest, after a long talk, after closeness has begun. European experts count the idea that it has to start by itself among the myths. Slow is not absent.',
    },
    {
      k: 'pick',
      id: 'second',
      ask: 'Is wanting slow to come for you, too?',
      options: answers,
      most: 1,
    },
    {
      k: 'page',
      heading: 'Little, or none',
      text: 'In large surveys, around one adult in a hundred says they have never felt drawn to anyone in that way. Researchers who looked at the evidence found no illness in it. They see it as one more way to be a person. Some of them fall in love, some do not, and none of it needs mending.',
    },
    { k: 'pick', id: 'none', ask: 'Little, or none: is that you?', options: answers, most: 1 },
    {
      k: 'page',
      heading: 'Tides',
      text: 'A review of sixty-four studies starts from something plain: wanting ebbs and flows, in one person and between two. A new baby, an old worry, a new pill, a short night, and the tide goes out. Nobody can say from one low tide where the sea is.',
    },
    { k: 'pick', id: 'tides', ask: 'Do you know tides?', options: answers, most: 1 },
    {
      k: 'page',
      heading: 'Body here, mind elsewhere',
      text: 'The body may react when the mind is not in it, and the mind may want while the body sleeps. In 132 studies the two agreed only in part, and for women even less than for men. So a body is not a lie detector. What you say you want is the thing that counts.',
    },
    {
      k: 'pick',
      id: 'apart',
      ask: 'Have body and mind gone separate ways?',
      options: answers,
      most: 1,
    },
    {
      k: 'page',
      heading: 'What goes through a mind',
      text: 'Some 1,500 adults were asked about fifty-five daydreams. Thirty were shared by more than half of the women or the men, and only two turned out to be rare. The authors warn against calling a daydream odd. They say to look at what it does to a person rather than at what is in it. A daydream is not a plan.',
    },
    {
      k: 'pick',
      id: 'images',
      ask: 'Is yours a mind that wanders far?',
      options: answers,
      most: 1,
    },
    {
      k: 'page',
      heading: 'Two clocks',
      text: 'Two people hardly ever want the same thing on the same day. One is not too much, and the other is not too little; the gap lies between them. Experts advise pairs to see it as usual, and to talk about it without looking for the faulty one.',
    },
    {
      k: 'pick',
      id: 'clocks',
      ask: 'Are there two clocks where you are?',
      options: answers,
      most: 1,
    },
    {
      k: 'page',
      heading: 'Long quiet times',
      text: 'In a British survey, about one man in six and more than one woman in five had not been with anybody for a year. Of those who once had, most were not unhappy about it. A quiet time can be a loss, a rest or a choice. You are the one who knows which.',
    },
    { k: 'pick', id: 'quiet', ask: 'Do you know a long quiet time?', options: answers, most: 1 },
  ],
  shortest: [0, 1],
  aftercare: 'Your answers stay with you. There is no right number of them.',
  next: ['shades', 'soften-soothe-allow'],
  sources: [
    {
      name: 'Dewitte and others 2020: Sexual desire discrepancy, position statement of the European Society for Sexual Medicine, Sexual Medicine 8, 121–131',
      readOn: '2026-11-27',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7261674/',
    },
    {
      name: 'Brotto and Yule 2017: Asexuality, Archives of Sexual Behavior 46, 619–627',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1007/s10508-016-0802-7',
    },
    {
      name: 'Mark and Lasslo 2018: Maintaining sexual desire in long-term relationships, Journal of Sex Research 55, 563–581',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1080/00224499.2018.1437592',
    },
    {
      name: 'Chivers and others 2010: Agreement of self-reported and genital measures, Archives of Sexual Behavior 39, 5–56',
      readOn: '2026-11-27',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC2811244',
    },
    {
      name: 'Joyal, Cossette and Lapierre 2015: What exactly is an unusual sexual fantasy?, Journal of Sexual Medicine 12, 328–340',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1111/jsm.12734',
    },
    {
      name: 'Sexual inactivity over the life course, third British National Survey of Sexual Attitudes and Lifestyles',
      readOn: '2026-11-27',
      url: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC6830683',
    },
  ],
};
