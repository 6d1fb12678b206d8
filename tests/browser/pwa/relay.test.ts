/** A desktop and a phone, each with a browser profile of its own, and the relay that `npm start` serves between them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { filmed, holdUp } from '../support/camera.ts';
import { Chromium } from '../support/chromium.ts';
import { appStands, button, entries, goTo, keepNote, pwaUrl, rewrite } from '../support/comma.ts';
import { type Complaints, watchChromium } from '../support/csp.ts';
import { giveCode, servePwaWithRelay, type PwaWithRelay } from '../support/relay.ts';
import { holds } from '../support/vault.ts';

const phoneSize = { width: 390, height: 844 };

let served: PwaWithRelay;
let browsers: readonly [desktop: Chromium, phone: Chromium];
/** What the phone's camera sees. */
let scene: string;

beforeEach(async () => {
  served = await servePwaWithRelay();
  scene = await mkdtemp(join(tmpdir(), 'comma-camera-'));
  const film = join(scene, 'film.y4m');
  await holdUp(film, 'https://menu.example');
  const switches = filmed(film);
  browsers = [
    await Chromium.open({ extension: null }),
    await Chromium.open({ extension: null, switches }),
  ];
});
afterEach(async () => {
  for (const browser of browsers) await browser.close();
  await served.close();
  await rm(scene, { recursive: true });
});

/** Watched from before its first script on. */
async function open({ context }: Chromium): Promise<{ page: Page; complaints: Complaints }> {
  const page = await context.newPage();
  const complaints = await watchChromium(page);
  await page.goto(pwaUrl());
  await appStands(page);
  return { page, complaints };
}

async function journal(page: Page): Promise<string[]> {
  return (await entries(page)).toSorted();
}

/** The phone's browser refuses the camera first, which then sees something else, and then the code. */
async function lookAt(phone: Page, code: string): Promise<void> {
  const film = join(scene, 'film.y4m');
  await button(phone, 'Use the camera').click();
  await phone.getByText('The browser does not let Comma use the camera.').waitFor();
  await button(phone, 'Close the camera').click();

  await phone.context().grantPermissions(['camera']);
  await button(phone, 'Use the camera').click();
  await phone.getByText('That is some other code.').waitFor();
  expect(await axeFindings(phone)).toEqual([]);
  await button(phone, 'Close the camera').click();
  await holdUp(film, code);
  await button(phone, 'Use the camera').click();
}

