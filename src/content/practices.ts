/** Everything that can be practised, in the person's language; fetched when somebody looks for it. */
import { englishPractices } from './en/practices/index.ts';
import type { PracticeContent } from './practice.ts';
import { spoken } from './spoken.ts';

/** English when we speak none of the languages asked for. */
export const practicesFor = (preferred: readonly string[]): PracticeContent =>
  spoken([englishPractices], preferred);
