/** What is private is met only by who asks for it. */
import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { playHref } from '#core/app/neutral.ts';
import { screens } from '#core/app/routes.ts';
import { practicesFor } from '#core/content/practices.ts';

import { axeFindings } from '../support/axe.ts';
import { type Chromium } from '../support/chromium.ts';
import { appStands, button, entries, goTo, openPwa } from '../support/comma.ts';
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
  let last = await heading.innerText();
  for (const screen of screens) {
    await goTo(page, screen);
    await expect.poll(() => heading.innerText(), { message: screen }).not.toBe(last);
    last = await heading.innerText();
    if (screen === 'today') await card.waitFor();
    expect(await inSight(page), screen).not.toMatch(/heron/i);
    expect(await page.title(), screen).toBe('Comma');
  }
  // Nor does any practice put its name where the browser keeps names.
  const { practices } = practicesFor(['en']);
  await goTo(page, 'practise');
  const ways = page.locator('a[href^="#/play/"]');
  await ways.first().waitFor();
  const hrefs = await ways.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs.filter((href) => practices.some(({ id }) => href?.endsWith(`/${id}`)))).toEqual([]);
  for (const { id } of practices) {
    await goTo(page, playHref(id).slice(2));
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

const everyday = 'https://www.wikipedia.org/';

test('from a page with tender words one press, or three Shifts without any lock, leads to an everyday page, and “back” to none of the words', async () => {
  const page = await openPwa(chromium, 'entry/new');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.route(`${everyday}**`, (route) => route.fulfill({ body: 'everyday' }));
  const leave = button(page, 'Leave at once');
  const inReach = async (): Promise<void> => {
    await leave.waitFor();
    const box = await leave.boundingBox();
    expect(box?.y).toBeGreaterThan(740 / 2);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(740);
  };

  await page.getByLabel('Your words').fill('herons');
  expect(await leave.count()).toBe(0);
  await page.getByRole('switch', { name: 'Private' }).check();
  await inReach();
  await button(page, 'Keep').click();
  await button(page, 'Show').click();
  await inReach();
  await page.getByRole('article').getByRole('link').click();
  await page.getByLabel('Your words').fill('herons, half typed');
  await inReach();
  await leave.click();
  await page.waitForURL(everyday);
  // The list with the words shown, and the page they were written on, come before this one.
  for (let back = 0; back < 2; back++) {
    await page.goBack();
    await appStands(page);
    expect(await inSight(page)).toContain('#/today');
    expect(await inSight(page)).not.toMatch(/herons/);
  }
  await goTo(page, 'journal');
  await button(page, 'Show').click();
  await expect.poll(() => entries(page)).toEqual(['herons, half typed']);

  await goTo(page, 'play/reframe');
  await button(page, 'Begin').click();
  await page.getByLabel('What is the hard sentence?').fill('I ruin every supper.');
  await inReach();
  expect(await axeFindings(page)).toEqual([]);
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await page.waitForURL(everyday);
  await page.goBack();
  await appStands(page);
  expect(await inSight(page)).not.toMatch(/supper/);
  await goTo(page, 'play/reframe');
  await button(page, 'Go on where you were').click();
  expect(await page.getByLabel('What is the hard sentence?').inputValue()).toBe(
    'I ruin every supper.',
  );

  // Where people to talk to stand, it is there, too.
  await goTo(page, 'help');
  await inReach();

  // Where nothing is tender, Shift is a key like any other.
  await goTo(page, 'play/six-slow-breaths');
  await button(page, 'Begin').waitFor();
  expect(await leave.count()).toBe(0);
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await button(page, 'Begin').click();
});
