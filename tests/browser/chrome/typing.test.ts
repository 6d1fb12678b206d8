import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { goTo, ledger, openApp } from '../support/comma.ts';
import { badgeOf, offered, pendingOf, ring, workedFor } from '../support/engine.ts';
import { eachWorld, noticeTyping, type World } from '../support/noticing.ts';
import { whileTyping } from '../support/typing.ts';

let world: World;
let app: Page;

eachWorld((made) => {
  world = made;
  ({ app } = made);
});

const openSite = (): Promise<Page> => world.chromium.page(world.site.origin);
const held = (): Promise<readonly string[] | undefined> =>
  pendingOf(app).then((slot) => slot?.heldBy);

/** Whether our script is in the page in front: it answers once a key went in. */
async function hearsKeys(page: Page): Promise<boolean> {
  await page.getByLabel('Chat').press('a');
  return app.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const asked = chrome.tabs.sendMessage(tab?.id ?? 0, { to: 'page', type: 'keys' });
    return asked.then(
      (ago: unknown) => typeof ago === 'number',
      () => false,
    );
  });
}

test('a pause waits while keys go into a page, and comes in the next gap', async () => {
  await noticeTyping(world);
  const page = await openSite();
  await workedFor(app, 55);
  await whileTyping(
    () => page.getByLabel('Chat').press('a'),
    async () => {
      await ring(app);
      await expect.poll(held).toEqual(['typing']);
      expect(await badgeOf(app)).toBe('');
    },
  );
  await expect.poll(() => badgeOf(app)).toBe('•'); // by its own alarm
  const offers = async (): Promise<string[]> =>
    (await ledger(app)).filter((row) => row.includes('A pause was offered.'));
  await expect.poll(offers).toHaveLength(1);
});

test('keys in a frame count, those of a password and those a page makes up do not', async () => {
  await noticeTyping(world);
  const other = world.site.origin.replace('127.0.0.1', 'localhost');
  const around = await world.chromium.page(`${other}/?framed=${world.site.origin}`);
  await workedFor(app, 55);
  const chat = around.frameLocator('iframe').getByLabel('Chat');
  await whileTyping(
    () => chat.press('a'),
    async () => {
      await ring(app);
      await expect.poll(held).toEqual(['typing']);
    },
  );

  const page = await openSite();
  await page.getByLabel('Password').pressSequentially('secret');
  await page.evaluate(() => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  });
  await offered(app);
});

test('a page that was open before Comma was allowed to notice typing is heard, too', async () => {
  const page = await openSite();
  await noticeTyping(world);
  await page.bringToFront();
  await expect.poll(() => hearsKeys(page)).toBe(true);
  await workedFor(app, 55);
  await whileTyping(
    () => page.getByLabel('Chat').press('a'),
    async () => {
      await ring(app);
      await expect.poll(held).toEqual(['typing']);
    },
  );
});

test('in Comma’s own pages a pause waits for a gap without any leave', async () => {
  await goTo(app, 'journal');
  const beside = await openApp(world.chromium);
  await workedFor(app, 55);
  await whileTyping(
    () => beside.getByLabel('A quick note').press('a'),
    async () => {
      await ring(app);
      await expect.poll(held).toEqual(['typing']);
    },
  );
});
