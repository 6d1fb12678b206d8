/** The lock. */
import { lock } from './en/lock.ts';
import { inTongues } from './spoken.ts';

export const lockIn = inTongues(lock);
