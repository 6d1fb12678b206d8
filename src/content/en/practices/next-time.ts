import type { Practice } from '../../practice.ts';

/** A misstep, read as news rather than as a sentence on the person. */
export const nextTime: Practice = {
  id: 'next-time',
  kind: 'sheet',
  title: 'A note for next time',
  about: 'What a misstep can tell you, written to whoever you are next time.',
  rows: [42],
  level: 2,
  area: 'kindness',
  minutes: 3,
  here: ['afterMisstep', 'afterTalk'],
  steps: [
    {
      k: 'breath',
      pattern: '4-6',
      breaths: 2,
      short: 1,
      text: 'It has happened already. There is time.',
    },
    {
      k: 'write',
      id: 'misstep',
      ask: 'What was the misstep, in one plain sentence?',
      most: 280,
      starters: ['I said', 'I did not', 'I went along with'],
    },
    {
      k: 'write',
      id: 'tells',
      ask: 'What does it tell you that you did not know, or had forgotten?',
      most: 400,
      starters: ['I am quicker to snap when', 'I need more time to', 'It matters to me that'],
    },
    {
      k: 'blanks',
      ask: 'Now the note. It goes to you, next time.',
      sentence: 'Next time, when {cue}, I could {choice}.',
      blanks: [
        { id: 'cue', hint: 'how you will know that it is here' },
        {
          id: 'choice',
          hint: 'one small other thing',
          starters: ['wait a breath', 'ask first', 'say not now'],
        },
      ],
    },
    {
      k: 'write',
      id: 'kind',
      ask: 'Sign it with something kind.',
      most: 140,
      starters: ['I know you meant', 'Nobody learns this in one go', 'With love, from'],
    },
    {
      k: 'pick',
      id: 'plan',
      ask: 'Is it worth a plan?',
      options: { note: 'the note is enough', plan: 'yes, a small plan', later: 'I will see' },
      most: 1,
    },
  ],
  shortest: [3],
  next: ['mine-to-mend', 'sorry-to-myself'],
};
