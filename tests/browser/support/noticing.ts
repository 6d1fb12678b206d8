/** The set-up of a file in which every test has a browser that lets Comma notice, beside a site for calls. */
import { rm } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';

import { type EngineState } from '#core/features/pauses/engine-state.ts';

import { serveCallSite, type CallSite } from './call-site.ts';
import { Chromium } from './chromium.ts';
import { button, goTo, openApp } from './comma.ts';
import { engineOf } from './engine.ts';
import { grantedCopy } from './granted.ts';
import { openHours } from './records.ts';

/** A camera, a microphone and a choice of screen that nobody has to be asked for. */
const pretended = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--auto-select-desktop-capture-source=Entire screen',
];

export interface World {
  readonly chromium: Chromium;
  readonly app: Page;
  readonly site: CallSite;
}

/** `ready` takes them over before each test; hours are around the clock. */
export function eachWorld(ready: (world: World) => unknown): void {
  let extension: string;
  let world: World;
  beforeAll(async () => {
    extension = await grantedCopy('*://*/*');
  });
  afterAll(() => rm(extension, { recursive: true }));
  beforeEach(async () => {
    const site = await serveCallSite();
    const chromium = await Chromium.open({ extension, switches: pretended });
    const app = await openApp(chromium);
    world = { chromium, app, site };
    await openHours(app);
    await ready(world);
  });
  afterEach(async () => {
    await world.chromium.close();
    await world.site.close();
  });
}

const scripts = (app: Page): Promise<readonly string[]> =>
  app.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
  );

/** Lets calls be noticed and puts the site that stands for one on the list, as a person does. */
export async function noticeCalls({ app, site }: World): Promise<void> {
  await goTo(app, 'noticing');
  await button(app, 'Let Comma notice calls').click();
  await app.getByText('Comma notices calls on the sites below.').waitFor();
  await app.getByLabel('Another site').fill(site.origin);
  await button(app, 'Add this site').click();
  await app.getByRole('listitem').getByText('127.0.0.1').waitFor();
  await expect.poll(() => scripts(app)).toContain('*://127.0.0.1/*');
}

export async function noticeTyping({ app }: World): Promise<void> {
  await goTo(app, 'noticing');
  await button(app, 'Let Comma notice typing').click();
  await app.getByText('Comma waits for a gap while you type.').waitFor();
  await expect.poll(() => scripts(app)).toContain('*://*/*');
}

/** Whether the engine knows of it. */
export const around = (app: Page, cause: keyof EngineState['around']): Promise<boolean> =>
  engineOf(app).then((state) => state.around[cause] !== undefined);
