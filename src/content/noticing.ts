/** What Comma can notice, and what it asks for. */
import { noticing } from './en/noticing.ts';
import { inTongues } from './spoken.ts';

export type NoticingWords = typeof noticing;
export const noticingIn = inTongues(noticing);
