import type { SleepWords } from '../../../content/sleep.ts';
import { lengthWords } from './length.ts';
import type { PeriodFigures } from './period.ts';

/** "About" is to five minutes. */
const about = 5;

/** The nights of a while in one sentence. */
export function sleepSentence(
  { nights, tst, tib }: PeriodFigures,
  words: SleepWords,
  { diaryOnly, any }: { readonly diaryOnly: boolean; readonly any: boolean },
): string {
  const { summary } = words;
  if (nights === 0) return any ? summary.quiet : summary.empty;
  const mean = tst ?? tib;
  if (diaryOnly || mean === null) return summary.noted(words.nights(nights));
  const length = lengthWords(Math.round(mean.value / about) * about, words);
  return (tst ? summary.asleep : summary.inBed)(length, words.nights(mean.from));
}
