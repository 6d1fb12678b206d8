import { hydrate, mount, unmount, type Component } from 'svelte';

import type { Comma } from './comma.svelte.ts';
import { contextOf } from './context.ts';
import { releasePresses } from './held-presses.ts';
import { parseRoute } from './parse-route.ts';
import { endStandIns } from './stand-ins.ts';

/** Shows a screen before the vault is open; a sentence takes its place if the journal behind it does not open. */
export async function showApp<Props extends Record<string, unknown>>(
  Screen: Component<Props>,
  comma: Comma,
  props: Props,
): Promise<void> {
  const target = document.querySelector<HTMLElement>('#app');
  if (!target) throw new Error('The page has no place to mount into');
  // One turn, no longer: an answer of the disk that is already there becomes part of the first picture.
  await new Promise((resolve) => setTimeout(resolve));
  // What a page brings with it is Today; the address may have moved on meanwhile.
  if (parseRoute(location.hash).screen !== 'today') target.replaceChildren();
  endStandIns(document);
  const put = target.hasChildNodes() ? hydrate : mount;
  const shown = put(Screen, { target, context: contextOf(comma), props });
  target.ariaBusy = null;
  releasePresses(document);
  await comma.opened.catch(async (failure: unknown) => {
    const { sayCouldNotOpen } = await import('./could-not-open.ts');
    await unmount(shown);
    sayCouldNotOpen(target, failure);
    // Whoever needs somebody to talk to needs no journal for that.
    const { default: LinesAlone } = await import('./LinesAlone.svelte');
    mount(LinesAlone, { target, props: { ports: comma.ports } });
    throw failure;
  });
}
