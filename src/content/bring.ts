/** Histories of other programs. */
import { bring } from './en/bring.ts';
import { inTongues } from './spoken.ts';

export type BringWords = typeof bring;
export const bringIn = inTongues(bring);
