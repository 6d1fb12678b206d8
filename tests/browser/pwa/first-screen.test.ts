import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { pwaOrigin } from '../support/build.ts';
import { type Chromium } from '../support/chromium.ts';
import { keepNote, openPwa } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { pressAtOnce } from '../support/press-at-once.ts';

let chromium: Chromium;
eachBrowser(
  (opened) => {
    chromium = opened;
  },
  { extension: null },
);

async function openAfter(before: () => void): Promise<Page> {
  const page = await chromium.context.newPage();
  await page.addInitScript(before);
  await page.goto(`${pwaOrigin}/#/today`);
  return page;
}

test('a button of the first screen does its work from the moment it stands, on the very first visit too', async () => {
  for (const visit of ['first', 'second']) {
    const page = await openAfter(pressAtOnce);
    await page.waitForURL(/#\/pause/);
    await page.getByRole('main').getByRole('button').first().waitFor();
    await expect.poll(() => page.locator('h1').count(), { message: visit }).toBe(1);
    await page.close();
  }
});

/** Opens a page whose code is on its way until it is let go. */
async function openBeforeItsCode(address: string): Promise<{ page: Page; letGo: () => void }> {
  const page = await chromium.context.newPage();
  const gate = Promise.withResolvers<undefined>();
  const asked = page.waitForRequest(/first-.*\.js$/);
  await page.route(/first-.*\.js$/, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await page.goto(`${pwaOrigin}/${address}`, { waitUntil: 'commit' });
  await asked;
  return {
    page,
    letGo: () => {
      gate.resolve(undefined);
    },
  };
}

test('before any code of the app is there, Today stands as it will stay, and a press on it is kept', async () => {
  const { page, letGo } = await openBeforeItsCode('');
  await page.route('**/*.woff2', () => undefined); // our typefaces come later, and are a little wider
  const take = page.locator('main .primary');
  await take.waitFor();
  await take.focus();
  const said = await page.locator('h1').innerText();
  const stood = await take.boundingBox();
  letGo();
  await page.getByRole('complementary').waitFor(); // only the app's own code puts it there
  expect(await take.boundingBox()).toEqual(stood);
  expect(await page.locator('h1').innerText()).toBe(said);
  expect(await take.evaluate((button) => button === document.activeElement)).toBe(true);

  const early = await openBeforeItsCode('');
  await early.page.locator('main .primary').click();
  early.letGo();
  await early.page.waitForURL(/#\/pause/);
  await early.page.getByRole('main').getByRole('button').first().waitFor();
});

test('a page asked for by its address shows nothing of Today before its code is there', async () => {
  const { page, letGo } = await openBeforeItsCode('#/entry/new');
  await page.waitForFunction(() => document.readyState !== 'loading');
  expect(await page.locator('#app').innerText()).toBe('');
  letGo();
  await page.getByRole('main').getByRole('textbox').first().waitFor();
});

test('what was written today stands on the screen before any code of the app runs, as it will stay', async () => {
  await keepNote(await openPwa(chromium), 'from this morning');
  const { page, letGo } = await openBeforeItsCode('');
  await page.route('**/*.woff2', () => undefined); // as above
  await page.route('**/vault-*.js', () => undefined); // nor do the tables ever open
  const card = page.getByRole('article').filter({ hasText: 'from this morning' });
  await card.waitFor();
  const place = async (): Promise<unknown> => {
    const { x, y, height } = (await card.boundingBox()) ?? { x: NaN, y: NaN, height: NaN };
    return { x, y, height }; // a second column may leave it a little less width
  };
  const stood = await place();
  letGo();
  await page.getByRole('complementary').waitFor(); // only the app's own code puts it there
  expect(await card.count()).toBe(1);
  expect(await place()).toEqual(stood);
  // It leads to the entry, also from before the app is there.
  const early = await openBeforeItsCode('');
  await early.page.getByRole('article').getByRole('link').click();
  await early.page.waitForURL(/#\/entry\//);
});

test('without storage the page says so, and what to do', async () => {
  const page = await openAfter(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Not here.', 'SecurityError');
    };
  });
  await page.getByText('This browser keeps no storage for Comma here').waitFor();
  await page.getByRole('button', { name: 'Open again' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
});

test('a browser that has no Temporal is brought one, and shows what was written all the same', async () => {
  await keepNote(await openPwa(chromium), 'from this noon');
  const page = await openAfter(() => Reflect.deleteProperty(globalThis, 'Temporal'));
  await page.getByRole('article').getByText('from this noon').waitFor();
});
