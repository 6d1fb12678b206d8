/** What is noted of a moment, movement and meals alike: when it was, and taking it back. */
import { log } from './en/log.ts';
import { inTongues } from './spoken.ts';

export type LogWords = typeof log;
export const logIn = inTongues(log);
