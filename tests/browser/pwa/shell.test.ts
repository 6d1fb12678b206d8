import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Served } from '../../../scripts/server.ts';
import { axeFindings } from '../support/axe.ts';
import { pwaOrigin, servePwa } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { watchChromium } from '../support/csp.ts';

let chromium: Chromium;
let served: Served;
beforeAll(async () => {
  served = await servePwa();
  chromium = await Chromium.open({ extension: null });
});
afterAll(async () => {
  await chromium.close();
  await served.close();
});

test('the app opens quietly, isolated from other origins', async () => {
  const page = await chromium.context.newPage();
  const complaints = await watchChromium(page);
  await page.goto(pwaOrigin);
  await expect.poll(() => page.locator('body').innerText()).not.toBe('');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await complaints.all()).toEqual([]);
});

test('axe sees a planted fault', async () => {
  const page = await chromium.page(pwaOrigin);
  await page.evaluate(() => {
    document.body.append(document.createElement('button'));
  });
  expect((await axeFindings(page)).join('\n')).toContain('button-name');
});

test('the browser finds nothing that keeps the app from being installed', async () => {
  const page = await chromium.page(pwaOrigin);
  const session = await chromium.context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
});
