import { afterEach, beforeEach, expect, test } from 'vitest';

import { Firefox } from '../support/firefox.ts';
import { openApp, press, says } from '../support/firefox-comma.ts';

let firefox: Firefox;
beforeEach(async () => {
  firefox = await Firefox.open();
});
afterEach(() => firefox.close());

test('the menus and the keys are there in Firefox', async () => {
  const app = await openApp(firefox, 'checks');
  await says(app, 'Quiet for an hour');
  const keys = (): Promise<string[]> =>
    app.evaluate(() => [...document.querySelectorAll('kbd')].map((key) => key.innerText));
  await expect
    .poll(async () => (await keys()).sort())
    .toEqual(['Alt+Shift+Comma', 'Alt+Shift+Period', 'Alt+Shift+Q']);
  const menus = (): Promise<string[]> =>
    app.evaluate(async () => {
      const there: string[] = [];
      for (const id of ['pause-now', 'quiet-hour', 'keep-note', 'something-else'])
        await chrome.contextMenus.update(id, { enabled: true }).then(
          () => there.push(id),
          () => undefined,
        );
      return there;
    });
  await expect.poll(menus).toEqual(['pause-now', 'quiet-hour', 'keep-note']);
  await press(app, 'Change the keys');
  const opened = async (): Promise<boolean> =>
    (await firefox.browser.pages()).some((page) => page.url().startsWith('about:addons'));
  await expect.poll(opened).toBe(true);
});
