import { mount } from 'svelte';

import { Comma } from '#core/app/comma.svelte.ts';
import { contextOf } from '#core/app/context.ts';
import { loadFonts } from '#core/ui/load-fonts.ts';
import '#core/ui/tokens.css';
import '#core/ui/base.css';

import { InStep } from './in-step.svelte.ts';
import { startPauses, type PagePauses } from './pauses.ts';
import { createPorts } from './platform.ts';
import Pwa from './Pwa.svelte';
import { AppUpdate } from './update.svelte.ts';

if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');

let pauses: PagePauses | undefined;
const comma = await Comma.open(createPorts(async (event) => pauses?.take(event)));
pauses = startPauses(comma.vault, comma.content.words.notification);
const inStep = new InStep(comma, () => void pauses?.hear());
const update = new AppUpdate();

const target = document.querySelector<HTMLElement>('#app');
if (!target) throw new Error('The page has no place to mount into');
target.replaceChildren();
mount(Pwa, { target, context: contextOf(comma), props: { inStep, update } });
loadFonts(document);
await update.start();
