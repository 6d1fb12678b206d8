import type { Practice } from '../../practice.ts';

/** A wish, an expectation, and what each of them guards. */
export const twoPulls: Practice = {
  id: 'two-pulls',
  kind: 'sheet',
  title: 'Two pulls',
  about: 'For when you want one thing, and something asks another of you.',
  rows: [87],
  level: 2,
  area: 'intimacy',
  minutes: 6,
  here: ['unsure', 'ashamed', 'beforeTalk'],
  steps: [
    {
      k: 'write',
      id: 'wish',
      ask: 'One pull is a wish. What do you want?',
      most: 280,
    },
    {
      k: 'write',
      id: 'other',
      ask: 'The other pull asks something of you. What?',
      most: 280,
    },
    {
      k: 'pick',
      id: 'source',
      ask: 'Who is asking?',
      options: {
        faith: 'my faith',
        family: 'my family',
        culture: 'where I come from',
        close: 'somebody close',
        self: 'I myself',
      },
      most: 3,
      own: true,
    },
    {
      k: 'write',
      id: 'wishGuards',
      ask: 'What does the wish look after?',
      hint: 'Joy, truth, rest, being alive. What would go missing without it?',
      most: 280,
    },
    {
      k: 'write',
      id: 'otherGuards',
      ask: 'And what does the other one look after?',
      hint: 'Belonging, peace, a promise. It came to be for a reason.',
      most: 280,
    },
    {
      k: 'beside',
      text: 'Two guards. Neither of them is your enemy.',
      left: { id: 'wishGuards', label: 'What the wish guards' },
      right: { id: 'otherGuards', label: 'What the other guards' },
    },
    {
      k: 'write',
      id: 'middle',
      ask: 'Is there some ground between them, if only a strip?',
      hint: 'For a week, for one evening, for a part of it. There may be none yet.',
      most: 400,
    },
    {
      k: 'write',
      id: 'helper',
      ask: 'Who could think along with you, and would not pull?',
      most: 140,
    },
  ],
  shortest: [0, 1],
  aftercare: 'To be torn is not to be false.',
  next: ['my-compass', 'not-knowing-yet'],
};
