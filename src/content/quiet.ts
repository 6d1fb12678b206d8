/** How long it is to be quiet. */
import { quiet } from './en/quiet.ts';
import { inTongues } from './spoken.ts';

export const quietIn = inTongues(quiet);
