/** Anchors of one's own, from a starter to what was kept of it. */
import { type Locator, type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { type Chromium } from '../support/chromium.ts';
import { appStands, button, goTo, openPwa } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { shapeOf } from '../support/vault.ts';

let chromium: Chromium;

eachBrowser(
  (opened) => {
    chromium = opened;
  },
  { extension: null },
);

const line = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
const sheet = (page: Page): Locator => page.getByRole('dialog');

/** From the words of a starter, as they are offered. */
async function begin(page: Page, starter: string): Promise<void> {
  await goTo(page, 'anchors');
  await button(page, 'Add an anchor').click();
  await button(page, starter).click();
  await button(page, 'Done').click();
  await page.getByRole('heading', { level: 1, name: starter }).waitFor();
}

test('an anchor begins with a starter, is noted in one tap, corrected, rested, counted, and removed and brought back', async () => {
  const page = await openPwa(chromium);
  await begin(page, 'Medication taken');
  await begin(page, 'Winding down');
  expect(await axeFindings(page)).toEqual([]);

  // Today, and yesterday in one tap more.
  await goTo(page, 'today');
  await button(page, 'Medication taken: done').click();
  await line(page, 'Medication taken')
    .getByText(/^Done · 1 of \d this week$/)
    .waitFor();
  await page.getByRole('radio', { name: 'Yesterday' }).check();
  const yesterday = button(page, 'Medication taken: done');
  expect(await yesterday.getAttribute('aria-pressed')).toBe('false');
  await yesterday.click();
  await expect.poll(() => yesterday.getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('radio', { name: 'Today' }).check();

  // Some of the steps count.
  await page.getByRole('button', { name: /^Winding down: / }).click();
  await sheet(page)
    .getByRole('checkbox', { name: /^Lights low/ })
    .check();
  await sheet(page).getByText('Part counts.').waitFor();
  const { version } = await shapeOf(page);
  await sheet(page).getByLabel('A few words, if you like').fill('Rain outside.');
  await expect.poll(() => shapeOf(page).then((now) => now.version)).toBeGreaterThan(version);
  await button(page, 'Close').last().click();
  await line(page, 'Winding down')
    .getByText(/1 of 4 steps .* Part counts\./)
    .waitFor();

  // After a reload, and in a second window, it is all there.
  await page.reload();
  await appStands(page);
  const other = await openPwa(chromium);
  await other
    .getByText(/^Done · 1 of \d this week$/)
    .or(other.getByText(/^Done · 2 of \d this week$/))
    .waitFor();
  await button(other, 'Medication taken: done').click();
  const today = button(page, 'Medication taken: done');
  await expect.poll(() => today.getAttribute('aria-pressed')).toBe('false');
  await other.close();

  // Its own page: a sign a day, what was kept, and rest without a quota.
  await page.getByRole('link', { name: /^Winding down/ }).click();
  await page
    .getByRole('table')
    .getByRole('button', { name: /: Part$/ })
    .waitFor();
  await page.getByText('Rain outside.').waitFor();
  await page.getByText(/^(?:Kept )?1 of \d this week\./).waitFor();
  await button(page, 'Rest').click();
  await button(page, 'Rest').last().click();
  await button(page, 'Rest').click();
  await button(page, 'End it').waitFor();
  await button(page, 'Close').last().click();
  await goTo(page, 'anchors');
  await page
    .getByText('Resting, as long as you like.')
    .or(page.getByText(/1 of 4 steps/))
    .first()
    .waitFor();

  // Removed, and brought back with its days.
  await page.getByRole('link', { name: /^Winding down/ }).click();
  await button(page, 'Remove').click();
  await page.getByText('Winding down is removed.').waitFor();
  await button(page, 'Undo').click();
  await page
    .getByRole('table')
    .getByRole('button', { name: /: Part$/ })
    .waitFor();
});

test('a form says what it takes, and asks in words', async () => {
  const page = await openPwa(chromium, 'anchor-form');
  await button(page, 'Done').click();
  await page.getByText('A word or two, so that you find it again.').waitFor();
  await page.getByLabel('What is it').fill('Lights out');
  await page.getByRole('radio', { name: 'A time' }).check();
  await page.getByRole('radio', { name: 'A week' }).check();
  await page.getByLabel('Days a week').fill('9');
  await page.getByText('A whole number from 1 to 7.').waitFor();
  await page.getByLabel('Days a week').fill('5');
  await page.getByLabel('What makes such a day').selectOption('before');
  await page.getByLabel('Time', { exact: true }).fill('23:00');
  await page.getByRole('switch', { name: /^It is about going to bed/ }).check();
  await page.getByText(/^Before 11:00\sPM on 5 of 7 nights\./).waitFor();
  await button(page, 'Done').click();
  await page.getByRole('heading', { level: 1, name: 'Lights out' }).waitFor();
  // A time a little late: both answers are fine.
  await page.getByRole('button', { name: /^Lights out: / }).click();
  await sheet(page).getByLabel('At what time').fill('23:20');
  await sheet(page)
    .getByText(/^11:20\sPM\. Was it a good reason or a hard one\?$/)
    .waitFor();
  await button(page, 'A good reason').click();
  await expect.poll(() => button(page, 'A good reason').getAttribute('aria-pressed')).toBe('true');
  await sheet(page).getByText('Part counts.').waitFor();
  expect(await axeFindings(page)).toEqual([]);
});
