import type { Practice } from '../../practice.ts';

/** What somebody wants from closeness, and how much risk they can carry, area by area. */
export const myCompass: Practice = {
  id: 'my-compass',
  kind: 'sheet',
  title: 'My compass',
  about: 'What you want from being close, and how much of a risk feels right.',
  rows: [95],
  level: 2,
  area: 'intimacy',
  minutes: 7,
  here: ['unsure', 'ordinary', 'beforeTalk'],
  steps: [
    {
      k: 'pick',
      id: 'wants',
      ask: 'What would you like closeness to bring?',
      options: {
        warmth: 'warmth',
        play: 'play',
        comfort: 'comfort',
        adventure: 'adventure',
        rest: 'rest',
        pleasure: 'pleasure',
        belonging: 'belonging',
        learning: 'getting to know myself',
        nothing: 'nothing, for now',
      },
      most: 4,
      own: true,
    },
    {
      k: 'rate',
      id: 'risks',
      ask: 'How much of a risk is fine for you, place by place?',
      hint: 'To be hurt, or sent away, or found out. There is no right amount.',
      items: {
        heart: 'for my heart',
        body: 'for my body',
        name: 'for what others may think',
        health: 'for my health',
      },
      top: 10,
      low: 'none, please',
      high: 'a good deal',
    },
    {
      k: 'list',
      id: 'fits',
      ask: 'What fits what you value?',
      hint: 'Things to do, alone or with someone. A walk counts.',
      most: 8,
    },
    {
      k: 'write',
      id: 'notNow',
      ask: 'And what is not for now?',
      hint: 'Without a reason, if you like.',
      most: 400,
    },
    {
      k: 'say',
      text: 'A compass does not tell you to go. It only knows where north is.',
    },
  ],
  shortest: [0],
  next: ['yes-and-no', 'comfort-rings'],
};
