/** A first screen as it stands before anything is known, for the build to put into a page. Runs in no browser. */
import 'temporal-polyfill/global';
import { type Component } from 'svelte';
import { render } from 'svelte/server';

import type { Clock, Ports } from '../ports.ts';
import { Comma } from './comma.svelte.ts';
import { contextOf } from './context.ts';

/** An answer that a build does not wait for. */
export const nothingYet = new Promise<never>(() => undefined);

/** The same at whatever hour it is built; what the hour changes is told by whoever is in the page early. */
const clock: Clock = { wall: () => 0, mono: () => 0, zone: () => 'UTC' };

export function renderFirst<Props extends Record<string, unknown>>(
  Screen: Component<Props>,
  ports: Ports,
  props: Props,
): string {
  const comma = new Comma({ ...ports, clock }, nothingYet);
  return render(Screen, { props, context: contextOf(comma) }).body;
}
