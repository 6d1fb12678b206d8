/** Practices, played by a person in the app. */
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { newEntryFields } from '#core/features/journal/entry.ts';

import { type Served } from '../../../scripts/server.ts';
import { axeFindings } from '../support/axe.ts';
import { servePwa } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { appStands, button, entries, goTo, openPwa } from '../support/comma.ts';
import { putFields } from '../support/records.ts';

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

const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

test('three practices are played to their ends: leaving things out, going on after a closed window, keeping the words', async () => {
  let page = await openPwa(chromium, 'practise');
  const violations: string[] = [];

  // By keyboard alone, with every step left out: it was all of it.
  await page.getByRole('link', { name: /Back into the body/ }).focus();
  await page.keyboard.press('Enter');
  await heading(page, 'Back into the body');
  await button(page, 'Begin').focus();
  await page.keyboard.press('Enter');
  await heading(page, 'Sit, stand or lie, just as you are.');
  await button(page, 'Next').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('slider', { name: 'How tense are you now?' }).focus();
  await page.keyboard.press('End');
  await button(page, 'Next').click();
  await heading(page, 'Let the breath out be the long one.');
  violations.push(...(await axeFindings(page)));
  await button(page, 'Hold').click();
  await button(page, 'Go on').click();
  for (let step = 0; step < 3; step++) await button(page, 'Next').click();
  await page.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await button(page, 'Next').click();
  await button(page, 'Next').click();
  await heading(page, 'That was all of it.');
  await page.getByText('From 10 to 0.').waitFor();
  await button(page, 'Yes').click();
  await button(page, 'Done').click();

  // A window that closes in the middle takes nothing along.
  await goTo(page, 'play/reframe');
  await button(page, 'Begin').click();
  await page.getByLabel('What is the hard sentence?').fill('I ruin every evening.');
  await button(page, 'Next').click();
  await button(page, 'Leave out').click();
  await heading(page, 'Before you answer it, two slow breaths.');
  await button(page, 'Next').click();
  await page.getByLabel('what happened, or what you miss').fill('we were so far apart');
  await page.getByText('It hurts that we were so far apart, and').waitFor();
  await button(page, 'Close').click();
  await goTo(page, 'play/reframe');
  // It is offered from the disk: by now it is there.
  await button(page, 'Go on where you were').waitFor();
  await page.close();
  page = await openPwa(chromium, 'play/reframe');
  await button(page, 'Go on where you were').click();
  await page.getByText('It hurts that we were so far apart, and').waitFor();
  await button(page, 'Back').click();
  await button(page, 'Next').click();
  violations.push(...(await axeFindings(page)));
  await button(page, 'Next').click();
  await button(page, 'closeness').click();
  await button(page, 'Next').click();
  await button(page, 'Leave out').click();
  await page.getByLabel('Now a line that is kind').fill('One evening is one evening.');
  await button(page, 'Next').click();
  await heading(page, /“I ruin every evening” How much/);
  await button(page, 'Enough for now').click();
  await heading(page, 'That was enough. It counts.');
  expect(await page.title()).not.toMatch(/evening|line|reframe/i);
  await button(page, 'Keep it in my journal').click();
  await page.getByText('It is in your journal.').waitFor();
  await button(page, 'Done').click();

  // One breath and one tap are a whole check-in.
  await goTo(page, 'play/daily-check-in');
  await page.getByRole('button', { name: /The short one/ }).click();
  await heading(page, 'A minute that asks nothing of you.');
  await button(page, 'Next').click();
  await button(page, 'foggy').click();
  await button(page, 'Next').click();
  await heading(page, 'That was all of it.');
  violations.push(...(await axeFindings(page)));
  await button(page, 'Done').click();

  // Nobody sees later that this was read.
  await goTo(page, 'play/when-it-is-not-safe');
  await button(page, 'Begin').waitFor();
  expect(await button(page, 'Favourite').count()).toBe(0);
  await button(page, 'Begin').click();
  await button(page, 'Enough for now').click();
  await button(page, 'Done').click();
  const lately = page.getByRole('region', { name: 'Lately' });
  await lately.getByRole('link', { name: /Daily check-in/ }).waitFor();
  expect(await lately.getByRole('link', { name: /not safe/ }).count()).toBe(0);

  await goTo(page, 'journal');
  await button(page, 'Show').click();
  await expect.poll(() => entries(page)).toEqual([expect.stringContaining('One evening is')]);
  await goTo(page, 'play/reframe');
  await appStands(page);
  await button(page, 'Begin').waitFor();
  expect(await button(page, 'Go on where you were').count()).toBe(0);
  expect(violations).toEqual([]);
});

