import type { Deck } from '../../schema.ts';

/** Livable questions that slow a judgment down; a person may answer, write, or only look at them. */
export const questions = {
  id: 'questions',
  title: 'Slower questions',
  about: 'Questions to sit with. None of them needs an answer.',
  lines: [
    { id: 'questions-01', level: 0, text: 'What is true right here, before the story about it?' },
    { id: 'questions-02', level: 1, text: 'What might the harsh voice be trying to keep safe?' },
    { id: 'questions-03', level: 1, text: 'What would feel one notch softer?' },
    { id: 'questions-04', level: 0, text: 'What can wait until tomorrow without harm?' },
    {
      id: 'questions-05',
      level: 1,
      text: 'If this feeling could talk, what would it ask for first?',
    },
    {
      id: 'questions-06',
      level: 1,
      text: 'What would you say to someone you like who felt this way?',
    },
    { id: 'questions-07', level: 0, text: 'Where in you is there a little room?' },
    { id: 'questions-08', level: 1, text: 'Whose voice does that judgment sound like?' },
    { id: 'questions-09', level: 0, text: 'What is the smallest kind thing within reach?' },
    {
      id: 'questions-10',
      level: 1,
      text: 'Which part of this is yours to carry, and which part is not?',
    },
    { id: 'questions-11', level: 0, text: 'What has today already asked of you?' },
    { id: 'questions-12', level: 1, text: 'How would this look if there were no hurry?' },
    { id: 'questions-13', level: 1, text: 'Is there another way to tell this that is also true?' },
    { id: 'questions-14', level: 0, text: 'What would good enough look like today?' },
    {
      id: 'questions-15',
      level: 1,
      text: 'When you look under the worry, what do you find that you want?',
    },
    { id: 'questions-16', level: 1, text: 'How does your body say yes, and how does it say no?' },
    {
      id: 'questions-17',
      level: 1,
      text: 'When did you last feel at ease, and what was around you?',
    },
    {
      id: 'questions-18',
      level: 1,
      text: 'What do you hope nobody sees, and what does that part of you need?',
    },
    { id: 'questions-19', level: 0, text: 'What gets a little lighter once it has a name?' },
    { id: 'questions-20', level: 1, text: 'Does anything here need an answer today?' },
  ],
} as const satisfies Deck;
