/** Begins before anything else of the page runs. */
import { opening } from './opening.ts';

import { todayViews } from '#core/app/first-views.ts';
import { lookFirst } from '#core/vault/first-look.ts';

import { clock } from './clock.ts';

export const look = lookFirst(opening, todayViews(clock.wall(), clock.zone()));
