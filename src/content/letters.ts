/** Letters. */
import { letters } from './en/letters.ts';
import { inTongues } from './spoken.ts';

export const lettersIn = inTongues(letters);
