import type { Practice } from '../../practice.ts';

/** An outdated script beside a present need. */
export const oldScript: Practice = {
  id: 'old-script',
  kind: 'sheet',
  title: 'Old line, new need',
  about: 'Check whether a line you have lived by still fits your life.',
  rows: [3],
  level: 2,
  area: 'kindness',
  minutes: 4,
  here: ['unsure', 'harshVoice', 'ordinary'],
  steps: [
    {
      k: 'say',
      text: 'Some of the lines we live by were written for another house.',
      hint: 'Pick a small one. The large ones can wait.',
    },
    {
      k: 'write',
      id: 'line',
      ask: 'Which line is it?',
      most: 140,
      starters: ['Do not make a fuss', 'Good people always', 'You have to earn'],
    },
    {
      k: 'write',
      id: 'voice',
      ask: 'In whose voice do you hear it, and from about when?',
      most: 200,
    },
    {
      k: 'pick',
      id: 'true',
      ask: 'Is it still true today?',
      options: { yes: 'yes', partly: 'partly', no: 'no', unsure: 'I cannot tell' },
      most: 1,
    },
    {
      k: 'write',
      id: 'need',
      ask: 'And what do you need now, in the life you have?',
      most: 280,
      starters: ['Now I need', 'These days it helps to', 'I am allowed to'],
    },
    {
      k: 'beside',
      text: 'Look at both for a moment. They may both have a point.',
      left: { id: 'line', label: 'The old line' },
      right: { id: 'need', label: 'What I need now' },
    },
    {
      k: 'write',
      id: 'act',
      ask: 'One small act for the need, if there is one.',
      hint: 'Five minutes long, at most.',
      most: 140,
    },
  ],
  shortest: [1, 3],
  aftercare: 'You can thank an old line for its service and still not obey it.',
  next: ['reframe', 'a-kind-limit'],
};
