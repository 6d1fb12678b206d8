import type { Practice } from '../../practice.ts';

/** What a camera would see, a feeling, a need, a request that can hear a no. */
export const howItIsForMe: Practice = {
  id: 'how-it-is-for-me',
  kind: 'guided',
  title: 'How it is for me',
  about: 'One thing that happened, said from your side and without a verdict.',
  rows: [74],
  level: 2,
  area: 'kindness',
  minutes: 5,
  here: ['beforeTalk', 'angry', 'afterTalk', 'sad'],
  steps: [
    {
      k: 'blanks',
      ask: 'Take one moment. What would a camera have seen?',
      hint: 'A camera never sees “always” or “never”, and it cannot see what someone meant.',
      sentence: 'When {seen},',
      blanks: [
        {
          id: 'seen',
          hint: 'one thing that happened',
          starters: [
            'you looked at your phone',
            'the door closed',
            'plans changed and I heard later',
          ],
        },
      ],
    },
    {
      k: 'blanks',
      ask: 'What did you feel?',
      hint: 'An ache counts, or a knot. “I feel that you …” is a thought in a coat.',
      sentence: 'I feel {feeling},',
      blanks: [
        {
          id: 'feeling',
          hint: 'a feeling, or something in your body',
          starters: ['sad', 'tense', 'a knot in my belly', 'left out', 'worried'],
        },
      ],
    },
    {
      k: 'blanks',
      ask: 'What do you need there?',
      hint: 'A need has no name of a person in it.',
      sentence: 'because I need {need}.',
      blanks: [
        {
          id: 'need',
          hint: 'something that any human may need',
          starters: ['some warmth', 'to know what is going on', 'rest', 'to be asked first'],
        },
      ],
    },
    {
      k: 'blanks',
      ask: 'What could you ask them to do?',
      hint: 'Something they can do, more than something they can stop.',
      sentence: 'Would you be willing to {request}?',
      blanks: [
        {
          id: 'request',
          hint: 'one thing, soon',
          starters: ['tell me before', 'sit with me for ten minutes', 'look for a time with me'],
        },
      ],
    },
    {
      k: 'say',
      text: '“When {seen}, I feel {feeling}, because I need {need}. Would you be willing to {request}?”',
      without: 'Any one of the four parts can be said on its own.',
    },
    {
      k: 'pick',
      id: 'canBeNo',
      ask: 'What if they say no to it?',
      options: {
        fine: 'I could live with that',
        hard: 'it would be hard',
        limit: 'then I need a limit',
      },
      most: 1,
    },
    {
      k: 'say',
      text: 'Then it is a request, and it leaves both of you free.',
      when: { id: 'canBeNo', is: ['fine'] },
    },
    {
      k: 'say',
      text: 'It may help to think of a second thing that would do. Needs have more than one road.',
      when: { id: 'canBeNo', is: ['hard'] },
    },
    {
      k: 'say',
      text: '“A kind limit” is made for that. It does not wait for their yes.',
      when: { id: 'canBeNo', is: ['limit'] },
    },
    {
      k: 'still',
      sec: 30,
      text: 'Say your sentence once: aloud, in a whisper, with your hands, or in your head.',
      half: 'And once more, a little slower.',
    },
  ],
  shortest: [1, 2],
  aftercare: 'You may keep it, copy it, or never say it at all.',
  next: ['a-kind-limit', 'said-aloud'],
};
