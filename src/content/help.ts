/** Around the help lines. */
import { help } from './en/help.ts';
import { inTongues } from './spoken.ts';

export type HelpWords = typeof help;
export const helpIn = inTongues(help);
