import type { Practice } from '../../practice.ts';

/** Where a boundary comes from, and whether it is to stay. */
export const rootsOfALine: Practice = {
  id: 'roots-of-a-line',
  kind: 'sheet',
  title: 'Roots of a line',
  about: 'Find out what feeds one of your limits, and whether you want to keep it.',
  rows: [70],
  level: 2,
  area: 'intimacy',
  minutes: 5,
  here: ['unsure', 'beforeTalk', 'ordinary'],
  steps: [
    {
      k: 'write',
      id: 'line',
      ask: 'Which line of yours do you want to look at?',
      hint: 'Something you do, do not do, or allow only at times.',
      most: 200,
      starters: ['I do not', 'Only if', 'Never before'],
    },
    {
      k: 'pick',
      id: 'roots',
      ask: 'What feeds it?',
      hint: 'Several can be true at once.',
      options: {
        past: 'something that happened',
        family: 'how I grew up',
        social: 'what people say',
        faith: 'faith or tradition',
        body: 'what my body needs',
        values: 'what I value',
      },
      most: 6,
      own: true,
    },
    {
      k: 'body',
      id: 'where',
      ask: 'When you think of crossing it, where do you notice that?',
    },
    {
      k: 'pick',
      id: 'keep',
      ask: 'What would you like to do with it, for now?',
      hint: 'A line needs no good reason to be kept.',
      options: {
        keep: 'keep it',
        adjust: 'move it a little',
        go: 'let it go',
        open: 'leave it open',
      },
      most: 1,
    },
    {
      k: 'write',
      id: 'why',
      ask: 'Why, in a sentence or two?',
      most: 400,
    },
    {
      k: 'say',
      text: 'It is your line. It may move, and it may move back.',
    },
  ],
  shortest: [0, 3],
  next: ['behind-a-line', 'does-it-still-stand'],
};
