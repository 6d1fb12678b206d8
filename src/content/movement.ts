/** Movement: what was noted, and one of it. */
import { movement } from './en/movement.ts';
import { inTongues } from './spoken.ts';

export type MovementWords = typeof movement;
export const movementIn = inTongues(movement);
