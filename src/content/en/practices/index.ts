import type { PracticeContent } from '../../practice.ts';
import { aMomentPlease } from './a-moment-please.ts';
import { dailyCheckIn } from './daily-check-in.ts';
import { feetSeatHands } from './feet-seat-hands.ts';
import { halfAMinute } from './half-a-minute.ts';
import { nameItFindIt } from './name-it-find-it.ts';
import { notKnowingYet } from './not-knowing-yet.ts';
import { reframe } from './reframe.ts';
import { sixSlowBreaths } from './six-slow-breaths.ts';
import { softenSootheAllow } from './soften-soothe-allow.ts';
import { somaticGrounding } from './somatic-grounding.ts';
import { tenKindSeconds } from './ten-kind-seconds.ts';
import { watchTheWave } from './watch-the-wave.ts';

/** In the order of their ids. */
export const englishPractices: PracticeContent = {
  language: 'en',
  practices: [
    aMomentPlease,
    dailyCheckIn,
    feetSeatHands,
    halfAMinute,
    nameItFindIt,
    notKnowingYet,
    reframe,
    sixSlowBreaths,
    softenSootheAllow,
    somaticGrounding,
    tenKindSeconds,
    watchTheWave,
  ],
};
