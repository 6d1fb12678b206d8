/** Writing a practice pack, and changing a practice out of one. */
import { packWriting } from './en/pack-writing.ts';
import { inTongues } from './spoken.ts';

export type PackWritingWords = typeof packWriting;
export const packWritingIn = inTongues(packWriting);
