/** Movement and meals: the way there on a phone, in one tap, another time, and taken back. */
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { type Chromium } from '../support/chromium.ts';
import { appStands, button, goTo, openPwa } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { standsAt } from '../support/stands-at.ts';
import { turnBack } from '../support/turn-back.ts';

let chromium: Chromium;

eachBrowser(
  (opened) => {
    chromium = opened;
  },
  { extension: null },
);

const lead = (page: Page): Promise<string> => page.locator('header .lead').innerText();
const rows = (page: Page): Promise<string[]> =>
  page.getByRole('region', { name: 'Day by day' }).getByRole('listitem').allInnerTexts();
const tableOf = (page: Page): Promise<string[]> => page.locator('tbody td').allInnerTexts();

test('a walk and a lunch are noted in one tap each, changed, moved to another day, taken back, and no count is shown where none is wanted', async () => {
  const page = await openPwa(chromium);
  // At noon the day before is the day before by every clock, a person's own included.
  await standsAt(page, `${new Date().toISOString().slice(0, 10)}T12:00:00Z`, 'Europe/London');
  await page.reload();
  await appStands(page);
  await page.setViewportSize({ width: 360, height: 800 });
  // Five tabs on a phone, and the settings at the head of Today.
  const tabs = page.getByRole('navigation').getByRole('link');
  await expect
    .poll(() => tabs.filter({ visible: true }).allInnerTexts())
    .toEqual(['Today', 'Practise', 'Journal', 'Anchors', 'Help']);
  await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Anchors' }).click();
  await page.getByRole('heading', { name: 'Anchors', level: 1 }).waitFor();

  // From the overview one tap is enough, and one more takes it back.
  await button(page, 'Walk: note it now').click();
  await page.getByText(/^Noted: Walk, /).waitFor();
  await button(page, 'Undo').click();
  await expect.poll(() => page.getByText(/^Noted: Walk, /).count()).toBe(0);
  await button(page, 'Movement: something else, now').click();
  await button(page, 'Dance').click();
  await page.getByText(/^Noted: Dance, /).waitFor();
  expect(await axeFindings(page)).toEqual([]);

  // Its own page says the rest, and keeps it over a reload.
  await page.getByRole('link', { name: /^Movement/ }).click();
  await expect.poll(() => lead(page)).toBe('You moved on 1 of the last 7 days.');
  await button(page, 'Something else').click();
  await button(page, '20 min').click();
  await expect
    .poll(() => lead(page))
    .toBe('You moved on 1 of the last 7 days, 20 min where you said how long.');
  await page.getByRole('link', { name: 'Change or add' }).click();
  await page.getByLabel('In your word').fill('Rowing');
  await page.getByLabel('How long').fill('1:10');
  await page.getByRole('slider', { name: 'Before' }).fill('3');
  await page.getByRole('slider', { name: 'After' }).fill('7');
  await page.getByLabel('Anything else').fill('along the river');
  await page.getByRole('heading', { name: 'Rowing' }).waitFor();
  // What is still to come is no time to have moved at.
  const days = page.getByLabel('Day', { exact: true });
  await turnBack(days);
  await page.getByLabel('At', { exact: true }).fill('06:30');
  expect(await axeFindings(page)).toEqual([]);
  await button(page, 'Done').click();
  await expect
    .poll(() => rows(page))
    .toEqual([
      expect.stringMatching(/^Dance/),
      expect.stringMatching(/^Rowing\s+6:30.AM · 1 h 10 · body 3 → 7 · along the river$/),
    ]);
  await page.reload();
  await appStands(page);
  await expect.poll(() => rows(page)).toHaveLength(2);
  expect((await tableOf(page)).slice(-2)).toEqual([
    'Rowing, 1 h 10, body 3 → 7, along the river',
    'Dance',
  ]);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: /^Rowing/ }).click();
  await button(page, 'Put it away').click();
  await expect.poll(() => rows(page)).toHaveLength(1);
  await button(page, 'Undo').click();
  await expect.poll(() => rows(page)).toHaveLength(2);

  // A meal is a time and, if one likes, with what attention.
  await goTo(page, 'meals');
  await expect.poll(() => lead(page)).toMatch(/^A place for when you ate/);
  await button(page, 'Lunch').click();
  await button(page, 'Ate with attention').click();
  await expect.poll(() => rows(page)).toEqual([expect.stringMatching(/· Ate with attention$/)]);
  await page.getByRole('link', { name: 'Another time' }).click();
  await turnBack(days);
  await page.getByLabel('At', { exact: true }).fill('20:15');
  await button(page, 'Dinner').click();
  await page.getByRole('heading', { name: 'Dinner' }).waitFor();
  await button(page, 'Done').click();
  await expect.poll(() => lead(page)).toBe('Something to eat is noted on 2 of the last 7 days.');
  await page.getByRole('switch', { name: /^No counts of meals/ }).click();
  await expect.poll(() => lead(page)).toBe('When you ate is noted below, day by day.');
  expect((await tableOf(page)).slice(-2)).toEqual(['noted', 'noted']);
  await page.getByRole('switch', { name: /^On Today/ }).click();
  expect(await axeFindings(page)).toEqual([]);
});
