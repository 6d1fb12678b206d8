import type { Practice } from '../../practice.ts';

/** Whose voice, in which register, and one line of it. */
export const aKindVoice: Practice = {
  id: 'a-kind-voice',
  kind: 'guided',
  title: 'A kind voice',
  about: 'Choose who speaks to you, and whether you need it warm, clear or firm.',
  rows: [24],
  level: 1,
  area: 'kindness',
  minutes: 2,
  here: ['harshVoice', 'sad', 'afterMisstep', 'unsure'],
  steps: [
    {
      k: 'pick',
      id: 'whose',
      ask: 'Whose voice would you like to hear?',
      hint: 'A person, a grandmother, a dog that could talk. Nobody has to be real.',
      options: {
        friend: 'a good friend',
        mentor: 'someone who taught me well',
        older: 'me, when I am old',
      },
      most: 1,
      own: true,
    },
    {
      k: 'pick',
      id: 'register',
      ask: 'And how may it speak?',
      options: {
        warmth: 'warmly',
        clarity: 'clearly, with a cool head',
        boundary: 'firmly, on my side',
      },
      most: 1,
    },
    { k: 'line', deck: 'warmth', when: { id: 'register', is: ['warmth'] } },
    { k: 'line', deck: 'clarity', when: { id: 'register', is: ['clarity'] } },
    { k: 'line', deck: 'boundary', when: { id: 'register', is: ['boundary'] } },
    {
      k: 'still',
      sec: 15,
      text: 'Hear it again, at the pace at which that voice would say it.',
      half: 'Where in you does it arrive?',
    },
    {
      k: 'say',
      text: 'You can read it aloud, in that voice, or in your own.',
      hint: 'Nothing here listens, and no sound is kept. It is between you and the room.',
    },
    {
      k: 'write',
      id: 'more',
      ask: 'What would that voice say next?',
      hint: 'One line. You may surprise yourself.',
      most: 140,
      starters: ['And also', 'You know,', 'When you are ready,'],
    },
  ],
  shortest: [1, 2, 3, 4],
  aftercare: 'That voice has your number now.',
  next: ['ten-kind-seconds'],
};
