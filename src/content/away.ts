/** What being away or busy does to a pause. */
import { away } from './en/away.ts';
import { inTongues } from './spoken.ts';

export type AwayWords = typeof away;
export const awayIn = inTongues(away);
