/** The extension in Firefox with no page of it open, a phone, and the relay between them. */
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { entryKind } from '#core/features/journal/entry.ts';
import { adoptSeed } from '#core/vault/adopt.ts';

import { keep } from '../../support/kept.ts';
import { freshSqlite, startRelay, type RunningRelay } from '../../support/relay-world.ts';
import { testVault } from '../../support/vault.ts';
import { pwaOrigin } from '../support/build.ts';
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
import { extensionFor } from '../support/relay-policy.ts';
import { shapeOf } from '../support/vault.ts';

let served: PwaWithRelay;
let other: RunningRelay;
let firefox: Firefox;
let pocket: Chromium;
let cleanUp: () => Promise<void>;

beforeEach(async () => {
  const store = await freshSqlite();
  other = await startRelay({ store, wall: () => Date.now() });
  served = await servePwaWithRelay();
  const extension = await extensionFor('firefox', other.origin);
  [firefox, pocket] = await Promise.all([
    Firefox.open({ extension, idleTimeout: 3_000 }),
    Chromium.open({ extension: null }),
  ]);
  cleanUp = async () => {
    await Promise.all([firefox.close(), pocket.close()]);
    await served.close();
    await other.close();
    await store.close();
    await rm(extension, { recursive: true });
  };
});
afterEach(() => cleanUp());

/** Another device, on which the journal goes to the other relay; tells where devices were last in step, once it looks. */
async function moveElsewhere(seed: string): Promise<() => Promise<unknown[]>> {
  const { vault, keeper } = await keep(await testVault());
  await adoptSeed(vault, Uint8Array.from(seed.split(',').map(Number)));
  await keeper.use({ origin: pwaOrigin });
  expect(await keeper.move({ origin: other.origin })).toBeNull();
  return async () => {
    await keeper.sync();
    const rows = await vault.db.rec.where('kind').equals('device').toArray();
    return (await vault.openRows(rows)).map(({ fields }) => fields['at']);
  };
}

test('in Firefox a line that was written elsewhere is carried in by the event page, which an alarm woke from its sleep and which goes where the journal went', async () => {
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

  const placesOf = await moveElsewhere((await shapeOf(phone)).seed);
  await expect.poll(placesOf, { timeout: 60_000, interval: 1_000 }).toContain(other.origin);

  // What has come is there without the relay.
  await served.stop();
  const again = await fox.openApp(firefox, 'journal');
  await expect.poll(() => fox.entries(again)).toEqual(['written on the bus']);
  await blank.close();
});
