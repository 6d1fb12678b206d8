/** Today as it stands before anything is known, for the build to put into the page. Runs in no browser. */
import 'temporal-polyfill/global';
import { render } from 'svelte/server';

import { Comma } from '#core/app/comma.svelte.ts';
import { contextOf } from '#core/app/context.ts';
import type { Clock } from '#core/ports.ts';

import { createPorts } from './platform.ts';
import Pwa from './Pwa.svelte';

const untold = (): Promise<void> => Promise.resolve();
const nothingYet = new Promise<never>(() => undefined);

/** The same at whatever hour it is built; the hour of whoever looks is told by `early.iife.ts`. */
const clock: Clock = { wall: () => 0, mono: () => 0, zone: () => 'UTC' };

export function firstScreen(): string {
  const comma = new Comma({ ...createPorts(untold), clock }, nothingYet);
  return render(Pwa, { props: { hear: untold }, context: contextOf(comma) }).body;
}