test('each telling of a story stands beside the others under its entry, and a month of small things makes a page', async () => {
  const page = await openPwa(chromium, 'play/told-again');
  await page.setViewportSize({ width: 360, height: 740 });
  const at = (step: number): Promise<void> =>
    page.getByText(new RegExp(`^${step} of \\d+$`)).waitFor();
  const pass = async (from: number, to: number): Promise<void> => {
    for (let step = from; step < to; step++) {
      await at(step);
      await page.getByRole('button', { name: /^(Leave out|Next)$/ }).click();
    }
    await at(to);
  };
  const keep = async (): Promise<void> => {
    await button(page, 'Enough for now').click();
    await button(page, 'Keep it in my journal').click();
    await page.getByText('It is in your journal.').waitFor();
  };
  const words = page.getByRole('textbox').first();
  await button(page, 'Begin').click();
  await pass(1, 2);
  await words.fill('I ruined it.');
  await pass(2, 7);
  await words.fill('I was nine.');
  await keep();

  await goTo(page, 'journal');
  await button(page, 'Show').first().click();
  await page.getByRole('article').filter({ hasText: 'I was nine.' }).getByRole('link').click();
  await page.getByRole('link', { name: 'Once more, from here' }).click();
  await button(page, 'With what I had last time').click();
  await pass(1, 2);
  expect(await words.inputValue()).toBe('I was nine.');
  await pass(2, 7);
  await words.fill('We were both tired.');
  await keep();

  await goTo(page, 'journal');
  const newest = page.getByRole('article').first();
  await newest.getByRole('button', { name: 'Show' }).click();
  await newest.getByText('We were both tired.').waitFor();
  await newest.getByRole('link').click();
  const beside = page.getByRole('region', { name: 'Side by side' }).locator('.words');
  const told = ['I ruined it.', 'I was nine.', 'We were both tired.'];
  await expect.poll(() => beside.allInnerTexts()).toEqual(told);
  const violations = await axeFindings(page);

  await goTo(page, 'play/small-wins');
  await button(page, 'Begin').click();
  await words.fill('I asked for help.');
  await button(page, 'Next').click();
  await button(page, 'an attempt').click();
  await keep();
  await page.getByRole('link', { name: /^Your pages/ }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'I asked for help.' });
  await line.getByText('an attempt').waitFor();
  violations.push(...(await axeFindings(page)));
  await button(page, 'The month before').click();
  await page.getByText('A quiet month here.').waitFor();
  expect(violations).toEqual([]);
});

test('a letter shows nothing of itself before its day, is opened early by choice, and Today says once that one can be opened', async () => {
  const page = await openPwa(chromium, 'play/a-letter');
  await page.getByRole('button', { name: /The short one/ }).click();
  await page.getByLabel('Let them write. First, what they see.').fill('I see how tired you are.');
  await button(page, 'Next').click();
  await button(page, 'in a week').click();
  const violations = await axeFindings(page);
  await button(page, 'Next').click();
  await button(page, 'Keep it in my journal').click();
  await page.getByText('closed until then').waitFor();
  await button(page, 'Done').click();

  await goTo(page, 'journal');
  const card = page.getByRole('article').filter({ hasText: 'A letter. It opens on' });
  await card.waitFor();
  const told = await page.getByRole('main').innerText();
  expect(told).not.toMatch(/tired|letter to you/i);
  await card.getByRole('link').click();
  await heading(page, /^A letter. It opens on/);
  expect(await page.getByRole('main').innerText()).not.toMatch(/tired|letter to you/i);
  violations.push(...(await axeFindings(page)));
  await button(page, 'Open it now').click();
  await page.getByText(/You meant it for/).waitFor();
  await button(page, 'Leave it closed').click();
  expect(await page.getByLabel('Your words').count()).toBe(0);
  await button(page, 'Open it now').click();
  await button(page, 'Open it').click();
  await expect
    .poll(() => page.getByLabel('Your words').inputValue())
    .toContain('how tired you are');
  await page.getByRole('link', { name: 'A few lines for after reading' }).waitFor();

  // One whose day has come, kept by another device.
  const dayAgo = Date.now() - 24 * 3_600_000;
  const origin = { source: 'practice', shell: 'extension', created: dayAgo } as const;
  const draft = { at: dayAgo, zone: 'UTC', title: 'From then', opensAt: Date.now() - 60_000 };
  await putFields(page, [
    { id: 'entry:from-then', kind: 'entry', fields: newEntryFields(draft, origin, 4) },
    { id: 'letter:entry:from-then', kind: 'letter', fields: { day: '2001-01-01' } },
  ]);
  await goTo(page, 'today');
  await page.reload();
  const today = page.getByRole('region', { name: 'A letter can be opened.' });
  await today.waitFor();
  expect(await today.innerText()).not.toContain('From then');
  violations.push(...(await axeFindings(page)));
  await button(page, 'Open it').click();
  await page.getByLabel('Your words').waitFor();
  await goTo(page, 'today');
  await today.waitFor({ state: 'detached' });
  expect(violations).toEqual([]);
});
