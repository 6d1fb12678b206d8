/** Keys that work anywhere in the browser. */
import { keys } from './en/keys.ts';
import { inTongues } from './spoken.ts';

export const keysIn = inTongues(keys);
