import { rm } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { Chromium } from '../support/chromium.ts';
import { button, openApp } from '../support/comma.ts';
import { grantedCopy } from '../support/granted.ts';
import { serveSite, type Site } from '../support/site.ts';

let extension: string;
let site: Site;
let chromium: Chromium;

beforeAll(async () => {
  extension = await grantedCopy('*://127.0.0.1/*');
});
afterAll(() => rm(extension, { recursive: true }));
beforeEach(async () => {
  site = await serveSite();
  chromium = await Chromium.open({ extension });
});
afterEach(async () => {
  await chromium.close();
  await site.close();
});

const reason = 'I want my evenings back';

/** Puts the site on the list, through the settings. */
async function listSite(): Promise<Page> {
  const app = await openApp(chromium, 'sites');
  await app.getByLabel('The site').fill(site.origin);
  await app.getByLabel('Why you want the pause').fill(reason);
  await button(app, 'Add this site').click();
  await app.getByRole('listitem').getByText(reason).waitFor();
  const watched = (): Promise<number> =>
    app.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  await expect.poll(watched).toBe(1);
  return app;
}

/** Goes there as a person does, whatever comes first. */
async function open(page: Page, path = '/'): Promise<void> {
  await page.goto(site.origin + path, { waitUntil: 'commit' }).catch(() => undefined);
}

const asked = (page: Page): Promise<void> =>
  expect.poll(() => page.url()).toContain(chromium.url('site/index.html#'));

async function breathe(page: Page): Promise<void> {
  await button(page, 'I’m here').click();
  await page.getByText('For how long?').waitFor();
}

test('a breath and the reason come before a listed site, and then the page that was wanted', async () => {
  await listSite();
  const page = await chromium.page('about:blank');
  await open(page, '/wanted?q=1');
  await asked(page);
  expect(site.frames.filter((frame) => frame.endsWith('visible'))).toEqual([]);
  await breathe(page);
  expect(await page.locator('main').innerText()).toContain(reason);
  await button(page, 'Go on for 10 minutes').click();
  await page.getByText('The page at /wanted?q=1').waitFor();
  expect(await page.locator('html').getAttribute('style')).toBeNull();
});
