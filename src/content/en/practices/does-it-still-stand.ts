import type { Practice } from '../../practice.ts';

/** One limit is looked at after a hard moment: it stands, it changes, it ends, or it rests. */
export const doesItStillStand: Practice = {
  id: 'does-it-still-stand',
  kind: 'guided',
  title: 'Does it still stand?',
  about: 'Look at one limit again after a hard moment.',
  rows: [80],
  level: 2,
  area: 'kindness',
  minutes: 4,
  here: ['afterTalk', 'unsure'],
  steps: [
    {
      k: 'write',
      id: 'which',
      ask: 'Which limit is it about?',
      hint: 'In the words you used before, if you know them.',
      most: 280,
      starters: ['I do not', 'We agreed that', 'When I say stop'],
    },
    {
      k: 'breath',
      pattern: '5-5',
      breaths: 3,
      short: 1,
      text: 'Breathe with it, as if it were new.',
    },
    {
      k: 'pick',
      id: 'stands',
      ask: '“{which}” Does it still stand?',
      without: 'Does it still stand?',
      hint: 'You decide this for yourself, as often as you like.',
      options: {
        stands: 'it stands',
        change: 'it needs a change',
        ends: 'it no longer fits',
        unsure: 'I do not know yet',
      },
      most: 1,
    },
    {
      k: 'say',
      text: 'Then say it once more in the same words. Words that stay the same are easy to find.',
      when: { id: 'stands', is: ['stands'] },
    },
    {
      k: 'write',
      id: 'newWords',
      ask: 'How does it go now?',
      hint: 'So that both of you could see whether it happens.',
      most: 280,
      when: { id: 'stands', is: ['change'] },
    },
    {
      k: 'say',
      text: 'If it gives you more room, it counts from now. If it asks more of someone, it waits for their yes.',
      when: { id: 'stands', is: ['change'] },
    },
    {
      k: 'say',
      text: 'Then it may go. Whoever lived with it may like to hear that.',
      when: { id: 'stands', is: ['ends'] },
    },
    {
      k: 'say',
      text: 'Then the limit stays as it was until you know. You lose nothing by that.',
      when: { id: 'stands', is: ['unsure'] },
    },
    { k: 'date', id: 'again', ask: 'A day to look at it again, if you like.' },
  ],
  shortest: [1, 2, 3, 5, 6, 7],
  next: ['a-kind-limit', 'not-knowing-yet'],
};
