/** Whether a pause can reach the person here. */
import { checks } from './en/checks.ts';
import { inTongues } from './spoken.ts';

export type CheckWords = typeof checks;
export const checksIn = inTongues(checks);
