/** The plan for a hard moment, in the app: written in a calm hour, read in a bad one. */
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

const step = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 2, name, exact: true }).waitFor();

/** Adds a line to a part of the plan that is being written. */
async function addLine(page: Page, part: string, text: string): Promise<void> {
  const fields = page.getByRole('textbox', { name: `${part}: a line` });
  const before = await fields.count();
  await button(page, `Add a line: ${part}`).click();
  await expect.poll(() => fields.count()).toBe(before + 1);
  await fields.last().fill(text);
}

test('a plan is written line by line, read step by step, and what was removed comes back', async () => {
  let page = await openPwa(chromium, 'help');
  const violations: string[] = [];
  violations.push(...(await axeFindings(page)));
  await button(page, 'Write my plan').click();
  await page.getByRole('heading', { level: 1, name: 'My plan' }).waitFor();
  await addLine(page, 'What helps me alone', 'Cold water on my wrists.');
  await addLine(page, 'What helps me alone', 'The blue blanket.');
  await addLine(page, 'How it begins', 'I stop answering.');
  await button(page, 'Add someone: People I can ask').click();
  await page.getByLabel('Name, or any word for them').fill('Ines');
  await page.getByLabel('Number, address or link').fill('+44 (0)20 7946 0018');
  await page.getByLabel('First words, ready to send').fill('It is one of those evenings.');
  await page.getByLabel('What they are good for').fill('She listens and says little.');
  violations.push(...(await axeFindings(page)));
  await button(page, 'Move earlier: The blue blanket.').click();
  await page.getByText('Now 1 of 2.').waitFor();
  await button(page, 'Remove: Cold water on my wrists.').click();
  await page.getByText('Removed.').waitFor();
  await button(page, 'Undo').click();
  await button(page, 'Remove: Cold water on my wrists.').waitFor();
  // What was typed last is kept when the window closes.
  await goTo(page, 'help');
  await page.getByText('Cold water on my wrists.').waitFor();
  await page.close();

  page = await openPwa(chromium, 'help');
  await step(page, 'What helps me alone');
  await page.getByText('I stop answering.').waitFor();
  const lines = page.getByRole('region', { name: 'What helps me alone' }).getByRole('listitem');
  expect(await lines.allInnerTexts()).toEqual([
    'I stop answering.',
    'The blue blanket.',
    'Cold water on my wrists.',
  ]);
  violations.push(...(await axeFindings(page)));
  await button(page, 'Not enough? Next').click();
  await step(page, 'People I can ask');
  const hrefOf = (name: string): Promise<string | null> =>
    page.getByRole('link', { name, exact: true }).getAttribute('href');
  expect(await hrefOf('Call Ines')).toBe('tel:+442079460018');
  expect(await hrefOf('Text Ines')).toBe(
    'sms:+442079460018?&body=It%20is%20one%20of%20those%20evenings.',
  );
  await page.getByText('She listens and says little.').waitFor();
  expect(await page.title()).toBe('Comma');
  expect(new URL(page.url()).hash).toBe('#/help');
  await button(page, 'All of it').click();
  await step(page, 'How it begins');
  violations.push(...(await axeFindings(page)));
  expect(violations).toEqual([]);
});
