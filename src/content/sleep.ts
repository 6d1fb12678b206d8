/** Sleep: one night, and the nights of a while. */
import { sleep } from './en/sleep.ts';
import { inTongues } from './spoken.ts';

export type SleepWords = typeof sleep;
export const sleepIn = inTongues(sleep);
