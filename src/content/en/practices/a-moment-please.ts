import type { Practice } from '../../practice.ts';

/** A card to hold up: its minute begins at once, as choosing comes harder than stopping; more time can be had after it. */
export const aMomentPlease: Practice = {
  id: 'a-moment-please',
  kind: 'guided',
  title: 'A moment, please',
  about: 'A card to say aloud or to hold up, with one quiet minute, or up to ten.',
  rows: [75],
  level: 1,
  area: 'kindness',
  minutes: 2,
  here: ['tense', 'unsure', 'angry'],
  steps: [
    {
      k: 'still',
      sec: 60,
      short: 20,
      text: '“I need a moment to see how I am.”',
      half: 'Nobody has to say a thing.',
    },
    {
      k: 'pick',
      id: 'more',
      ask: 'Was that long enough?',
      options: {
        enough: 'it was',
        two: 'two more minutes',
        four: 'four more',
        nine: 'nine more',
      },
      most: 1,
    },
    {
      k: 'still',
      sec: 120,
      text: '“A little longer, please. Two minutes.”',
      half: 'Half of it is still yours.',
      when: { id: 'more', is: ['two'] },
    },
    {
      k: 'still',
      sec: 240,
      text: '“I need some more time. Four minutes.”',
      half: 'Half of it is still yours.',
      when: { id: 'more', is: ['four'] },
    },
    {
      k: 'still',
      sec: 540,
      text: '“I need a real break. Nine minutes.”',
      half: 'Half of it is still yours.',
      when: { id: 'more', is: ['nine'] },
    },
    {
      k: 'pick',
      id: 'then',
      ask: 'What now?',
      hint: 'Any of these is a whole answer.',
      options: {
        goOn: 'go on',
        slower: 'go on, but slower',
        stop: 'stop',
        later: 'talk another time',
      },
      most: 1,
    },
    { k: 'say', text: '“Thank you. I am back.”', when: { id: 'then', is: ['goOn'] } },
    {
      k: 'say',
      text: '“I would like to go on, and more slowly.”',
      when: { id: 'then', is: ['slower'] },
    },
    {
      k: 'say',
      text: '“I want to stop here.”',
      hint: 'No reason is owed.',
      when: { id: 'then', is: ['stop'] },
    },
    {
      k: 'say',
      text: '“Not now. I would like to talk another time.”',
      hint: 'Name a day, or leave the day open.',
      when: { id: 'then', is: ['later'] },
    },
  ],
  shortest: [0, 5, 6, 7, 8, 9],
  aftercare: 'Asking for a moment is allowed as often as you need one.',
};
