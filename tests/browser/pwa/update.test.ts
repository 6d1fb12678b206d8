import { type Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { type Served } from '../../../scripts/server.ts';
import { pwaOrigin, servePwa } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { copyRelease, type Release } from '../support/release.ts';

let chromium: Chromium;
let release: Release;
let served: Served;

beforeEach(async () => {
  release = await copyRelease();
  served = await servePwa(release.folder);
  chromium = await Chromium.open({ extension: null });
});
afterEach(async () => {
  await chromium.close();
  await served.close();
  await release.remove();
});

/** Opens a tab that the service worker controls. */
async function controlledTab(): Promise<Page> {
  const page = await chromium.page(pwaOrigin);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  return page;
}

const version = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.id);
const look = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
/** Survives everything but a reload. */
const mark = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.body.dataset['marked'] = 'yes';
  });
const isMarked = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.body.dataset['marked'] === 'yes');

test('the app starts with no network, at any address', async () => {
  const page = await controlledTab();
  const before = await page.locator('body').innerText();
  await served.close();
  for (const path of ['/', '/journal/today', '/?source=pwa#/settings']) {
    await page.goto(`${pwaOrigin}${path}`);
    await expect.poll(() => page.locator('#app').innerText()).not.toBe('');
  }
  expect(before).not.toBe('');
});

test('a new version waits, and only the tab that accepts it reloads', async () => {
  const first = await controlledTab();
  const second = await controlledTab();
  await release.next('two');
  await look(first);
  await first.getByRole('button', { name: 'Use it now' }).waitFor();
  await second.getByRole('button', { name: 'Use it now' }).waitFor();
  await mark(first);
  await mark(second);
  expect(await version(first)).toBe('');

  await first.getByRole('button', { name: 'Use it now' }).click();
  await expect.poll(() => version(first)).toBe('two');
  expect(await isMarked(first)).toBe(false);
  await second.getByText('Reload to finish updating.').waitFor();
  expect(await isMarked(second)).toBe(true);
  expect(await version(second)).toBe('');

  await second.getByRole('button', { name: 'Use it now' }).click();
  await expect.poll(() => version(second)).toBe('two');
});

test('a broken deploy changes nothing for who has the app', async () => {
  const page = await controlledTab();
  await release.brokenNext('two');
  const end = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return new Promise((resolve) => {
      registration.addEventListener('updatefound', () => {
        const { installing } = registration;
        installing?.addEventListener('statechange', () => {
          resolve(installing.state);
        });
      });
      registration.update().catch(() => undefined);
    });
  });
  expect(end).toBe('redundant');
  await page.reload();
  expect(await version(page)).toBe('');
  await expect.poll(() => page.locator('#app').innerText()).not.toBe('');
  expect(await page.getByRole('button', { name: 'Use it now' }).count()).toBe(0);
});

test('a version that nobody accepted is there after a restart of the browser', async () => {
  const page = await controlledTab();
  await release.next('two');
  await look(page);
  await page.getByRole('button', { name: 'Use it now' }).waitFor();
  await chromium.restart();
  const after = await chromium.page(pwaOrigin);
  await expect.poll(() => after.locator('#app').innerText()).not.toBe('');
  expect(await version(after)).toBe('two');
});
