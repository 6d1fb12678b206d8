/** A practice pack that somebody else wrote, from the file to what is practised. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Served } from '../../../scripts/server.ts';
import { axeFindings } from '../support/axe.ts';
import { servePwa } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { button, goTo, openPwa } from '../support/comma.ts';

let served: Served;
let chromium: Chromium;

beforeAll(async () => {
  served = await servePwa();
  chromium = await Chromium.open({ extension: null });
});
afterAll(async () => {
  await chromium.close();
  await served.close();
});

const sample = await readFile(
  join(import.meta.dirname, '../../../docs/packs/before-a-talk.json'),
  'utf8',
);

const give = (page: Page, text: string): Promise<void> =>
  page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'pack.json', mimeType: 'application/json', buffer: Buffer.from(text) });

test('a pack is refused whole or looked at word by word, taken in part, played, and taken away again', async () => {
  const page = await openPwa(chromium, 'practise');
  const violations: string[] = [];
  await page.getByRole('link', { name: /Practice packs/ }).click();

  // A link in the last of its texts refuses all of it, and says where.
  await give(page, sample.replace('there is time.', 'there is time: www.example.org'));
  await page.getByText('There is a link or an address in it.').waitFor();
  await page.getByText('Where: practice 2, step 1, “text”.').waitFor();
  violations.push(...(await axeFindings(page)));

  await give(page, sample);
  await page.getByRole('heading', { name: 'Before a hard talk' }).waitFor();
  await page.getByText('1 practice, 1 card and 3 lines.').waitFor();
  await page.getByText('Not signed.').waitFor();
  await page.getByText('Every word of it').first().click();
  await page.getByText('Let the breath out be the long one.').waitFor();
  violations.push(...(await axeFindings(page)));
  await page.getByRole('checkbox', { name: /I would like to answer that tomorrow/ }).uncheck();
  await button(page, 'Take these 4').click();
  await page.getByText('It is with your practices and decks now.').waitFor();

  await page.getByRole('link', { name: 'Feet first' }).click();
  await page.getByText(/From Dr Ines Sample\. About 2 min\./).waitFor();
  expect(page.url()).not.toMatch(/feet|talk/i);
  await button(page, 'Begin').click();
  await page.getByRole('heading', { name: /Feel both feet on the floor/ }).waitFor();
  await button(page, 'Enough for now').click();
  await button(page, 'Done').click();
  const lately = page.getByRole('region', { name: 'Lately' });
  await lately.getByRole('link', { name: /Feet first .* From Dr Ines Sample/ }).waitFor();
  await goTo(page, 'practise/warmth');
  await page.getByText('Two things can be true at once, and I can hold both.').waitFor();

  await goTo(page, 'packs');
  await button(page, 'Remove the pack').click();
  await page.getByText('Nothing yet.').waitFor();
  violations.push(...(await axeFindings(page)));
  await button(page, 'Undo').click();
  await page.getByRole('link', { name: 'Feet first' }).waitFor();
  await button(page, 'Remove the pack').click();
  await goTo(page, 'practise');
  await page
    .getByRole('link', { name: /Back into the body/ })
    .first()
    .waitFor();
  expect(await page.getByRole('link', { name: /Feet first/ }).count()).toBe(0);
  expect(violations).toEqual([]);
});
