import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { goTo, ledger, openApp } from '../support/comma.ts';
import { badgeOf, offered, pendingOf, ring, workedFor } from '../support/engine.ts';
import { eachWorld, noticeTyping, type World } from '../support/noticing.ts';

let world: World;
let app: Page;

eachWorld((made) => {
  world = made;
  ({ app } = made);
});

const openSite = (): Promise<Page> => world.chromium.page(world.site.origin);
const held = (): Promise<readonly string[] | undefined> =>
  pendingOf(app).then((slot) => slot?.heldBy);

test('a pause waits while keys go into a page, and comes in the next gap', async () => {
  await noticeTyping(world);
  const page = await openSite();
  await workedFor(app, 55);
  await page.getByLabel('Chat').pressSequentially('in the middle of a ');
  await ring(app);
  await expect.poll(held).toEqual(['typing']);
  expect(await badgeOf(app)).toBe('');
  await expect.poll(() => badgeOf(app), { timeout: 15_000 }).toBe('•'); // by its own alarm
  const offers = async (): Promise<string[]> =>
    (await ledger(app)).filter((row) => row.includes('A pause was offered.'));
  await expect.poll(offers).toHaveLength(1);
});

test('keys in a frame count, those of a password and those a page makes up do not', async () => {
  await noticeTyping(world);
  const other = world.site.origin.replace('127.0.0.1', 'localhost');
  const around = await world.chromium.page(`${other}/?framed=${world.site.origin}`);
  await around.frameLocator('iframe').getByLabel('Chat').pressSequentially('word');
  await workedFor(app, 55);
  await ring(app);
  await expect.poll(held).toEqual(['typing']);

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
  const writes = (): Promise<void> => page.getByLabel('Chat').pressSequentially('word');
  await workedFor(app, 55);
  await expect
    .poll(async () => {
      await writes();
      await ring(app);
      return held();
    })
    .toEqual(['typing']);
});

test('in Comma’s own pages a pause waits for a gap without any leave', async () => {
  await goTo(app, 'journal');
  const beside = await openApp(world.chromium);
  await beside.getByLabel('A quick note').pressSequentially('half a word');
  await workedFor(app, 55);
  await beside.getByLabel('A quick note').pressSequentially('half a word');
  await ring(app);
  await expect.poll(held).toEqual(['typing']);
});
