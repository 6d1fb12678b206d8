/**
 * Runs before the first screen is painted that was built into the page: a press on it waits for its code, and the
 * code for the paint.
 */
import { holdPresses } from '#core/app/held-presses.ts';

import { startPainted } from './start-painted.ts';

holdPresses(document);
startPainted(document);
