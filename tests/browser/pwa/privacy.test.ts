/** What is private is met only by who asks for it. */
import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { screens } from '#core/app/routes.ts';
import { practicesFor } from '#core/content/practices.ts';

import { axeFindings } from '../support/axe.ts';
import { type Chromium } from '../support/chromium.ts';
import { button, entries, goTo, openPwa } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';

let chromium: Chromium;

eachBrowser(
  (opened) => {
    chromium = opened;
  },
  { extension: null },
);

async function savedCopy(page: Page): Promise<string> {
  const saving = page.waitForEvent('download');
  await button(page, 'Save a copy').click();
  return readFile(await (await saving).path(), 'utf8');
}

/** What anybody who passes by could read: the page, its title, its address. */
const inSight = (page: Page): Promise<string> =>
  page.evaluate(() => `${document.title} ${location.href} ${document.body.outerHTML}`);

test('a private entry is in no list, title, address or usual copy, and is there for who asks', async () => {
  const page = await openPwa(chromium, 'entry/new');
  await page.getByLabel('Your words').fill('herons at dusk');
  await page.getByRole('switch', { name: 'Private' }).check();
  await page.getByText('Title, tags and time').click();
  await page.getByLabel('Title, if it wants one').fill('The herons');
  await page.getByLabel('Tags').fill('heronry');
  await button(page, 'Keep').click();
  const card = page.getByRole('article');
  await card.getByText('Private').waitFor();
  expect(await axeFindings(page)).toEqual([]);

  const heading = page.getByRole('heading', { level: 1 }).first();
  let last = '';
  for (const screen of screens) {
    await goTo(page, screen);
    await expect.poll(() => heading.innerText(), { message: screen }).not.toBe(last);
    last = await heading.innerText();
    if (screen === 'today') await card.waitFor();
    expect(await inSight(page), screen).not.toMatch(/heron/i);
    expect(await page.title(), screen).toBe('Comma');
  }
  // Nor does any practice put its name where the browser keeps names.
  for (const { id } of practicesFor(['en']).practices) {
    await goTo(page, `play/${id}`);
    expect(await page.title(), id).toBe('Comma');
  }

  await goTo(page, 'settings');
  expect(await savedCopy(page)).not.toMatch(/heron/i);
  await page.getByText('One private thing was left out.').waitFor();
  await page.getByRole('switch', { name: 'With what is private' }).check();
  expect(await savedCopy(page)).toContain('herons at dusk');

  await goTo(page, 'journal');
  await button(page, 'Show').click();
  expect(await entries(page)).toEqual(['herons at dusk']);
  await card.getByText('#heronry').waitFor();
  await button(page, 'Hide').click();
  expect(await inSight(page)).not.toMatch(/heron/i);

  // One may take it back.
  await card.getByRole('link').click();
  await page.getByRole('switch', { name: 'Private' }).uncheck();
  await goTo(page, 'journal');
  await expect.poll(() => entries(page)).toEqual(['herons at dusk']);
});
