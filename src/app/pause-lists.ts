/** What a pause offers to choose from. */
import type { PausingWords } from '../content/pausing.ts';
import { pauseChoices, type PauseChoice } from '../features/pauses/pause-flow.ts';
import type { IconName } from '../ui/icons.ts';

interface Choice {
  readonly id: PauseChoice;
  readonly label: string;
  readonly hint: string;
  readonly icon: IconName;
}

const icons: Readonly<Record<PauseChoice, IconName>> = {
  breathe: 'leaf',
  line: 'heart',
  ground: 'walk',
  write: 'journal',
  comma: 'comma',
  day: 'check',
};

export const choiceList = ({ choices }: PausingWords): Choice[] =>
  pauseChoices.map((id) => ({ id, ...choices[id], icon: icons[id] }));
