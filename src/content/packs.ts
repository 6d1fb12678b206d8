/** Practice packs: opening one, what is refused and why. */
import { packs } from './en/packs.ts';
import { inTongues } from './spoken.ts';

export type PackWords = typeof packs;
export const packsIn = inTongues(packs);
