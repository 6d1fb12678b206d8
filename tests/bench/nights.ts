/** Sleep with ten years of nights against the same screen with two weeks of them: how soon the picture stands. */
import { benchCrowded } from './crowded.ts';
import { type Line } from './measure.ts';
import { type Stage } from './stage.ts';

const many = 3_650;
const few = 14;

export const benchNights = (stage: Stage): Promise<Line[]> =>
  benchCrowded(stage, {
    what: `sleep: the picture of 14 nights of ${many} (floor: of ${few})`,
    ...{ seed: 'seedNights', many, few, route: 'sleep', data: 'tbody tr' },
  });
