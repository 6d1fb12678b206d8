/** Anchors of somebody's own: noting a day, one anchor, its form, and rest. */
import { anchors } from './en/anchors.ts';
import { inTongues } from './spoken.ts';

export type AnchorWords = typeof anchors;
export const anchorsIn = inTongues(anchors);
