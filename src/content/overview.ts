/** All anchors at once. */
import { overview } from './en/overview.ts';
import { inTongues } from './spoken.ts';

export const overviewIn = inTongues(overview);
