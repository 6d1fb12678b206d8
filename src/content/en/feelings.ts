import type { Feeling, FeelingContent } from '../schema.ts';

const quadrant = (
  energy: Feeling['energy'],
  pleasantness: Feeling['pleasantness'],
  words: readonly string[],
): Feeling[] =>
  // The id is the English word as it stood first; a later change of the word keeps the id.
  words.map((word) => ({ id: word.replaceAll(' ', '-'), word, energy, pleasantness }));

/** Everyday words by energy and pleasantness; none is a diagnosis. */
const feelings: readonly Feeling[] = [
  ...quadrant(1, 1, [
    'hopeful',
    'glad',
    'curious',
    'playful',
    'excited',
    'eager',
    'proud',
    'brave',
    'alive',
  ]),
  ...quadrant(-1, 1, [
    'calm',
    'content',
    'tender',
    'thankful',
    'relieved',
    'safe',
    'rested',
    'close',
    'at ease',
  ]),
  ...quadrant(1, -1, [
    'tense',
    'worried',
    'restless',
    'angry',
    'annoyed',
    'scared',
    'rushed',
    'jealous',
    'swamped',
    'torn',
  ]),
  ...quadrant(-1, -1, [
    'tired',
    'ashamed',
    'sad',
    'lonely',
    'hurt',
    'numb',
    'heavy',
    'flat',
    'lost',
    'let down',
  ]),
];

/** At least one of each quadrant. */
const quickFeelings: readonly string[] = ['tense', 'tired', 'hopeful', 'ashamed', 'calm', 'sad'];

/** Feelings, and what stands around them where they are picked. */
export const feelingWords: FeelingContent = {
  language: 'en',
  feelings,
  quickFeelings,
  groups: {
    stirred: 'Stirred up',
    low: 'Low and quiet',
    bright: 'Bright and awake',
    soft: 'Soft and slow',
  },
  name: 'What is here',
  more: 'more…',
  fewer: 'fewer',
  yours: 'Your own',
  own: 'A word of your own',
  add: 'Add',
};
