/** Today, for the build; the hour of whoever looks is told by `early.iife.ts`. */
import { renderFirst } from '#core/app/render-first.ts';

import { createPorts } from './platform.ts';
import Pwa from './Pwa.svelte';

const untold = (): Promise<void> => Promise.resolve();

export const firstScreen = (): string => renderFirst(Pwa, createPorts(untold), { hear: untold });
