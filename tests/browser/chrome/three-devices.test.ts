/** The extension in Chromium, the PWA on a phone and the PWA in Firefox: one journal, through the relay alone. */
import { type Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Chromium } from '../support/chromium.ts';
import { entries, goTo, keepNote, openApp, openPwa, rewrite } from '../support/comma.ts';
import { Firefox } from '../support/firefox.ts';
import * as fox from '../support/firefox-comma.ts';
import {
  allSynced,
  giveFirefoxCode,
  pair,
  servePwaWithRelay,
  syncUntil,
  type PwaWithRelay,
} from '../support/relay.ts';

let served: PwaWithRelay;
let desk: Chromium;
let pocket: Chromium;
let firefox: Firefox;

beforeEach(async () => {
  served = await servePwaWithRelay();
  [desk, pocket, firefox] = await Promise.all([
    Chromium.open(),
    Chromium.open({ extension: null }),
    Firefox.open({ extension: null }),
  ]);
});
afterEach(async () => {
  await Promise.all([desk.close(), pocket.close(), firefox.close()]);
  await served.close();
});

async function syncFirefox(page: Page): Promise<void> {
  const synced = async (): Promise<string> => {
    await fox.press(page, 'Sync now');
    return page.evaluate(() => document.body.innerText);
  };
  await expect.poll(synced, { interval: 500 }).toMatch(/^All of it is synced, last complete \d/m);
}

test('one entry written on by all three while apart holds the words of all three when they meet again', async () => {
  const app = await openApp(desk);
  const phone = await openPwa(pocket);
  await phone.setViewportSize({ width: 390, height: 844 });
  const page = await fox.openPwa(firefox);
  await keepNote(app, 'a walk by the sea');
  await keepNote(phone, 'tea on the pier');
  await fox.keepNote(page, 'rain at night');
  await pair(app, phone);
  await fox.goTo(page, 'devices');
  await giveFirefoxCode(phone, page);

  const journals = (): Promise<string[][]> =>
    Promise.all(
      [entries(app), entries(phone), fox.entries(page)].map(async (words) =>
        (await words).toSorted(),
      ),
    );
  const onAll = (...words: string[]): string[][] => [words, words, words];
  for (const each of [app, phone]) await goTo(each, 'journal');
  await fox.goTo(page, 'journal');
  await expect
    .poll(journals)
    .toEqual(onAll('a walk by the sea', 'rain at night', 'tea on the pier'));

  await served.stop();
  await rewrite(app, 'a walk by the sea', 'slowly, a walk by the sea');
  await rewrite(phone, 'a walk by the sea', 'a walk by the sea, barefoot');
  await fox.rewrite(page, 'a walk by the sea', 'a long walk by the sea');
  for (const each of [app, phone]) {
    await goTo(each, 'devices');
    await each.getByText(/^\d+ not yet synced, last complete \d/).waitFor();
  }
  await fox.goTo(page, 'devices');
  await fox.says(page, /\d+ not yet synced, last complete \d/);

  await served.start();
  // The first hear of the last ones in a second turn.
  for (let turn = 0; turn < 2; turn += 1) {
    for (const each of [app, phone]) await syncUntil(each, allSynced);
    await syncFirefox(page);
  }
  for (const each of [app, phone]) await goTo(each, 'journal');
  await fox.goTo(page, 'journal');
  await expect
    .poll(journals)
    .toEqual(onAll('rain at night', 'slowly, a long walk by the sea, barefoot', 'tea on the pier'));
  expect(await served.onDisk()).not.toMatch(/walk|slowly|barefoot|pier|rain|Firefox|Chrome/);
});
