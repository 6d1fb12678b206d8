import type { Practice } from '../../practice.ts';

/** The hurt, the hard words about it, and a next time; whether something is to be mended with others is only asked. */
export const sorryToMyself: Practice = {
  id: 'sorry-to-myself',
  kind: 'guided',
  title: 'A sorry to myself',
  about: 'Three small sentences, for when you were hard on yourself.',
  rows: [43],
  level: 2,
  area: 'kindness',
  minutes: 4,
  here: ['afterMisstep', 'harshVoice', 'ashamed', 'sad'],
  steps: [
    {
      k: 'say',
      text: 'Something went wrong, and on top of it came hard words. This is about the words, too.',
      hint: 'Write, or only think the sentences. Leave any of them.',
    },
    {
      k: 'blanks',
      ask: 'First, what hurt.',
      hint: 'The moment itself, without what it proves.',
      sentence: 'It hurt when {hurt}.',
      blanks: [
        {
          id: 'hurt',
          hint: 'what happened',
          starters: ['I let someone down', 'nobody answered', 'I heard myself say'],
        },
      ],
    },
    {
      k: 'blanks',
      ask: 'Then, a sorry.',
      hint: 'Say it as you would to someone who is small and tired.',
      sentence: 'I am sorry that I spoke to myself as if I were {name}.',
      blanks: [
        {
          id: 'name',
          hint: 'what the hard words made of you',
          starters: ['a burden', 'always wrong', 'not worth the trouble'],
        },
      ],
    },
    {
      k: 'blanks',
      ask: 'And a kinder plan.',
      hint: 'One breath is a plan.',
      sentence: 'Next time I will {next}.',
      blanks: [
        {
          id: 'next',
          hint: 'something small',
          starters: ['stop for one breath', 'ask before I judge', 'say it to a friend first'],
        },
      ],
    },
    {
      k: 'breath',
      pattern: '4-6',
      breaths: 4,
      short: 1,
      text: 'Let the sorry arrive. It can take its time.',
    },
    {
      k: 'pick',
      id: 'repair',
      ask: 'Is there something to mend with someone else, too?',
      hint: 'Being kind to yourself takes nothing away from that. It may also be none.',
      options: { none: 'not that I know', later: 'maybe, another day', yes: 'yes' },
      most: 1,
    },
    {
      k: 'say',
      text: 'Then “What is mine to mend” can come next. It waits until you want it.',
      when: { id: 'repair', is: ['yes', 'later'] },
    },
  ],
  shortest: [2, 4],
  aftercare: 'You are on both sides of this sorry. Both may rest now.',
  next: ['mine-to-mend', 'reframe'],
};
