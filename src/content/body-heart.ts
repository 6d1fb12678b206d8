/** The body and the heart of a week. */
import { bodyHeart } from './en/body-heart.ts';
import { inTongues } from './spoken.ts';

export type BodyHeartWords = typeof bodyHeart;
export const bodyHeartIn = inTongues(bodyHeart);
