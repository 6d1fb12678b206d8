/** Sleep, from Today to the picture of the nights. */
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { type Chromium } from '../support/chromium.ts';
import { appStands, button, goTo, openPwa, pwaUrl } from '../support/comma.ts';
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
const table = (page: Page): Promise<string[]> => page.locator('tbody tr').allInnerTexts();

test('last night is logged with two times and a word, changed, undone, seen as a picture, and put away and brought back', async () => {
  const page = await openPwa(chromium);
  // Until there is a night, one sentence and a button are enough.
  await goTo(page, 'sleep');
  await expect.poll(() => lead(page)).toMatch(/^A place for your nights\./);
  await button(page, 'Log last night').waitFor();
  expect(await page.getByRole('img').or(page.getByRole('radio')).count()).toBe(0);
  await goTo(page, 'today');
  const anchors = page.getByRole('region', { name: 'Anchors' });
  await anchors.getByRole('link', { name: 'Log last night' }).click();
  await page.getByLabel('In bed at').fill('23:10');
  await page.getByLabel('Out of bed at').fill('07:00');
  await button(page, 'good').click();
  await button(page, 'Done').click();
  await expect.poll(() => lead(page)).toBe('You were in bed about 7 h 50, from 1 night.');
  expect(await table(page)).toEqual([
    expect.stringMatching(/11:10\sPM\s+7:00\sAM\s+7 h 50\s+–\s+–/),
  ]);

  // What is on the disk is a sealed record like any other; after a reload it is all there.
  await page.reload();
  await appStands(page);
  await goTo(page, 'today');
  await anchors.getByText(/11:10.PM – 7:00.AM · in bed 7 h 50/).waitFor();
  await anchors.getByRole('link', { name: 'Change' }).click();
  await expect.poll(() => page.getByLabel('Out of bed at').inputValue()).toBe('07:00');
  expect(await button(page, 'good').getAttribute('aria-pressed')).toBe('true');
  await page.getByLabel('Out of bed at').fill('08:30');
  await page.getByText('Kept.').waitFor();
  await button(page, 'Undo').click();
  await expect.poll(() => page.getByLabel('Out of bed at').inputValue()).toBe('07:00');

  // A nap and a second sleep of that day.
  await button(page, 'Done').click();
  await page.getByRole('link', { name: /in bed 7 h 50/ }).click();
  await button(page, 'A nap').click();
  await page.getByLabel('From', { exact: true }).fill('13:10');
  await page.getByLabel('How long').fill('1:10');
  await button(page, 'Done').click();
  await expect.poll(() => table(page)).toEqual([expect.stringMatching(/7 h 50\s+–\s+1 h 10$/)]);
  await page.getByRole('link', { name: /in bed 7 h 50/ }).click();
  await button(page, 'A second sleep').click();
  await expect.poll(() => page.getByLabel('In bed at').inputValue()).toBe('');
  await page.getByLabel('In bed at').fill('15:00');
  await page.getByLabel('Out of bed at').fill('16:30');
  await button(page, 'Undo').click();
  await expect.poll(() => page.getByLabel('In bed at').inputValue()).toBe('');
  await page.getByRole('link', { name: 'Sleep' }).click();
  await expect.poll(() => table(page)).toHaveLength(1);
  await page.getByRole('link', { name: /in bed 7 h 50/ }).click();

  // The night before, with a time of the nights that are known.
  await turnBack(page.getByLabel('The morning you got up'));
  await page.getByRole('heading', { name: /^The night to / }).waitFor();
  await page.getByLabel('In bed at').fill('00:30');
  await page.getByLabel('Out of bed at').fill('06:30');
  await button(page, 'Done').click();
  await expect.poll(() => lead(page)).toBe('You were in bed about 6 h 55, from 2 nights.');
  expect(await page.getByRole('img', { name: '14 nights, one bar each' }).count()).toBe(1);
  await page.getByRole('radio', { name: '90' }).check({ force: true });
  await page.getByRole('img', { name: '90 nights, one bar each' }).waitFor();
  await button(page, 'Earlier').click();
  await expect.poll(() => lead(page)).toMatch(/^No night is noted here\./);
  await button(page, 'Later').click();
  await expect.poll(() => lead(page)).toBe('You were in bed about 6 h 55, from 2 nights.');
  await page.locator('summary', { hasText: 'In bed' }).click();
  await page.getByText('Time in bed: from getting in to getting out.').waitFor();
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('switch', { name: 'Only the diary' }).click();
  await expect.poll(() => lead(page)).toBe('2 nights noted.');
  expect(await page.getByText('In figures').count()).toBe(0);
  expect(await page.getByRole('main').innerText()).not.toMatch(/\d h/);

  // From right to left the evening is on the right.
  const left = (name: string): Promise<number> =>
    page.locator('svg .at', { hasText: name }).evaluate((each) => each.getBoundingClientRect().x);
  expect(await left('8 PM')).toBeLessThan(await left('8 AM'));
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await page.setViewportSize({ width: 320, height: 700 });
  await expect.poll(async () => (await left('8 PM')) > (await left('8 AM'))).toBe(true);
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    ),
  ).toBe(true);

  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await button(page, 'Put this night away').click();
  await expect.poll(() => lead(page)).toBe('1 night noted.');
  await button(page, 'Undo').click();
  await expect.poll(() => lead(page)).toBe('2 nights noted.');
  expect(await table(page)).toHaveLength(2);
});

test('a time that the clock showed twice is asked about, and what does not add up is said and kept', async () => {
  const page = await chromium.context.newPage();
  await standsAt(page, '2026-11-01T15:00:00Z', 'America/New_York');
  await page.goto(pwaUrl('night'));
  await appStands(page);
  await page.getByLabel('In bed at').fill('00:45');
  await page.getByLabel('Out of bed at').fill('08:10');
  await page.getByText('The rest, when you like').click();
  await page.getByLabel('Ready to sleep at').fill('01:30');
  await page.getByLabel('Last woke at').fill('08:00');
  await page.getByLabel('Until asleep').fill('0:10');
  await page.getByLabel('Times awake').fill('0');
  const twice = page.getByRole('group', { name: /showed 1:30.AM twice/ });
  await twice.getByRole('radio', { name: 'After it' }).check({ force: true });
  await page.getByLabel('Until asleep').fill('soon');
  await page.getByText('Minutes up to a day, such as 20 or 1:20.').waitFor();
  await page.getByLabel('Until asleep').fill('600');
  await page.getByText(/don’t add up yet: 10 h of waking in 6 h 30/).waitFor();
  await page.getByLabel('Until asleep').fill('10');
  await page.getByLabel('Anything else about this night').fill('The clocks went back.');
  await button(page, 'Add one').click();
  await page.getByLabel('What', { exact: true }).fill('Chamomile');
  expect(await axeFindings(page)).toEqual([]);
  await button(page, 'Done').click();
  await expect.poll(() => lead(page)).toBe('You were asleep about 6 h 20, from 1 night.');
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await page.getByText('The rest, when you like').click();
  await expect
    .poll(() => page.getByLabel('Anything else about this night').inputValue())
    .toBe('The clocks went back.');
  expect(await page.getByLabel('What', { exact: true }).inputValue()).toBe('Chamomile');
  expect(await twice.getByRole('radio', { name: 'After it' }).isChecked()).toBe(true);
});
