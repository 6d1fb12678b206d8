import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Served } from '../../../scripts/server.ts';
import { pwaOrigin, servePwa } from '../support/build.ts';
import { watchFirefox } from '../support/csp.ts';
import { Firefox } from '../support/firefox.ts';

let firefox: Firefox;
let served: Served;
beforeAll(async () => {
  served = await servePwa();
  firefox = await Firefox.open({ extension: null });
});
afterAll(async () => {
  await firefox.close();
  await served.close();
});

test('the app opens quietly in Firefox', async () => {
  const page = await firefox.browser.newPage();
  const complaints = await watchFirefox(page);
  await page.goto(pwaOrigin);
  await expect.poll(() => page.evaluate(() => document.body.innerText)).not.toBe('');
  expect(await complaints.all()).toEqual([]);
});
