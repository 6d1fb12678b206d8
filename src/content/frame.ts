/** The frame of the app and its first screen. */
import { frame } from './en/frame.ts';
import { inTongues } from './spoken.ts';

export const frameIn = inTongues(frame);
