/** The next 24 hours. */
import { coming } from './en/coming.ts';
import { inTongues } from './spoken.ts';

export type ComingWords = typeof coming;
export const comingIn = inTongues(coming);
