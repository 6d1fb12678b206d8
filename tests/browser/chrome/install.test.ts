import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { buildOf } from '../../support/place.ts';
import { Chromium, popupText } from '../support/chromium.ts';
import { watchChromium } from '../support/csp.ts';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await Chromium.open();
});
afterAll(() => chromium.close());

test('the extension installs without a single warning', async () => {
  const page = await chromium.extensionPage('app/index.html');
  const manifest = await readFile(join(buildOf('chrome'), 'manifest.json'), 'utf8');
  const warnings = await page.evaluate(
    (text) => chrome.management.getPermissionWarningsByManifest(text),
    manifest,
  );
  expect(warnings).toEqual([]);
});

test.each(['popup', 'app', 'pause', 'panel'])(
  'the %s page opens without a complaint',
  async (name) => {
    const page = await chromium.context.newPage();
    const complaints = await watchChromium(page);
    await page.goto(chromium.url(`${name}/index.html`));
    await expect.poll(() => page.locator('body').innerText()).not.toBe('');
    expect(await complaints.all()).toEqual([]);
  },
);

test('a page that breaks the policy is noticed', async () => {
  const page = await chromium.context.newPage();
  const complaints = await watchChromium(page);
  await page.goto(chromium.url('app/index.html'));
  await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
    document.body.innerHTML += '<p style="color: red">red</p>';
  });
  await expect
    .poll(() => complaints.all())
    .toContainEqual(expect.stringContaining('CSP: style-src-attr'));
});

test('the toolbar button opens the popup', async () => {
  const page = await chromium.extensionPage('app/index.html');
  expect(await popupText(page)).toBeNull();
  await chromium.clickToolbar();
  await expect.poll(() => popupText(page)).not.toBeNull();
  await page.close();
});

test('after everything was erased nothing is noticed, and what the browser allowed is given back', async () => {
  const page = await chromium.extensionPage('app/index.html#/settings');
  await chromium.letSee(page, '*://*.zoom.us/*');
  const given = (): Promise<unknown> =>
    page.evaluate(async () => {
      const [{ origins }, scripts, kept, { visits }] = await Promise.all([
        chrome.permissions.getAll(),
        chrome.scripting.getRegisteredContentScripts(),
        chrome.storage.local.get(),
        chrome.storage.session.get<{ visits?: { visits: unknown[] } }>('visits'),
      ]);
      const ids = scripts.map(({ id }) => id).sort();
      return { origins, ids, kept, visits: visits?.visits.length ?? 0 };
    });
  await page.evaluate(async () => {
    await chrome.storage.local.set({ notice: { calls: true, typing: true } });
    await chrome.storage.session.set({ visits: { visits: [{ id: 'one' }], passes: {} } });
    await chrome.runtime.sendMessage({ to: 'senses', type: 'wished' });
  });
  expect(await given()).toMatchObject({
    origins: ['*://*.zoom.us/*'],
    ids: ['calls', 'keys', 'page-media'],
    visits: 1,
  });
  const begunAgain = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Erase everything' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await begunAgain;
  expect(await given()).toEqual({ origins: [], ids: [], kept: {}, visits: 0 });
});

test('a worker that was stopped is gone, and its alarm brings it back', async () => {
  const page = await chromium.extensionPage('app/index.html');
  // Again and again, so that it rings after the worker is gone however long that takes.
  await page.evaluate(() => chrome.alarms.create('test', { periodInMinutes: 1 / 30 }));
  for (const open of chromium.context.pages()) await open.goto('about:blank'); // nobody else calls it
  await chromium.killWorker('back');
  expect(await chromium.workerRuns()).toBe(true);
});

test.each(['close', 'crash'] as const)(
  'what a page stored is there after the browser ended by a %s',
  async (how) => {
    const before = await chromium.extensionPage('app/index.html');
    await before.evaluate((kept) => chrome.storage.local.set({ kept }), how);
    await chromium.restart(how);
    const after = await chromium.extensionPage('app/index.html');
    expect(await after.evaluate(() => chrome.storage.local.get('kept'))).toEqual({ kept: how });
  },
);
