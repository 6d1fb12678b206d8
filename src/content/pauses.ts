/** What can be said to a pause, and about the coming ones. */
import { pauses } from './en/pauses.ts';
import { inTongues } from './spoken.ts';

export type PauseWords = typeof pauses;
export const pausesIn = inTongues(pauses);
