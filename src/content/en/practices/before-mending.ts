import type { Practice } from '../../practice.ts';

/**
 * Whether one is safe and willing is asked alone and beforehand: with the other person at the same screen
 * nobody is free to say that they are afraid of them.
 */
export const beforeMending: Practice = {
  id: 'before-mending',
  kind: 'guided',
  title: 'Before mending',
  about: 'Look alone, first, at whether a talk to mend things would be good for you.',
  rows: [94],
  level: 2,
  area: 'kindness',
  minutes: 4,
  here: ['afterTalk', 'afterMisstep', 'beforeTalk', 'unsure'],
  steps: [
    {
      k: 'say',
      text: 'Be by yourself for this. What you answer here is for your eyes.',
      hint: 'If somebody might look, read it and leave the answers out.',
    },
    {
      k: 'pick',
      id: 'side',
      ask: 'Which side of the hurt are you on?',
      hint: 'In the talk, whoever was hurt is heard first.',
      options: { hurt: 'I was hurt', did: 'I hurt someone', both: 'some of both' },
      most: 1,
    },
    {
      k: 'pick',
      id: 'safe',
      ask: 'If you said no to them, or stopped half way, would you be safe?',
      hint: 'Safe on the day, and safe in the days after.',
      options: { yes: 'yes', unsure: 'not sure', no: 'no' },
      most: 1,
    },
    {
      k: 'say',
      text: 'Then this talk is not for now. It cannot be mended at your cost.',
      hint: 'You do not have to tell them why.',
      when: { id: 'safe', is: ['unsure', 'no'] },
    },
    { k: 'card', of: 'when-it-is-not-safe', when: { id: 'safe', is: ['unsure', 'no'] } },
    {
      k: 'pick',
      id: 'willing',
      ask: 'Do you want this talk?',
      hint: 'Wanting it to be over is not the same as wanting to talk.',
      options: { yes: 'yes', later: 'not yet', no: 'no' },
      most: 1,
      when: { id: 'safe', is: ['yes'] },
    },
    {
      k: 'say',
      text: 'That is an answer. A talk to mend takes two who want it.',
      when: { id: 'willing', is: ['later', 'no'] },
    },
    {
      k: 'write',
      id: 'bring',
      ask: 'What would you bring to it?',
      hint: 'What you want them to hear, or what you want to own up to.',
      most: 400,
      starters: ['I want you to know that', 'What I did was', 'I would like to ask'],
      when: { id: 'willing', is: ['yes'] },
    },
    {
      k: 'write',
      id: 'stopAt',
      ask: 'And what would be your sign to stop?',
      hint: 'A word, a raised hand, getting up. It works without a reason.',
      most: 140,
      when: { id: 'willing', is: ['yes'] },
    },
    { k: 'say', text: 'Whatever you found, you can decide anew on the day.' },
  ],
  shortest: [2, 3, 4],
  next: ['a-talk-to-mend', 'before-we-talk'],
};
