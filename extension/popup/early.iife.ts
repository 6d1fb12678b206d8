/**
 * Runs before the first screen is painted that was built into the page: the disk gives the first rows meanwhile, a
 * press waits for the code, and the code for the paint.
 */
import { beginLook } from '#core/app/early-look.ts';
import { pauseViews } from '#core/app/first-views.ts';
import { holdPresses } from '#core/app/held-presses.ts';
import { startPainted } from '#core/app/start-painted.ts';

void beginLook(pauseViews);
holdPresses(document);
void startPainted(document, Promise.resolve());
