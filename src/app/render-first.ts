/** A first screen as it stands before anything is known, for the build to put into a page. Runs in no browser. */
import 'temporal-polyfill/global';
import { type Component, type ComponentProps } from 'svelte';
import { render } from 'svelte/server';

import { frameIn } from '../content/frame.ts';
import EntryCard from '../features/journal/EntryCard.svelte';
import type { Clock, Ports } from '../ports.ts';
import { cardModel } from './card-picture.ts';
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

/** A card of the journal, for whoever draws one before the app's code is there. */
export function renderCard({ languages, shell }: Ports): string {
  const { closedEntry, today } = frameIn(languages);
  const props: ComponentProps<typeof EntryCard> = {
    ...{ entry: cardModel, wordOf: (id: string) => id, shell, href: '#', now: 0 },
    ...{ letter: today.letter, closed: closedEntry },
  };
  return `<template id="card">${render(EntryCard, { props }).body}</template>`;
}
