import type { StillStep } from '../../practice-steps.ts';
import type { Practice } from '../../practice.ts';

const timer = (length: string, minutes: number): StillStep => ({
  k: 'still',
  sec: minutes * 60,
  text: 'The time runs by itself now. You can put this away.',
  half: 'Half of it is over. One step lower is plenty.',
  when: { id: 'length', is: [length] },
});

/** A break with an end that is said aloud, and something to do in it. */
export const timeOut: Practice = {
  id: 'time-out',
  kind: 'guided',
  title: 'Back in a while',
  about: 'Leave a hard talk for a set time, and come down before you go back.',
  rows: [80],
  level: 2,
  area: 'kindness',
  minutes: 20,
  here: ['angry', 'tense', 'afterTalk'],
  steps: [
    {
      k: 'pick',
      id: 'length',
      ask: 'How long do you need?',
      hint: 'Long enough to come down, and short enough to come back from.',
      options: {
        twenty: '20 minutes',
        thirty: '30 minutes',
        fortyFive: '45 minutes',
        hour: 'an hour',
      },
      most: 1,
    },
    {
      k: 'blanks',
      ask: 'Say it aloud before you go.',
      hint: 'A time on the clock, so that nobody is left guessing.',
      sentence: '“I need a break. I will be back at {time}.”',
      blanks: [{ id: 'time', hint: 'when you will be back' }],
    },
    {
      k: 'pick',
      id: 'tool',
      ask: 'What brings you down a step?',
      options: {
        breath: 'slow breaths',
        ground: 'the ground under me',
        move: 'moving about',
        cool: 'something cool',
        sound: 'music',
      },
      most: 1,
    },
    {
      k: 'breath',
      pattern: '4-6',
      breaths: 12,
      text: 'Long breaths out. There is no one to answer here.',
      when: { id: 'tool', is: ['breath'] },
    },
    {
      k: 'still',
      sec: 60,
      text: 'Lean on a wall, a floor or a chair, and let it push back.',
      half: 'It can take all of your weight, and whatever else you bring.',
      when: { id: 'tool', is: ['ground'] },
    },
    {
      k: 'say',
      text: 'Go somewhere else, by foot or on wheels. Look at things that are far away.',
      when: { id: 'tool', is: ['move'] },
    },
    {
      k: 'say',
      text: 'A cold glass, a cool cloth, an open window. Stay with the cold for a bit.',
      when: { id: 'tool', is: ['cool'] },
    },
    {
      k: 'say',
      text: 'Put on one song that you know by heart, and listen to the end of it.',
      when: { id: 'tool', is: ['sound'] },
    },
    {
      k: 'say',
      text: 'In here nothing has to be won or solved. What was said will keep.',
    },
    timer('twenty', 20),
    timer('thirty', 30),
    timer('fortyFive', 45),
    timer('hour', 60),
    {
      k: 'say',
      text: 'When the time is up, go back, even if only to say that you need longer.',
      hint: 'If it is not safe to go back, then do not. That promise does not bind you.',
    },
  ],
  shortest: [1, 8],
  aftercare: 'A break that ends on time makes the next one easier to ask for.',
  next: ['after-a-storm', 'six-slow-breaths', 'when-it-is-not-safe'],
};
