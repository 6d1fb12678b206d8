import { type Page } from 'puppeteer-core';
import { expect, test } from 'vitest';

import { eachFirefox } from '../support/each-firefox.ts';
import { engineOf } from '../support/engine.ts';
import { type Firefox } from '../support/firefox.ts';
import { evaluating, goTo, openApp, press, says } from '../support/firefox-comma.ts';

let firefox: Firefox;
eachFirefox((it) => {
  firefox = it;
});

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

/** Opens the browser's own menu over the page, as a right click does, and says which entries in it are ours. */
async function openMenu(page: Page): Promise<string[]> {
  await page.bringToFront();
  await firefox.inWindow(`window.ours = [];
    document.getElementById('contentAreaContextMenu').addEventListener('popupshown', ({ currentTarget }) => {
      window.ours = [...currentTarget.querySelectorAll('[id^=comma_] menuitem, menuitem[id^=comma_]')];
    }, { once: true }); 'null'`);
  await page.mouse.click(60, 30, { button: 'right' });
  const labels = (): Promise<string[]> =>
    firefox.inWindow('JSON.stringify(window.ours.map(({ label }) => label))');
  await expect.poll(labels).not.toEqual([]);
  return labels();
}

/** Chooses one of them, as Enter does. */
const choose = (label: string): Promise<unknown> =>
  firefox.inWindow(`{
    const entry = window.ours.find((each) => each.label === ${JSON.stringify(label)});
    const menu = document.getElementById('contentAreaContextMenu');
    if (entry.parentNode === menu) menu.activateItem(entry);
    else { entry.doCommand(); menu.hidePopup(); }
    'null';
  }`);

test('in Firefox the menu of a page quiets for an hour, and keeps the words that are selected', async () => {
  const app = await openApp(firefox);
  const page = await firefox.page('data:text/html,<p>a sentence from a page</p>');
  expect(await openMenu(page)).toEqual(['Pause now', 'Quiet for an hour']);
  await choose('Quiet for an hour');
  const quietMinutes = async (): Promise<number> => {
    const { quiet } = await engineOf(evaluating(app));
    return quiet ? Math.round((quiet.until - Date.now()) / 60_000) : 0;
  };
  await expect.poll(quietMinutes).toBe(60);

  await page.evaluate(() => getSelection()?.selectAllChildren(document.body));
  expect(await openMenu(page)).toEqual(['Keep these words in Comma']);
  await choose('Keep these words in Comma');
  await goTo(app, 'journal');
  await says(app, 'a sentence from a page');
});
