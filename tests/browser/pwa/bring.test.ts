/** A history of another program: looked at, brought, changed, brought again and taken back. */
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { type Chromium } from '../support/chromium.ts';
import { button, goTo, openPwa } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';

let chromium: Chromium;

eachBrowser(
  (opened) => {
    chromium = opened;
  },
  { extension: null },
);

const hour = 3_600_000;

/** Nights of eight hours, the last of them of a morning that is over at any hour. */
function plees(count: number): string {
  const bed = Math.floor((Date.now() - 12 * hour) / (24 * hour)) * 24 * hour - 3 * hour;
  const rows = Array.from({ length: count }, (_, back) => {
    const start = bed - (count - 1 - back) * 24 * hour;
    return [back + 1, start, start + 8 * hour, 4, '"A ""quiet"" night"', 1].join();
  });
  return ['sid,start,stop,rating,comment,wakes', ...rows, ''].join('\r\n');
}

const choose = (page: Page, name: string, text: string): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const card = (page: Page): Promise<string> =>
  page.getByRole('main').locator('section').first().innerText();

test('nights of another app are shown before they are kept, come at once, and are taken back but for what was changed', async () => {
  const page = await openPwa(chromium);
  await goTo(page, 'sleep');
  await page.getByRole('link', { name: /^Bring your history/ }).click();
  await page.getByRole('heading', { name: 'Bring your history' }).waitFor();

  await choose(page, 'photo.csv', 'Name;Age\nA;3\n');
  await expect
    .poll(() => card(page))
    .toMatch(/no file of an app that Comma knows.*Nothing was brought/s);
  await choose(page, 'plees.csv', plees(3).slice(0, -60));
  await expect.poll(() => card(page)).toMatch(/breaks off in its last line|opens a quotation mark/);

  await choose(page, 'plees.csv', plees(9));
  await page.getByLabel('Where were you?').selectOption('Europe/Berlin');
  await button(page, 'Go on').click();
  await expect.poll(() => card(page)).toContain('9 nights would be new.');
  expect((await card(page)).match(/10:00.PM – 6:00.AM|11:00.PM – 7:00.AM/g)).toHaveLength(3);
  expect(await axeFindings(page)).toEqual([]);
  await button(page, 'Leave it').click();
  await goTo(page, 'sleep');
  await page.getByText(/^A place for your nights/).waitFor();

  await goTo(page, 'bring');
  await choose(page, 'plees.csv', plees(9));
  await page.getByLabel('Where were you?').selectOption('Europe/Berlin');
  await button(page, 'Go on').click();
  await button(page, 'Bring it').click();
  await expect.poll(() => card(page)).toContain('9 nights came.');
  await page.getByRole('link', { name: 'To your nights' }).click();
  await expect.poll(() => page.locator('header .lead').innerText()).toMatch(/about 8 h, from 9/);

  await page
    .getByRole('link', { name: /in bed 8 h/ })
    .first()
    .click();
  await button(page, 'restless').first().click();
  await page.getByText('Kept.').waitFor();
  await goTo(page, 'bring');
  await choose(page, 'plees.csv', plees(10));
  await page.getByLabel('Where were you?').selectOption('Europe/Berlin');
  await button(page, 'Go on').click();
  await expect
    .poll(() => card(page))
    .toMatch(
      /1 night would be new.*8 nights came before and are the same.*1 night is yours already and stays as it is/s,
    );
  await button(page, 'Leave it').click();

  await button(page, 'Take it back').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect.poll(() => card(page)).toContain('Taken back. 1 that you changed since stays.');
  await goTo(page, 'sleep');
  await expect
    .poll(() => page.locator('header .lead').innerText())
    .toMatch(/about 8 h, from 1 night/);
});
