import type { PracticeContent } from '../../practice.ts';
import { dailyCheckIn } from './daily-check-in.ts';
import { reframe } from './reframe.ts';
import { somaticGrounding } from './somatic-grounding.ts';

/** In the order of their ids. */
export const englishPractices: PracticeContent = {
  language: 'en',
  practices: [dailyCheckIn, reframe, somaticGrounding],
};
