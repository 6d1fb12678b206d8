import type { Practice } from '../../practice.ts';

/** Second of five on the threat system: the drawing, and the one question. */
export const threeSystems: Practice = {
  id: 'three-systems',
  kind: 'card',
  title: 'Guard, go, settle',
  about: 'Three ways a body looks after itself, and how they take turns.',
  rows: [49],
  level: 0,
  area: 'kindness',
  minutes: 2,
  here: ['tense', 'numb', 'ordinary'],
  steps: [
    {
      k: 'page',
      heading: 'They take turns',
      drawing: 'systems',
      text: 'One part guards: it looks for threat. One part goes: it has drive, and reaches for work, food, a plan, a person. One part settles: it soothes, rests, and feels safe with others. Everybody has all three, and none of them is the bad one. A hard week is often a week in which one of them had no turn.',
    },
    {
      k: 'guess',
      id: 'feeds',
      ask: 'A long breath out, a warm drink, a kind voice. Which one do they feed?',
      options: {
        guard: 'the one that guards',
        go: 'the one that goes',
        settle: 'the one that settles',
      },
      answer:
        'The one that settles. It grows quiet when nobody calls on it, and it answers to small things: warmth, slowness, a voice that means well. Your own voice is one of those.',
    },
    {
      k: 'pick',
      id: 'today',
      ask: 'Which has had the most turns today?',
      options: { guard: 'guarding', go: 'going', settle: 'settling', unsure: 'hard to say' },
      most: 1,
    },
  ],
  shortest: [0],
  aftercare: 'If one of them is owed a turn, a minute is a turn.',
  next: ['ten-kind-seconds', 'the-voice-inside'],
  sources: [
    {
      name: 'Gilbert 2014: The origins and nature of compassion focused therapy, British Journal of Clinical Psychology 53, 6–41',
      readOn: '2026-11-27',
      url: 'https://doi.org/10.1111/bjc.12043',
    },
    {
      name: 'Psychology Tools: Emotional regulation systems',
      readOn: '2026-11-27',
      url: 'https://www.psychologytools.com/worksheet/emotional-regulation-systems/',
    },
  ],
};
