import type { Deck } from '../../schema.ts';

/** A kind voice in its warm register: near, and in no hurry. */
export const warmth = {
  id: 'warmth',
  title: 'A warm voice',
  about: 'What a warm voice may say to you.',
  lines: [
    { id: 'warmth-01', level: 1, text: 'I am glad you are here, with all of it.' },
    { id: 'warmth-02', level: 1, text: 'Come and sit. You do not have to be all right first.' },
    { id: 'warmth-03', level: 1, text: 'This is a lot for one person. Of course it is.' },
    { id: 'warmth-04', level: 1, text: 'I like you on days like this, too.' },
    { id: 'warmth-05', level: 1, text: 'Let me hold one end of it for a while.' },
    { id: 'warmth-06', level: 1, text: 'There you are. I was hoping you would look up.' },
    { id: 'warmth-07', level: 1, text: 'You can tell me the part that you leave out.' },
    { id: 'warmth-08', level: 1, text: 'That is not too much. There is room for it here.' },
    {
      id: 'warmth-09',
      level: 1,
      text: 'Go slowly. Nobody is waiting for a better version of you.',
    },
    { id: 'warmth-10', level: 1, text: 'Have you had some water? I ask because I care.' },
    { id: 'warmth-11', level: 1, text: 'I saw how much you put into it.' },
    {
      id: 'warmth-12',
      level: 1,
      text: 'Put your head down for a minute. The world can turn without your help.',
    },
    { id: 'warmth-13', level: 1, text: 'Whatever comes next, I am on your side of it.' },
  ],
} as const satisfies Deck;
