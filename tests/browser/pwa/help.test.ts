/** The plan for a hard moment, in the app: written in a calm hour, read in a bad one. */
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { type Chromium } from '../support/chromium.ts';
import { button, goTo, openPwa } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { closes, isLocked, turnLockOn, unlock } from '../support/lock.ts';

let chromium: Chromium;
eachBrowser((opened) => (chromium = opened), { extension: null });

const step = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 2, name, exact: true }).waitFor();

/** Adds a line to a part of the plan that is being written. */
async function addLine(page: Page, part: string, text: string): Promise<void> {
  const fields = page.getByRole('textbox', { name: `${part}: a line` });
  const add = button(page, `Add a line: ${part}`);
  await add.waitFor();
  const before = await fields.count();
  await add.click();
  await expect.poll(() => fields.count()).toBe(before + 1);
  await fields.last().fill(text);
}

/** The pages of what the browser prints on paper of so many inches, each with its size in points. */
async function printed(page: Page, paperWidth: number, paperHeight: number): Promise<string[]> {
  const session = await chromium.context.newCDPSession(page);
  const { data } = await session.send('Page.printToPDF', { paperWidth, paperHeight });
  await session.detach();
  const boxes = Buffer.from(data, 'base64')
    .toString('latin1')
    .matchAll(/\/MediaBox \[0 0 (\d+)[.\d]* (\d+)[.\d]*\]/g);
  return [...boxes].map(([, wide = '', high = '']) => `${wide} x ${high}`);
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
  // On paper stands the plan with its numbers, and nothing to press.
  await page.emulateMedia({ media: 'print' });
  await page.getByText('+44 (0)20 7946 0018').waitFor();
  for (const name of ['Print it', 'Change it', 'Germany', 'Leave at once'])
    expect(await button(page, name).isVisible(), name).toBe(false);
  expect(await page.getByRole('navigation').count()).toBe(0);
  // No place was chosen, so that none of the world's lines is on it.
  expect(await page.getByRole('heading', { name: 'Germany' }).isVisible()).toBe(false);
  expect(await printed(page, 8.27, 11.69)).toEqual(['595 x 841']);
  expect(await printed(page, 8.5, 11)).toEqual(['612 x 792']);
  await page.emulateMedia({ media: null });
  violations.push(...(await axeFindings(page)));
  expect(violations).toEqual([]);

  // From the home screen of a phone, with no network, it is there in one tap.
  const shortcut = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
    const manifest = (await (await fetch(link?.href ?? '')).json()) as {
      shortcuts: { name: string; url: string }[];
    };
    await navigator.serviceWorker.ready;
    return new URL(manifest.shortcuts.find(({ name }) => name === 'Help')?.url ?? '', link?.href)
      .href;
  });
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state))
    .toBe('activated');
  await page.close();
  await chromium.context.setOffline(true);
  const tapped = await chromium.page(shortcut);
  await step(tapped, 'What helps me alone');
  await tapped.getByText('The blue blanket.').waitFor();
  await tapped.getByRole('link', { name: 'Breathe' }).waitFor();
});

test('locked, the lines and a breath are there; the plan only where it was left readable, and no longer once that is taken back', async () => {
  const page = await openPwa(chromium, 'help/change');
  await addLine(page, 'What helps me alone', 'The blue blanket.');
  await button(page, 'Add a line of my own').click();
  await page.getByLabel('Name', { exact: true }).fill('Night desk');
  await page.getByLabel('To call').fill('555 0100');
  await button(page, 'Hide: Find a Helpline').click();
  await goTo(page, 'help');
  await page.getByRole('link', { name: 'Call 555 0100' }).waitFor();
  expect(await page.getByText('Find a Helpline').count()).toBe(0);
  await turnLockOn(page);

  const lockAndLook = async (): Promise<void> => {
    await closes(page, () => button(page, 'Lock now').click());
    await isLocked(page);
    await page.getByRole('link', { name: 'Help' }).click();
    await page.getByRole('link', { name: 'Breathe' }).waitFor();
    await page.getByRole('link', { name: /^Call/ }).first().waitFor();
    expect(await button(page, 'Change it').count()).toBe(0);
  };
  const openAgain = async (): Promise<void> => {
    await goTo(page, 'lock');
    await unlock(page);
    await button(page, 'Lock now').waitFor();
  };
  const choice = page.getByRole('switch', { name: 'Readable while locked' });

  expect(await choice.isChecked()).toBe(false);
  await choice.click();
  await page.getByText('They can be read while locked.').waitFor();
  // What is changed later is in it.
  await goTo(page, 'help/change');
  await addLine(page, 'What helps me alone', 'Cold water.');
  await goTo(page, 'lock');
  await lockAndLook();
  await page.getByText('Cold water.').waitFor();
  await page.getByText('The blue blanket.').waitFor();
  await page.getByRole('link', { name: 'Call 555 0100' }).waitFor();
  const violations = await axeFindings(page);
  await openAgain();
  await choice.click();
  await page.getByText('The unsealed copy is gone from this device.').waitFor();
  await lockAndLook();
  expect(await page.getByText('The blue blanket.').count()).toBe(0);
  expect(violations).toEqual([]);
});

test('the page on what is not safe stands first once a check was kept that says so, until it is put back', async () => {
  const page = await openPwa(chromium, 'play/how-easy-is-a-no');
  const first = page.getByRole('region', { name: 'When it is not safe' });
  const check = async (): Promise<void> => {
    await button(page, 'Begin').click();
    await button(page, 'Next').click();
    await button(page, 'no').click();
    await button(page, 'Next').click();
    await page.getByRole('heading', { name: 'What it can look like' }).waitFor();
    for (const of of ['can look', 'agreement', 'People to', 'somebody'])
      await page
        .getByRole('heading', { name: new RegExp(of) })
        .waitFor()
        .then(() => button(page, 'Next').click());
    await button(page, 'Leave out').click();
    await page.getByLabel('How could that make a no harder').fill('It is their flat.');
    await button(page, 'Next').click();
    await button(page, 'Enough for now').click();
  };
  await check();
  await button(page, 'Keep it in my journal').click();
  await page.getByText('It is in your journal.').waitFor();
  await goTo(page, 'help');
  await first.getByText('You kept a page on which a no was not safe.').waitFor();
  expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe(
    'When it is not safe',
  );
  expect(await axeFindings(page)).toEqual([]);
  await first.getByRole('link', { name: 'Open it' }).click();
  await button(page, 'Begin').waitFor();
  await goTo(page, 'help');
  await button(page, 'Not first any more').click();
  await expect.poll(() => first.count()).toBe(0);
});
