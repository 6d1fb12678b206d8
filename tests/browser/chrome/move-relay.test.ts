/** The extension, at a relay other than the one that its build was made for. */
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { newEntryFields } from '#core/features/journal/entry.ts';

import type { Kept } from '../../support/kept.ts';
import { freshSqlite, startRelay, type RunningRelay } from '../../support/relay-world.ts';
import { axeFindings } from '../support/axe.ts';
import { pwaOrigin } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { button, entries, goTo, keepNote, openApp } from '../support/comma.ts';
import { allSynced, servePwaWithRelay, syncUntil, type PwaWithRelay } from '../support/relay.ts';
import { extensionFor } from '../support/relay-policy.ts';
import { pairUnseen } from '../support/unseen-device.ts';

let served: PwaWithRelay;
let other: RunningRelay;
let extension: string;
let chromium: Chromium;
let cleanUp: () => Promise<void>;

beforeEach(async () => {
  const store = await freshSqlite();
  other = await startRelay({ store, wall: () => Date.now() });
  served = await servePwaWithRelay();
  extension = await extensionFor('chrome', other.origin);
  chromium = await Chromium.open({ extension });
  cleanUp = async () => {
    await chromium.close();
    await served.close();
    await other.close();
    await store.close();
    await rm(extension, { recursive: true });
  };
});
afterEach(() => cleanUp());

const now = { at: Date.parse('2026-11-23T09:00:00Z'), zone: 'Europe/Berlin' };
const entryFields = newEntryFields(now, { source: 'note', shell: 'pwa', created: now.at }, 0);

/** At which relay the extension says that it was last in step. */
async function extensionAt({ vault, keeper }: Kept): Promise<unknown> {
  await keeper.sync();
  const rows = await vault.db.rec.where('kind').equals('device').toArray();
  const devices = (await vault.openRows(rows)).map(({ fields }) => fields);
  return devices.find(({ name }) => name !== 'My phone')?.['at'];
}

const keepEntry = ({ vault }: Kept, text: string): Promise<unknown> =>
  vault.write({ id: text, kind: 'entry', text, fields: entryFields });

test('moved in the extension, the journal is carried there with no page open, and follows back the same way', async () => {
  const app = await openApp(chromium);
  await keepNote(app, 'tea in the rain');
  const phone = await pairUnseen(app);
  const fields = { name: 'My phone', seen: 1, at: pwaOrigin };
  await phone.vault.write({ id: 'device:phone', kind: 'device', fields });
  expect(await phone.keeper.sync()).toBe(true);
  await app.getByText('My phone').waitFor();
  await syncUntil(app, allSynced);
  await button(app, 'Move it there').click();
  await app.getByText(`Your journal is at ${other.origin} now.`).waitFor();
  await app.getByText(`The relay is ${other.origin}.`).waitFor();
  expect(await axeFindings(app)).toEqual([]);
  expect(await phone.keeper.sync()).toBe(true);
  expect(phone.keeper.state.origin).toBe(other.origin);
  expect(await extensionAt(phone)).toBe(other.origin);

  const [worker] = chromium.context.serviceWorkers();
  const blank = await chromium.page('about:blank');
  await app.close();
  await keepEntry(phone, 'from the bus');
  expect(await phone.keeper.sync()).toBe(true);
  await keepEntry(phone, 'and home again');
  expect(await phone.keeper.move({ origin: pwaOrigin })).toBeNull();
  // Its alarm rings until a round was had, which the last one may have been too fresh for.
  await expect
    .poll(
      async () => {
        await worker?.evaluate(() => chrome.alarms.create('carry', { when: Date.now() + 20 }));
        return extensionAt(phone);
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(pwaOrigin);

  await served.stop();
  await other.close();
  const again = await openApp(chromium);
  await goTo(again, 'journal');
  await expect
    .poll(() => entries(again).then((words) => words.toSorted()))
    .toEqual(['and home again', 'from the bus', 'tea in the rain']);
  await goTo(again, 'devices');
  await again.getByText(`The relay is ${pwaOrigin}.`).waitFor();
  await blank.close();
});
