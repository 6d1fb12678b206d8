import type { Practice } from './practice.ts';

/** Level 2 comes up by itself nowhere: only somebody who had come to something of level 2 is led on to more of it. */
export const isLedTo = (from: Practice, to: Practice): boolean => to.level < 2 || from.level === 2;

/** Intimacy may be off, and then nothing elsewhere hints at it. */
export const isHinted = (from: Practice, to: Practice): boolean =>
  to.area === 'intimacy' && from.area !== 'intimacy';

/** Whether the one may be offered when the other has ended. */
export const mayFollow = (to: Practice, from: Practice): boolean =>
  isLedTo(from, to) && !isHinted(from, to);
