/** Short things to do now; each is a way into a pause. */
import type { IconName } from '../../ui/icons.ts';

export interface WayIn {
  /** The name the address gives it. */
  readonly step: string;
  readonly title: string;
  readonly about: string;
  readonly icon: IconName;
}

export const waysIn: readonly WayIn[] = [
  {
    step: 'breathe',
    title: 'Breathe',
    about: 'Four in, six out, with the comma.',
    icon: 'leaf',
  },
  {
    step: 'line',
    title: 'A kind line',
    about: 'One sentence, picked for now.',
    icon: 'heart',
  },
  {
    step: 'ground',
    title: 'Ground',
    about: 'Five things to see, and on to one.',
    icon: 'walk',
  },
  {
    step: 'comma',
    title: 'Soften a sentence',
    about: 'A harsh one goes on after a comma.',
    icon: 'comma',
  },
];
