import type { Practice } from '../../practice.ts';

/** A sharp sentence on the tongue, and one that says the same and leaves a door open. */
export const moreKindly: Practice = {
  id: 'more-kindly',
  kind: 'guided',
  title: 'The same, said kindly',
  about: 'Turn a sharp sentence over before it leaves the house.',
  rows: [60],
  level: 1,
  area: 'kindness',
  minutes: 2,
  here: ['angry', 'beforeTalk', 'tense'],
  steps: [
    {
      k: 'pick',
      id: 'tongue',
      ask: 'What is on the tip of your tongue?',
      hint: 'So far nobody has heard it.',
      options: {
        listen: 'You never listen.',
        wrong: 'What is wrong with you?',
        weird: 'That is weird.',
        calm: 'Calm down.',
        why: 'Why would anyone want that?',
        sensitive: 'You are too sensitive.',
        fine: 'I am fine.',
        whatever: 'Do what you want.',
      },
      most: 1,
    },
    {
      k: 'say',
      text: '“This matters to me. When would be a good time to hear it?”',
      when: { id: 'tongue', is: ['listen'] },
    },
    {
      k: 'say',
      text: '“I do not understand it yet. What is going on for you?”',
      when: { id: 'tongue', is: ['wrong'] },
    },
    {
      k: 'say',
      text: '“That is new to me. Tell me about it, if you like.”',
      when: { id: 'tongue', is: ['weird'] },
    },
    {
      k: 'say',
      text: '“This is a lot. What would help right now?”',
      when: { id: 'tongue', is: ['calm'] },
    },
    {
      k: 'say',
      text: '“It is not my thing. What do you like about it?”',
      when: { id: 'tongue', is: ['why'] },
    },
    {
      k: 'say',
      text: '“I did not know that it would hurt. I am glad you said so.”',
      when: { id: 'tongue', is: ['sensitive'] },
    },
    {
      k: 'say',
      text: '“I am not fine, and I have no words for it yet.”',
      when: { id: 'tongue', is: ['fine'] },
    },
    {
      k: 'say',
      text: '“I do not know what I think. Can I tell you tomorrow?”',
      when: { id: 'tongue', is: ['whatever'] },
    },
    {
      k: 'write',
      id: 'own',
      ask: 'And in your own words?',
      hint: 'Sharp and kind can both be true. Keep the true part.',
      most: 200,
      starters: ['It matters to me that', 'I do not get it yet', 'Please tell me more about'],
    },
    {
      k: 'say',
      text: 'Or ask something, and be curious what comes back. Here is one question to borrow.',
    },
    { k: 'line', deck: 'curious' },
  ],
  shortest: [0, 1, 2, 3, 4, 5, 6, 7, 8],
  next: ['a-moment-please', 'turn-by-turn'],
};
