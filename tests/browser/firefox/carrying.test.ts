/** The extension in Firefox with no page of it open, a phone, and the relay between them. */
import { afterEach, beforeEach, expect, test } from 'vitest';

import { entryKind } from '#core/features/journal/entry.ts';

import { Chromium } from '../support/chromium.ts';
import { goTo, keepNote, openPwa } from '../support/comma.ts';
import { Firefox } from '../support/firefox.ts';
import * as fox from '../support/firefox-comma.ts';
import {
  allSynced,
  giveFirefoxCode,
  servePwaWithRelay,
  syncUntil,
  type PwaWithRelay,
} from '../support/relay.ts';

let served: PwaWithRelay;
let firefox: Firefox;
let pocket: Chromium;

beforeEach(async () => {
  served = await servePwaWithRelay();
  [firefox, pocket] = await Promise.all([
    Firefox.open({ idleTimeout: 3_000 }),
    Chromium.open({ extension: null }),
  ]);
});
afterEach(async () => {
  await Promise.all([firefox.close(), pocket.close()]);
  await served.close();
});

test('in Firefox a line that was written elsewhere is carried in by the event page, which an alarm woke from its sleep', async () => {
  const app = await fox.openApp(firefox, 'devices');
  const phone = await openPwa(pocket);
  await goTo(phone, 'devices');
  await giveFirefoxCode(phone, app, 'Show a code');
  await syncUntil(phone, allSynced);
  // As the one that comes every quarter of an hour.
  await app.evaluate(() =>
    chrome.alarms.create('carry', { when: Date.now() + 2_000, periodInMinutes: 0.1 }),
  );
  const blank = await firefox.page('about:blank');
  await app.close();
  await firefox.stopWorker();
  expect(await firefox.recordsOnDisk(entryKind)).toBe(0);

  await goTo(phone, 'today');
  await keepNote(phone, 'written on the bus');
  await goTo(phone, 'devices');
  await syncUntil(phone, allSynced);
  await expect
    .poll(() => firefox.recordsOnDisk(entryKind), { timeout: 60_000, interval: 500 })
    .toBe(1);

  // What has come is there without the relay.
  await served.stop();
  const again = await fox.openApp(firefox, 'journal');
  await expect.poll(() => fox.entries(again)).toEqual(['written on the bus']);
  await blank.close();
});
