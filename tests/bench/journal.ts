/** The journal with 50,000 entries against the same journal with 100: how soon it opens, how it scrolls. */
import { benchCrowded } from './crowded.ts';
import { type Line } from './measure.ts';
import { benchScroll } from './scroll.ts';
import { type Stage } from './stage.ts';

const many = 50_000;
const few = 100;

export const benchJournal = (stage: Stage): Promise<Line[]> =>
  benchCrowded(stage, {
    what: `journal: first entry of ${many} (floor: of ${few})`,
    ...{ seed: 'seedVault', many, few, route: 'journal', data: 'article' },
    then: (full, aside) => benchScroll(stage.chromium, full, aside),
  });
