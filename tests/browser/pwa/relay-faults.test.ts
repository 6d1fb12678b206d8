/** The devices page while something happens to the relay: it says what happened, what is safe, and what to do. */
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';

import type { Kept } from '../../support/kept.ts';
import { query, wipe } from '../../support/relay-backup.ts';
import { freshSqlite, startRelay, type RunningRelay } from '../../support/relay-world.ts';
import { axeFindings } from '../support/axe.ts';
import { pwaOrigin } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { button, entries, goTo, keepNote, openPwa } from '../support/comma.ts';
import { pairUnseen } from '../support/unseen-device.ts';
import { allSynced, servePwaWithRelay, syncUntil, type PwaWithRelay } from '../support/relay.ts';

let chromium: Chromium;
let other: RunningRelay;
let served: PwaWithRelay;

beforeEach(async () => {
  const store = await freshSqlite();
  other = await startRelay({ store, environment: { RELAY_ORIGINS: pwaOrigin } });
  served = await servePwaWithRelay({}, [other.origin]);
  chromium = await Chromium.open({ extension: null });
  onTestFinished(async () => {
    await other.close();
    await store.close();
  });
});
afterEach(async () => {
  await chromium.close();
  await served.close();
});

test('whatever comes between the page and its relay is named with what is safe, and no word is lost', async () => {
  const page = await openPwa(chromium);
  await keepNote(page, 'tea in the rain');
  const phone = await pairUnseen(page);
  await syncUntil(page, allSynced);

  const html = { 'Content-Type': 'text/html' };
  served.between.answer = () => new Response('<h1>Log in to this café</h1>', { headers: html });
  await syncUntil(page, /A network may want you to log in first\. Your words are safe here\.$/);
  served.between.answer = () =>
    Response.json(
      { error: 'too-many', says: 'Later.' },
      { status: 429, headers: { 'Retry-After': '1' } },
    );
  await syncUntil(page, 'The relay asks for a rest. It goes on by itself in a while.');
  served.between.answer = null;
  await syncUntil(page, allSynced);

  await served.stop();
  await served.start({ RELAY_QUOTA_ROWS: '1' });
  await goTo(page, 'today');
  await keepNote(page, 'no room for this one');
  await goTo(page, 'devices');
  await syncUntil(page, /^There is no more room at the relay\. What is new stays safe here/);
  await page.getByText(/^\d+ not yet synced, last complete \d/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await served.stop();
  await served.start();
  await syncUntil(page, allSynced);

  await wipe(served.store());
  await syncUntil(page, allSynced);
  await expect.poll(() => query(served.store(), 'select id from record')).not.toEqual([]);
  expect(await phone.keeper.sync()).toBe(true);

  const [kept] = await query(served.store(), 'select auth from vault');
  await query(served.store(), 'update vault set auth = $1', [new Uint8Array(32)]);
  await syncUntil(page, 'The relay does not know this journal’s key. Your words are safe here.');
  await query(served.store(), 'update vault set auth = $1', [kept?.['auth'] ?? null]);
  await syncUntil(page, allSynced);

  expect(await phone.keeper.remove()).toBe(true);
  await syncUntil(page, /^One of your devices deleted this journal at the relay, .* Here it is/);
  await goTo(page, 'journal');
  await expect.poll(() => entries(page)).toEqual(['no room for this one', 'tea in the rain']);
});

test('the journal is moved to another relay, the other device comes along, and then nothing is left at the old one', async () => {
  const page = await openPwa(chromium);
  await keepNote(page, 'tea in the rain');
  const phone = await pairUnseen(page);
  const device = { id: 'device:phone', kind: 'device' };
  await phone.vault.write({ ...device, fields: { name: 'My phone', seen: 1, at: pwaOrigin } });
  expect(await phone.keeper.sync()).toBe(true);
  await page.getByText('My phone').waitFor();

  await button(page, 'Move it there').click();
  await page.getByText(`Your journal is at ${other.origin} now.`).waitFor();
  await page.getByText('keeps the sealed rows until these have come along: My phone.').waitFor();
  await page.getByText(`The relay is ${other.origin}.`).waitFor();
  expect(await axeFindings(page)).toEqual([]);

  await phone.vault.write({ id: 'bus', kind: 'entry', text: 'from the bus' });
  expect(await phone.keeper.sync()).toBe(true);
  expect(phone.keeper.state.origin).toBe(other.origin);
  await phone.vault.write({ ...device, fields: { at: other.origin } });
  expect(await phone.keeper.sync()).toBe(true);
  expect((await entriesOf(phone)).toSorted()).toContain('tea in the rain');
  await syncUntil(page, allSynced);
  await expect.poll(() => query(served.store(), 'select id from record')).toEqual([]);
  await page.getByText('keeps the sealed rows').waitFor({ state: 'detached' });
});

const entriesOf = async ({ vault }: Kept): Promise<readonly string[]> =>
  (await vault.openRows(await vault.db.rec.toArray())).map(({ text }) => text);
