import { mount } from 'svelte';

import { Comma } from '#core/app/comma.svelte.ts';
import { contextOf } from '#core/app/context.ts';
import '#core/ui/tokens.css';
import '#core/ui/base.css';

import { createPorts } from './platform.ts';
import Pwa from './Pwa.svelte';

if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');

const target = document.querySelector<HTMLElement>('#app');
if (!target) throw new Error('The page has no place to mount into');

const ports = createPorts(async (event) => (await engine).take(event));
const comma = await Comma.open(ports).catch(async (failure: unknown) => {
  const { sayCouldNotOpen } = await import('#core/app/could-not-open.ts');
  sayCouldNotOpen(target, failure);
  throw failure;
});
// After the first screen: the engine, the bridge and the service worker are not needed to show it.
const engine = import('./pauses.ts').then(({ startPauses }) =>
  startPauses(comma.vault, comma.content.words.notification),
);

target.replaceChildren();
const hear = async (): Promise<void> => (await engine).hear();
mount(Pwa, { target, context: contextOf(comma), props: { hear } });
const { loadFonts } = await import('#core/ui/load-fonts.ts');
loadFonts(document);
