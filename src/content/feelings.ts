/** Feelings by name. */
import { feelingWords } from './en/feelings.ts';
import { inTongues } from './spoken.ts';

export const feelingsIn = inTongues(feelingWords);
