/** Today, for the build; the hour of whoever looks is told by `early.iife.ts`. */
import { renderCard, renderFirst } from '#core/app/render-first.ts';

import { createPorts } from './platform.ts';
import Pwa from './Pwa.svelte';

const untold = (): Promise<void> => Promise.resolve();

const ports = createPorts(untold);

export const firstScreen = (): string => renderFirst(Pwa, ports, { hear: untold });
export const models = (): string => renderCard(ports);