test('a phone and a desktop become one journal through the relay, and lose no word', async () => {
  const [{ page: desktop, complaints }, { page: phone }] = [
    await open(browsers[0]),
    await open(browsers[1]),
  ];
  await phone.setViewportSize(phoneSize);
  await keepNote(desktop, 'written at the desk');
  await keepNote(phone, 'written on the bus');
  for (const page of [desktop, phone]) await goTo(page, 'devices');
  await giveCode(desktop, phone, 'Show a code', lookAt);
  // Read, and closed at once.
  expect(await phone.locator('video').count()).toBe(0);
  expect(await axeFindings(desktop)).toEqual([]);
  for (const page of [desktop, phone]) {
    await goTo(page, 'journal');
    await expect.poll(() => journal(page)).toEqual(['written at the desk', 'written on the bus']);
  }

  await goTo(phone, 'today');
  await keepNote(phone, 'and this came over');
  await expect.poll(() => journal(desktop)).toContain('and this came over');

  // Each is called what the person calls it, on all of them.
  await goTo(desktop, 'devices');
  await button(desktop, /^Rename “Chrome on Linux”\. Last here \d/).click();
  await desktop.getByRole('dialog').getByLabel('Name').fill('The one in my pocket');
  await button(desktop, 'Keep this name').click();
  await goTo(phone, 'devices');
  await phone.getByText('The one in my pocket').waitFor();
  expect(await axeFindings(phone)).toEqual([]);
  await goTo(desktop, 'journal');

  await served.stop();
  await rewrite(desktop, 'and this came over', 'at first, and this came over');
  await rewrite(phone, 'and this came over', 'and this came over, at last');
  await goTo(phone, 'devices');
  await phone.getByText(/^\d+ not yet synced, last complete \d/).waitFor();
  await served.start();
  await button(phone, 'Sync now').click();
  await goTo(phone, 'journal');
  await goTo(desktop, 'devices');
  await button(desktop, 'Sync now').click();
  await goTo(desktop, 'journal');
  for (const page of [desktop, phone])
    await expect
      .poll(() => journal(page))
      .toEqual([
        'at first, and this came over, at last',
        'written at the desk',
        'written on the bus',
      ]);

  // The phone is left out by a new key, and comes back with a new code.
  await goTo(desktop, 'devices');
  await button(desktop, 'Remove a device').click();
  const lost = desktop.getByRole('option', { name: /^The one in my pocket\. Last here \d/ });
  await desktop.getByLabel('Which one').selectOption((await lost.getAttribute('value')) ?? '');
  await button(desktop, 'Change the key').click();
  await desktop.getByText('The key is new.').waitFor();
  await desktop.getByText('The one in my pocket').waitFor({ state: 'detached' });
  await goTo(phone, 'devices');
  await button(phone, 'Sync now').click();
  await phone.getByText('changed its key').waitFor();
  await goTo(phone, 'today');
  await keepNote(phone, 'meanwhile, apart');
  await goTo(phone, 'devices');
  await giveCode(desktop, phone, 'Pair another device');
  await goTo(desktop, 'journal');
  await expect.poll(() => journal(desktop)).toContain('meanwhile, apart');

  // A day later Today asks once for the kit, with which alone a new device has it all.
  const aWayBack = desktop.getByRole('heading', { name: 'A way back, on paper' });
  await goTo(desktop, 'today');
  await desktop.getByLabel('A quick note').waitFor();
  await expect.poll(() => holds(desktop, 'settings')).toBe(true);
  expect(await aWayBack.count()).toBe(0);
  await desktop.clock.setFixedTime(Date.now() + 25 * 3_600_000);
  await desktop.reload();
  await aWayBack.waitFor();
  await button(desktop, 'See the kit').click();
  await button(desktop, 'Show the kit').click();
  const kit = await desktop.locator('.letters').innerText();
  // On paper it is one page, dark on white, whatever the screen is.
  await desktop.emulateMedia({ colorScheme: 'dark' });
  const paper = (await desktop.pdf()).toString('latin1');
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await desktop.emulateMedia({ colorScheme: 'dark', media: 'print' });
  const colours = desktop
    .locator('.letters, .letters ~ .quiet')
    .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).color));
  expect(await colours).toEqual(['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
  await desktop.emulateMedia({ colorScheme: null, media: null });
  await desktop.getByLabel('The last four letters').fill(kit.slice(-4).toLowerCase());
  await button(desktop, 'I have it').click();
  await desktop.getByText('You have written it down.').waitFor();
  await desktop.emulateMedia({ media: 'print' });
  const printed = desktop.evaluate(() => getComputedStyle(document.body).visibility);
  expect(await printed).toBe('visible'); // any other page is printed as it is
  await desktop.emulateMedia({ media: null });
  await goTo(desktop, 'today');
  await aWayBack.waitFor({ state: 'detached' });
  await goTo(phone, 'settings');
  await button(phone, 'Erase everything').first().click();
  const begunAgain = phone.waitForEvent('load');
  await phone.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await begunAgain;
  await goTo(phone, 'devices');
  await button(phone, 'I have a code').click();
  await phone.getByLabel(/or your recovery kit/).fill(kit);
  await button(phone, 'Go on').click();
  await phone.getByText('In step from now on.').waitFor();
  await goTo(phone, 'journal');
  await expect.poll(() => journal(phone)).toContain('meanwhile, apart');

  expect(await served.onDisk()).not.toMatch(/desk|bus|came over|entry|pocket|Chrome/);
  const heard = await complaints.all();
  // The browser itself notes each look into the empty mailbox, each request that nobody answered, and a list that grows.
  const own = /^(Failed to load resource|ResizeObserver loop)/;
  expect(heard.filter((line) => !own.test(line))).toEqual([]);
});
