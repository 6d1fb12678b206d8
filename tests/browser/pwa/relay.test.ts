/** A desktop and a phone, each with a browser profile of its own, and the relay that `npm start` serves between them. */
import { type Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Chromium } from '../support/chromium.ts';
import { button, entries, goTo, keepNote, pwaUrl } from '../support/comma.ts';
import { type Complaints, watchChromium } from '../support/csp.ts';
import { servePwaWithRelay, type PwaWithRelay } from '../support/relay.ts';

const phoneSize = { width: 390, height: 844 };

let served: PwaWithRelay;
let browsers: readonly [desktop: Chromium, phone: Chromium];

beforeEach(async () => {
  served = await servePwaWithRelay();
  browsers = [await Chromium.open({ extension: null }), await Chromium.open({ extension: null })];
});
afterEach(async () => {
  for (const browser of browsers) await browser.close();
  await served.close();
});

/** Watched from before its first script on. */
async function open({ context }: Chromium): Promise<{ page: Page; complaints: Complaints }> {
  const page = await context.newPage();
  const complaints = await watchChromium(page);
  await page.goto(pwaUrl());
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, complaints };
}

/** The desktop shows a code, the phone is given it, and the person finds the same digits on both. */
async function pair(desktop: Page, phone: Page): Promise<void> {
  await goTo(desktop, 'devices');
  await button(desktop, 'Show a code').click();
  await desktop.getByRole('img', { name: 'The code as a picture' }).waitFor();
  const code = await desktop.getByLabel('The code as text').inputValue();
  await goTo(phone, 'devices');
  await button(phone, 'I have a code').click();
  await phone.getByLabel('The code from the other device').fill(code);
  await button(phone, 'Go on').click();
  const digits = await desktop.locator('.digits').innerText();
  expect(digits).toMatch(/^\d{4}$/);
  expect(await phone.locator('.digits').innerText()).toBe(digits);
  await button(phone, 'They match').click();
  await button(desktop, 'They match').click();
  for (const page of [desktop, phone]) await page.getByText('In step from now on.').waitFor();
}

async function journal(page: Page): Promise<string[]> {
  return (await entries(page)).toSorted();
}

/** Writes over the words of the one entry in this journal. */
async function rewrite(page: Page, before: string, after: string): Promise<void> {
  await goTo(page, 'journal');
  await page.getByRole('article').filter({ hasText: before }).getByRole('link').click();
  await page.getByLabel('Your words').fill(after);
  await goTo(page, 'journal');
  await page.getByRole('article').getByText(after, { exact: true }).waitFor();
}

test('a phone and a desktop become one journal through the relay, and lose no word', async () => {
  const [{ page: desktop, complaints }, { page: phone }] = [
    await open(browsers[0]),
    await open(browsers[1]),
  ];
  await phone.setViewportSize(phoneSize);
  await keepNote(desktop, 'written at the desk');
  await keepNote(phone, 'written on the bus');
  await pair(desktop, phone);
  for (const page of [desktop, phone]) {
    await goTo(page, 'journal');
    await expect.poll(() => journal(page)).toEqual(['written at the desk', 'written on the bus']);
  }

  await goTo(phone, 'today');
  await keepNote(phone, 'and this came over');
  await expect.poll(() => journal(desktop)).toContain('and this came over');

  await served.stop();
  await rewrite(desktop, 'and this came over', 'at first, and this came over');
  await rewrite(phone, 'and this came over', 'and this came over, at last');
  await goTo(phone, 'devices');
  await phone.getByText(/^1 not yet synced, last complete \d/).waitFor();
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

  expect(await served.onDisk()).not.toMatch(/desk|bus|came over|entry/);
  const heard = await complaints.all();
  // The browser itself notes each look into the empty mailbox, and each request that nobody answered.
  expect(heard.filter((line) => !line.startsWith('Failed to load resource'))).toEqual([]);
});
