import type { Practice } from '../../practice.ts';

/** Desire over a life, in words only: no numbers. */
export const seasons: Practice = {
  id: 'seasons',
  kind: 'card',
  title: 'Seasons',
  about: 'How things come and go over the years, and a timeline of your own.',
  rows: [51],
  level: 2,
  area: 'intimacy',
  minutes: 5,
  here: ['numb', 'sad', 'unsure'],
  steps: [
    {
      k: 'page',
      heading: 'It comes and goes',
      text: 'Wanting is not a fixed amount that one has. A review of sixty-four studies describes it as something that rises and falls, within a week and within a life. It can go away for years and come back changed. It can turn from restless to quiet, or wake up late. A season is not a diagnosis, and it is not a promise.',
    },
    {
      k: 'page',
      heading: 'What moves it',
      text: 'In a British survey of more than 11,000 people, things were harder for those who were low or unwell, for those at the end of a relationship, and for those who found it hard to talk with the other person. Most of that lies outside of you, or between two people. So the first question is seldom “what is wrong with me?”. It may be “what is the weather like?”.',
    },
    {
      k: 'columns',
      id: 'timeline',
      ask: 'If you like, a few seasons of your own.',
      hint: 'In any order, and no numbers. Leave out what hurts to write.',
      left: 'A time',
      right: 'What it was like',
      most: 8,
    },
    {
      k: 'write',
      id: 'now',
      ask: 'And which season is it now?',
      most: 280,
      starters: ['It is a season of', 'Something is resting', 'Something is waking'],
    },
  ],
  shortest: [0, 3],
  aftercare: 'You do not have to hurry a season.',
  next: ['soften-soothe-allow', 'many-kinds-of-normal'],
  sources: [
    {
      name: 'Mark and Lasslo 2018: Maintaining sexual desire in long-term relationships, Journal of Sex Research 55, 563–581',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1080/00224499.2018.1437592',
    },
    {
      name: 'Mitchell and others 2013: Sexual function in Britain, The Lancet 382, 1817–1829',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1016/S0140-6736(13)62366-1',
    },
  ],
};
