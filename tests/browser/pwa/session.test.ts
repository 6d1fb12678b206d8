/** A page for a session: chosen, struck out, seen before, and on paper as a PDF. */
import { readFile } from 'node:fs/promises';

import { type Locator, type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { type Chromium } from '../support/chromium.ts';
import { appStands, button, goTo, keepNote, openPwa } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { pdfPages, type PdfPage } from '../support/pdf.ts';
import { turnBack } from '../support/turn-back.ts';

let chromium: Chromium;

eachBrowser(
  (opened) => {
    chromium = opened;
  },
  { extension: null },
);

/** As the browser saves the page it would print, on the paper that the page asks for. */
async function printed(page: Page): Promise<PdfPage[]> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.printToPDF', { preferCSSPageSize: true });
  await session.detach();
  return pdfPages(Buffer.from(data, 'base64'));
}

const sizes = (pages: readonly PdfPage[]): string[] =>
  pages.map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`);
const wordsOf = (pages: readonly PdfPage[]): string =>
  pages
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/g, ' ');

async function logNight(page: Page, morning: number, from: string): Promise<void> {
  await goTo(page, 'night');
  await turnBack(page.getByLabel('The morning you got up'), morning);
  await page.getByLabel('In bed at').fill(from);
  await page.getByLabel('Out of bed at').fill('07:00');
  await button(page, 'good').click();
  await button(page, 'Done').click();
  await page.locator('tbody tr').nth(morning).waitFor({ state: 'attached' });
}

const long = 'The evening went on, and then it was quiet again. '.repeat(40);

test('a person chooses days and entries, strikes words out, and prints a page with nothing else on it', async () => {
  const page = await openPwa(chromium);
  await logNight(page, 0, '23:10');
  await logNight(page, 1, '22:30');
  await goTo(page, 'today');
  await keepNote(page, 'I told Marguerite about the house.');
  await keepNote(page, `A long one. ${long}`);
  await keepNote(page, `Another long one. ${long}`);
  await keepNote(page, 'This stays with me.');
  await goTo(page, 'entry/new');
  await page.getByLabel('Your words').fill('Between me and the page.');
  await page.getByRole('switch', { name: 'Private' }).click();
  await button(page, 'Keep').click();

  await button(page, 'A page for my session').click();
  await page.getByLabel('A question to bring').fill('How long does this take?');
  await button(page, 'Add').click();
  await page.getByRole('listitem').getByText('How long does this take?').first().waitFor();
  const paper = page.getByRole('region', { name: 'The page, as it will be' });
  expect(await paper.innerText()).not.toContain('Entries');

  // Nothing was chosen for them, and what is private does not even show its words.
  const entries = page.getByRole('region', { name: 'Entries' });
  expect(await entries.getByRole('switch', { checked: true }).count()).toBe(0);
  expect(await entries.innerText()).not.toContain('Between me');
  const entry = (beginning: string): Locator =>
    entries.locator('label').filter({ hasText: beginning }).getByRole('switch');
  for (const beginning of ['I told', 'A long', 'Another long']) await entry(beginning).click();
  await entries
    .getByRole('listitem')
    .filter({ hasText: 'I told' })
    .getByRole('button', { name: /^Strike out words/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Marguerite', exact: true }).click();
  await button(page, 'Done').click();
  await paper.getByText('I told […] about the house.').waitFor();

  const letter = await printed(page);
  expect(new Set(sizes(letter))).toEqual(new Set(['612 × 792']));
  await page.getByRole('radio', { name: 'A4' }).check({ force: true });
  await expect
    .poll(async () => new Set(sizes(await printed(page))))
    .toEqual(new Set(['595 × 842']));
  const pages = await printed(page);
  expect(pages.map(({ text }) => text.trim() === '')).toEqual([false, false]);
  const words = wordsOf(pages);
  for (const there of [
    'Notes for a session',
    'How long does this take?',
    'In bed about',
    'Night by night',
    'I told […] about the house.',
    'Another long one.',
  ])
    expect(words).toContain(there);
  // Not covered: not there. And nothing of the screen around it.
  for (const absent of [
    'Marguerite',
    'stays with me',
    'Between me',
    'Today',
    'Which days',
    'Print',
  ])
    expect(words).not.toContain(absent);
  // An entry that fits on a page is on one page.
  const [first, second] = pages;
  expect(first?.text.includes('Another long one.')).toBe(false);
  expect(second?.text).toContain('Another long one.');
  expect(await page.title()).toBe('Comma');

  // What is private comes only when it is asked for, and goes again by itself.
  await entries.getByRole('button', { name: /^Show/ }).click();
  await page.getByRole('button', { name: 'Leave at once' }).waitFor();
  await entry('Between me').click();
  await paper.getByText('Between me and the page.').waitFor();
  await page.reload();
  await appStands(page);
  await paper.getByText('I told […] about the house.').waitFor();
  expect(await paper.innerText()).not.toMatch(/Between me|Marguerite/);

  // After it, the next page begins with the questions and no entry.
  await button(page, 'I had my session today').click();
  await page.getByText('Noted. The next page begins today.').waitFor();
  await expect.poll(() => paper.innerText()).not.toContain('I told');
  expect(await paper.innerText()).toContain('How long does this take?');
  expect(await axeFindings(page)).toEqual([]);

  // One entry as a card: the same words are gone from the picture's page and from the paper.
  await goTo(page, 'share');
  await page.getByRole('link').filter({ hasText: 'I told Marguerite' }).click();
  await button(page, 'Marguerite').click();
  const card = page.getByRole('region', { name: 'The card, as it will be' });
  await card.getByText('I told […] about the house.').waitFor();
  const printedCard = await printed(page);
  expect(printedCard.map(({ text }) => text.trim())).toEqual(['I told […] about the house.']);
  const saved = page.waitForEvent('download');
  await button(page, 'Save as a picture').click();
  const picture = await readFile(await (await saved).path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBe(1080);

  // A look back shows what was chosen, and a week of the body and the heart what is known.
  await goTo(page, 'month/back');
  expect(await page.getByRole('main').innerText()).not.toContain('I told');
  await page.getByRole('switch', { name: 'My words, then and now' }).click();
  const now = page.getByLabel('An entry of this month');
  expect(await now.innerText()).not.toContain('Private');
  await now.selectOption({ label: await optionOf(now, 'I told Marguerite') });
  await page.getByRole('group', { name: /^Now/ }).getByText('I told Marguerite').waitFor();
  await page.getByRole('switch', { name: 'Entries that ended with a kind line' }).click();
  await page.getByText('No entry of this month came from such a practice.').waitFor();
  await goTo(page, 'body-heart');
  await page.getByText('Noted: 2 nights.').waitFor();
  await page
    .getByText('It takes 14 days that tell both an anchor and a feeling. There are 0.')
    .waitFor();
});

/** The whole label of the choice that has these words in it. */
async function optionOf(select: Locator, words: string): Promise<string> {
  const labels = await select.locator('option').allInnerTexts();
  return labels.find((label) => label.includes(words)) ?? '';
}
