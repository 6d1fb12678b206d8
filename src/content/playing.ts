/** The player of practices. */
import { playing } from './en/playing.ts';
import { inTongues } from './spoken.ts';

export type PlayingWords = typeof playing;
export const playingIn = inTongues(playing);
