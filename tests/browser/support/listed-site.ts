/** The set-up of a file in which every test has a browser that may see a site, and what a person does there. */
import { rm } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';

import { Chromium } from './chromium.ts';
import { button, openApp } from './comma.ts';
import { grantedCopy } from './granted.ts';
import { serveSite, type Site } from './site.ts';

export interface SiteWorld {
  readonly chromium: Chromium;
  readonly site: Site;
}

/** `ready` takes them over before each test. */
export function eachSite(ready: (world: SiteWorld) => unknown): void {
  let extension: string;
  let world: SiteWorld;
  beforeAll(async () => {
    extension = await grantedCopy('*://127.0.0.1/*');
  });
  afterAll(() => rm(extension, { recursive: true }));
  beforeEach(async () => {
    const site = await serveSite();
    world = { site, chromium: await Chromium.open({ extension }) };
    await ready(world);
  });
  afterEach(async () => {
    await world.chromium.close();
    await world.site.close();
  });
}

export const reason = 'I want my evenings back';

/** Puts the site on the list, through the settings. */
export async function listSite({ chromium, site }: SiteWorld): Promise<Page> {
  const app = await openApp(chromium, 'sites');
  await app.getByLabel('The site').fill(site.origin);
  await app.getByLabel('Why you want the pause').fill(reason);
  await button(app, 'Add this site').click();
  await app.getByRole('listitem').getByText(reason).waitFor();
  const watched = (): Promise<readonly string[]> =>
    app.evaluate(async () =>
      (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id),
    );
  await expect.poll(watched).toContain('arriving');
  return app;
}

/** Goes there as a person does, whatever comes first. */
export async function go(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'commit' }).catch(() => undefined);
}

export const asked = (page: Page): Promise<void> =>
  expect.poll(() => page.url()).toContain('/site/index.html#');

export async function breathe(page: Page): Promise<void> {
  await button(page, 'I’m here').click();
  await page.getByText('For how long?').waitFor();
}

export async function goOn(page: Page): Promise<void> {
  await breathe(page);
  await button(page, 'Go on for 10 minutes').click();
}

/** A tab with a page before the site, as most have. */
export const tabBefore = ({ chromium }: SiteWorld): Promise<Page> =>
  chromium.page(`data:text/html,<title>Before</title><h1>Before</h1>`);
