/** The steps of a pause. */
import { pausing } from './en/pausing.ts';
import { inTongues } from './spoken.ts';

export type PausingWords = typeof pausing;
export const pausingIn = inTongues(pausing);
