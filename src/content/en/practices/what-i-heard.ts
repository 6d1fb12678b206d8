import type { Practice } from '../../practice.ts';

/** Hearing somebody's limits, and keeping them. Their words are theirs: the question about that comes first. */
export const whatIHeard: Practice = {
  id: 'what-i-heard',
  kind: 'sheet',
  title: 'What I heard',
  about: 'After somebody told you a limit: what it was, and how you will keep it.',
  rows: [58],
  level: 2,
  area: 'intimacy',
  minutes: 4,
  here: ['afterTalk'],
  steps: [
    {
      k: 'pick',
      id: 'okay',
      ask: 'Is it all right with them that you write it down?',
      options: { yes: 'yes', no: 'no', notAsked: 'I have not asked' },
      most: 1,
    },
    {
      k: 'say',
      text: 'Then leave their words out, and write only what you will do.',
      when: { id: 'okay', is: ['no', 'notAsked'] },
    },
    {
      k: 'write',
      id: 'heard',
      ask: 'What did you hear?',
      hint: 'As close to their words as you can, and without your answer to it.',
      most: 400,
      when: { id: 'okay', is: ['yes'] },
    },
    {
      k: 'pick',
      id: 'checked',
      ask: 'Did you say it back to them, to check?',
      options: {
        yes: 'yes, and it was right',
        changed: 'yes, and they corrected it',
        notYet: 'not yet',
      },
      most: 1,
    },
    {
      k: 'write',
      id: 'honour',
      ask: 'How will you keep to it, when it comes up?',
      hint: 'Something they could notice.',
      most: 400,
      starters: ['I will ask before', 'I will stop when', 'I will not bring up'],
    },
    {
      k: 'feelings',
      id: 'mine',
      ask: 'And what is it like for you?',
      most: 2,
    },
    {
      k: 'say',
      text: 'If it stings, that is yours to hold, and not for them to mend. To be told a limit is to be trusted.',
    },
  ],
  shortest: [4],
  next: ['did-i-get-it', 'big-feelings'],
};
