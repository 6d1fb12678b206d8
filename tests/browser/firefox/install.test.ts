import { afterAll, beforeAll, expect, test } from 'vitest';

import { watchFirefox } from '../support/csp.ts';
import { Firefox } from '../support/firefox.ts';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await Firefox.open();
});
afterAll(() => firefox.close());

test.each(['popup', 'app', 'pause', 'panel'])(
  'the %s page opens in Firefox without a complaint',
  async (name) => {
    const page = await firefox.browser.newPage();
    const complaints = await watchFirefox(page);
    await firefox.goto(page, `${name}/index.html`);
    await expect.poll(() => page.evaluate(() => document.body.innerText)).not.toBe('');
    expect(complaints.all()).toEqual([]);
  },
);

test('a page that breaks the policy is noticed in Firefox', async () => {
  const page = await firefox.browser.newPage();
  const complaints = await watchFirefox(page);
  await firefox.goto(page, 'app/index.html');
  await page.evaluate(() => {
    document.body.innerHTML += '<p style="color: red">red</p>';
  });
  await expect.poll(() => complaints.all().join('\n')).toContain('CSP: style-src-attr');
});
