import { Comma } from '#core/app/comma.svelte.ts';
import { takeLook } from '#core/app/early-look.ts';
import { showApp } from '#core/app/show-app.ts';
import '#core/ui/tokens.css';
import '#core/ui/base.css';

import { createPorts } from './platform.ts';
import Pwa from './Pwa.svelte';

if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');

const ports = createPorts(async (event) => (await engine).take(event));
const comma = new Comma(ports, takeLook());
const hear = async (): Promise<void> => (await engine).hear();
// After the first screen: the engine, the bridge and the service worker are not needed to show it.
const engine = comma
  .bringLater(() => import('./pauses.ts'))
  .then(({ startPauses }) => startPauses(comma.vault, comma.content.words.notification));
void showApp(Pwa, comma, { hear });

await comma.shown;
const { loadFonts } = await import('#core/ui/load-fonts.ts');
loadFonts(document);
