import { afterAll, beforeAll, expect, test } from 'vitest';

import { complaintsIn } from '../support/csp.ts';
import { Firefox } from '../support/firefox.ts';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await Firefox.open({ watched: true });
});
afterAll(() => firefox.close());

test.each(['popup', 'app', 'pause', 'panel'])(
  'the %s page opens in Firefox without a complaint',
  async (name) => {
    const page = await firefox.extensionPage(`${name}/index.html`);
    await expect.poll(() => page.evaluate(() => document.body.innerText)).not.toBe('');
    expect(await complaintsIn(page).all()).toEqual([]);
  },
);

test('a page that breaks the policy is noticed in Firefox', async () => {
  const page = await firefox.extensionPage('app/index.html');
  await page.evaluate(() => {
    document.body.innerHTML += '<p style="color: red">red</p>';
  });
  await expect
    .poll(() => complaintsIn(page).all())
    .toContainEqual(expect.stringContaining('CSP: style-src-attr'));
});
