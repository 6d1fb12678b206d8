/** What a pause offers to choose from, in words. */
import type { Feeling } from '../content/schema.ts';
import type { PauseChoice } from '../features/pauses/pause-flow.ts';
import type { IconName } from '../ui/icons.ts';

interface FeelingGroup {
  readonly id: string;
  readonly label: string;
  readonly feelings: readonly Feeling[];
}

/** Four soft groups by energy and pleasantness; the hard ones first, because they come oftener to a pause. */
export function feelingGroups(feelings: readonly Feeling[]): FeelingGroup[] {
  const group = (label: string, energy: 1 | -1, pleasantness: 1 | -1): FeelingGroup => ({
    id: `e${energy}p${pleasantness}`,
    label,
    feelings: feelings.filter(
      (feeling) => feeling.energy === energy && feeling.pleasantness === pleasantness,
    ),
  });
  return [
    group('Stirred and uneasy', 1, -1),
    group('Low and uneasy', -1, -1),
    group('Quiet and at ease', -1, 1),
    group('Lively and at ease', 1, 1),
  ];
}

export const choiceList: readonly {
  readonly id: PauseChoice;
  readonly label: string;
  readonly hint: string;
  readonly icon: IconName;
}[] = [
  { id: 'breathe', label: 'Breathe a little longer', hint: 'Another minute', icon: 'leaf' },
  { id: 'line', label: 'A kind line', hint: 'One sentence', icon: 'heart' },
  {
    id: 'ground',
    label: 'Come back to the room',
    hint: 'Five, four, three, two, one',
    icon: 'walk',
  },
  { id: 'write', label: 'Write a line', hint: 'For your journal', icon: 'journal' },
  { id: 'comma', label: 'Soften a sentence', hint: 'A stop becomes a comma', icon: 'comma' },
  { id: 'day', label: 'Back to my day', hint: 'That was a pause', icon: 'check' },
];
