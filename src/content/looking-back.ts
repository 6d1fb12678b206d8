/** Looking back on a month. */
import { lookingBack } from './en/looking-back.ts';
import { inTongues } from './spoken.ts';

export const lookingBackIn = inTongues(lookingBack);
