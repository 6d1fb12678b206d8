/** Short things to do now; each is a way into a pause. */
import type { PractiseWords } from '../../content/practise.ts';
import type { IconName } from '../../ui/icons.ts';

interface WayIn {
  /** The name the address gives it, and the words. */
  readonly step: keyof PractiseWords['ways'];
  readonly icon: IconName;
}

export const waysIn: readonly WayIn[] = [
  { step: 'breathe', icon: 'leaf' },
  { step: 'line', icon: 'heart' },
  { step: 'ground', icon: 'walk' },
  { step: 'comma', icon: 'comma' },
];
