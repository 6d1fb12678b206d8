/** `npm run demo`: Chromium with the extension loaded and the PWA beside it, in a profile that is thrown away. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

import { extensionId } from '../src/sync/protocol/extension-address.ts';
import { findChromium } from './browsers.ts';
import { freshen } from './builds.ts';
import { freePlace, root } from './place.ts';
import { serve } from './server.ts';

let executablePath: string;
try {
  executablePath = findChromium();
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : failure);
  process.exit(1);
}

const place = await freePlace();
await freshen(place);
const served = await serve(join(root, place.dist, 'pwa'), Number(new URL(place.origin).port));
const extension = join(root, place.dist, 'chrome');
const profile = await mkdtemp(join(tmpdir(), 'comma-demo-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath,
  headless: process.env['HEADLESS'] === '1',
  viewport: null,
  ignoreDefaultArgs: ['--disable-extensions'],
  args: [
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
const [first = await context.newPage()] = context.pages();
await first.goto(place.origin);
await (await context.newPage()).goto(`chrome-extension://${extensionId}/app/index.html`);
console.log(`Chromium is open with the extension and ${place.origin}. Close it to end the demo.`);

process.once('SIGINT', () => void context.close());
await new Promise<void>((resolve) =>
  context.once('close', () => {
    resolve();
  }),
);
await served.close();
await rm(profile, { recursive: true, force: true });
