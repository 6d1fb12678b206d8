import type { Feeling } from '../schema.ts';

const quadrant = (
  energy: Feeling['energy'],
  pleasantness: Feeling['pleasantness'],
  words: readonly string[],
): Feeling[] =>
  // The id is the English word as it stood first; a later change of the word keeps the id.
  words.map((word) => ({ id: word.replaceAll(' ', '-'), word, energy, pleasantness }));

/** Everyday words by energy and pleasantness; none is a diagnosis. */
export const feelings: readonly Feeling[] = [
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
export const quickFeelings: readonly string[] = [
  'tense',
  'tired',
  'hopeful',
  'ashamed',
  'calm',
  'sad',
];
