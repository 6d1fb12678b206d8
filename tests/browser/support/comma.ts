/** What a person does in Comma's screens, whichever shell shows them. */
import { type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';

import { pwaOrigin } from './build.ts';
import { type Chromium } from './chromium.ts';

const route = (screen: string): string => `#/${screen}`;
export const pwaUrl = (screen = 'today'): string => `${pwaOrigin}/${route(screen)}`;

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

/** Presses what closes its own page, which may be gone before the driver hears that it was pressed. */
export async function pressAway(page: Page, name: string): Promise<void> {
  const closed = page.waitForEvent('close');
  await button(page, name)
    .last()
    .click()
    .catch((failure: unknown) => {
      if (!page.isClosed()) throw failure;
    });
  await closed;
}

/** The page's own code has taken over the first screen that was built into it. */
export const appStands = (page: Page): Promise<void> =>
  page.locator('#app:not([aria-busy]) h1').first().waitFor();

/** Opens the extension's app at a screen. */
export async function openApp(chromium: Chromium, screen = 'today'): Promise<Page> {
  const page = await chromium.extensionPage(`app/index.html${route(screen)}`);
  await appStands(page);
  return page;
}

export async function openPwa(chromium: Chromium, screen = 'today'): Promise<Page> {
  const page = await chromium.page(pwaUrl(screen));
  await appStands(page);
  return page;
}

/** Goes to another screen of the page without loading it again. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, route(screen));
}

/** Keeps a quick note; the page stands on Today, or is the popup. */
export async function keepNote(page: Page, text: string): Promise<void> {
  await page.getByLabel('A quick note').fill(text);
  await button(page, 'Keep').click();
  await page.getByText('Kept.').waitFor();
}

/** Hours around the clock on every day, set in the settings of this page. */
export async function welcomeAlways(page: Page): Promise<void> {
  await goTo(page, 'settings');
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  await page.getByRole('heading', { name: 'Your hours' }).waitFor();
  for (const day of days) {
    const from = page.getByLabel(`${day}, from`);
    if ((await from.count()) === 0) await button(page, `Add hours on ${day}`).click();
    await from.fill('00:00');
    await page.getByLabel(`${day}, until`).fill('00:00');
  }
  await goTo(page, 'today');
  await page.getByText(/Next pause in/).waitFor();
}

/** The first meeting, confirmed by the person in a page of the popup. Both pages stay open. */
export async function meet(popup: Page, pwa: Page): Promise<void> {
  await goTo(pwa, 'settings');
  await button(pwa, 'Meet the extension').click();
  const shown = await pwa.locator('.digits').innerText();
  expect(shown).toMatch(/^\d{3} \d{3}$/);
  expect(await popup.locator('.digits').innerText()).toBe(shown);
  await button(popup, 'They match').click();
  await pwa.getByText('In step on this computer.').waitFor();
}

/** The words of the entries on this screen, newest first. */
export const entries = (page: Page): Promise<string[]> =>
  page.getByRole('article').locator('.words').allInnerTexts();

/** Writes over the words of an entry. */
export async function rewrite(page: Page, before: string, after: string): Promise<void> {
  await goTo(page, 'journal');
  await page.getByRole('article').filter({ hasText: before }).getByRole('link').click();
  await page.getByLabel('Your words').fill(after);
  await goTo(page, 'journal');
  await page.getByRole('article').getByText(after, { exact: true }).waitFor();
}

/** The words of the ledger, newest first. */
export async function ledger(page: Page): Promise<string[]> {
  await goTo(page, 'ledger');
  const rows = page.getByRole('main').getByRole('listitem');
  await rows.first().waitFor();
  return rows.allInnerTexts();
}

/** From the first breath of a pause to its choices, with one feeling named. */
export async function breatheAndName(page: Page, feeling: string): Promise<void> {
  await button(page, 'I’m here').click();
  await button(page, feeling).click();
  await page.getByRole('heading', { name: 'What would be kind now?' }).waitFor();
}

/** Softens a sentence from the choices of a pause; the first ending offered goes on from it. */
export async function soften(page: Page, harsh: string): Promise<string> {
  await page.getByRole('button', { name: /Soften a sentence/ }).click();
  await page.getByRole('textbox').fill(harsh);
  await button(page, 'Watch the full stop').click();
  await page.getByRole('listitem').getByRole('button').first().click();
  const whole = await page.getByRole('heading', { level: 1 }).innerText();
  await button(page, 'Keep it').click();
  await button(page, 'Stay a moment').waitFor();
  return whole;
}
