import type { Deck } from '../../schema.ts';

/** Reminders that a person's worth does not hang on what they do. */
export const worth = {
  id: 'worth',
  title: 'Worth',
  about: 'Small reminders that you count, whatever got done.',
  lines: [
    {
      id: 'worth-01',
      level: 1,
      text: 'Your worth was here before the list began, and it is not on the list.',
    },
    { id: 'worth-02', level: 1, text: 'The harsh voice is loud. Loud is not the same as right.' },
    { id: 'worth-03', level: 1, text: 'A slow day is still a whole day of being you.' },
    {
      id: 'worth-04',
      level: 1,
      text: 'If a friend had your day, you would save them a seat. There is one for you, too.',
    },
    {
      id: 'worth-05',
      level: 1,
      text: 'Nothing you finish today makes you more of a person. Nothing left undone makes you less.',
    },
    { id: 'worth-06', level: 1, text: 'People do not come with grades. You are no exception.' },
    {
      id: 'worth-07',
      level: 1,
      text: 'Somewhere between the good parts and the hard parts there is just you. That is plenty.',
    },
    {
      id: 'worth-08',
      level: 1,
      text: 'What you did is one thing. Who you are is a much larger thing.',
    },
    { id: 'worth-09', level: 1, text: 'Tired is not a fault. It is a body asking for something.' },
    { id: 'worth-10', level: 1, text: 'Even now, unfinished, you count.' },
    { id: 'worth-11', level: 1, text: 'A no from you is worth as much as a yes.' },
    {
      id: 'worth-12',
      level: 1,
      text: 'There is room here for the version of you with nothing to show.',
    },
    { id: 'worth-13', level: 1, text: 'The part that hurts is real. It is not all of you.' },
    { id: 'worth-14', level: 1, text: 'How you look today has no say in what you are worth.' },
    { id: 'worth-15', level: 1, text: 'Good enough is a real place. You can stop there.' },
    { id: 'worth-16', level: 1, text: 'You are allowed to take up space in your own day.' },
    { id: 'worth-17', level: 1, text: 'A mistake is something you made. It is not your name.' },
    {
      id: 'worth-18',
      level: 1,
      text: 'Rest does not need a reason, and it does not need to be paid back.',
    },
    {
      id: 'worth-19',
      level: 1,
      text: 'Needing a hand is part of being a person, not a mark against you.',
    },
    {
      id: 'worth-20',
      level: 1,
      text: 'This is hard, and you are allowed to meet it gently.',
    },
    { id: 'worth-21', level: 1, text: 'Someone else’s good day takes nothing from yours.' },
    { id: 'worth-22', level: 1, text: 'What you want matters, and so does what you do not want.' },
    {
      id: 'worth-23',
      level: 1,
      text: 'Half done, half hopeful, a bit of a mess: still worth a kind word.',
    },
    { id: 'worth-24', level: 1, text: 'You can be unsure and still be good company.' },
    { id: 'worth-25', level: 1, text: 'No one is keeping score in here.' },
    { id: 'worth-26', level: 1, text: 'Today asks a lot. You do not have to answer all of it.' },
    { id: 'worth-27', level: 1, text: 'It is fine to be liked for no reason at all.' },
    {
      id: 'worth-28',
      level: 1,
      text: 'This minute is yours already. You did not have to earn it.',
    },
  ],
} as const satisfies Deck;
