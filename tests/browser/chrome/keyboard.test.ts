import { type Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Chromium } from '../support/chromium.ts';
import { button, entries, goTo, ledger, openApp } from '../support/comma.ts';
import { offered, pendingOf, ring, toldCallUntil, workedFor } from '../support/engine.ts';
import { openHours } from '../support/records.ts';

let chromium: Chromium;
let app: Page;

beforeEach(async () => {
  chromium = await Chromium.open();
  app = await openApp(chromium);
});
afterEach(() => chromium.close());

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    const label = at?.getAttribute('aria-label') ?? at?.textContent ?? '';
    const named = at instanceof HTMLTextAreaElement || at instanceof HTMLInputElement;
    return (named ? (at.labels?.[0]?.textContent ?? label) : label).trim();
  });

/** Moves on with the Tab key until the focus is on what is called that. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const at = await focused(page);
    if (typeof name === 'string' ? at === name : name.test(at)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key never comes to ${String(name)}.`);
}

async function pressOn(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

const headingHasFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.tagName === 'H1');

/** The heading of the step that has just come, once the focus has moved to it. */
async function arrived(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  await expect.poll(() => headingHasFocus(page)).toBe(true);
}

test('a whole pause needs no more than a keyboard, and each step is read from its heading', async () => {
  await openHours(app);
  await pressOn(app, 'Pause now');
  await expect.poll(() => headingHasFocus(app)).toBe(true); // when the first second is over
  await pressOn(app, 'I’m here');
  await arrived(app, 'What is here?');
  await pressOn(app, /^(tense|worried)$/);
  await arrived(app, 'What would be kind now?');
  await pressOn(app, /^Write a line/);
  await arrived(app, 'One line, if you like');
  await tabTo(app, 'One line for your journal');
  await app.keyboard.type('by keys alone');
  await app.keyboard.press('Enter');
  await arrived(app, 'Enough is enough.');
  await pressOn(app, /^Stay a moment/);
  await pressOn(app, 'Back to my day');
  await expect.poll(() => app.url()).toContain('#/today');
  await goTo(app, 'journal');
  await expect.poll(() => entries(app)).toEqual(['by keys alone']);
});

test('a sentence is softened by keyboard alone', async () => {
  await app.emulateMedia({ reducedMotion: 'reduce' });
  await goTo(app, 'pause/comma');
  await arrived(app, 'What does the harsh voice say?');
  await tabTo(app, 'What does the harsh voice say?');
  await app.keyboard.press('Tab');
  await app.keyboard.type('I never finish anything.');
  await app.keyboard.press('Enter');
  await arrived(app, 'How does it go on?');
  await expect.poll(() => app.locator('[inert]').count()).toBe(0);
  await pressOn(app, /^, /);
  await arrived(app, /^I never finish anything, /);
  await pressOn(app, 'Keep it');
  await arrived(app, 'Enough is enough.');
});

test('T38: keys and clicks meant for something else are let by in the first second', async () => {
  // What the first screens wait for is there before time stands still.
  await goTo(app, 'journal');
  await app.getByRole('heading', { level: 1 }).waitFor();
  await app.clock.install();
  await app.clock.pauseAt(Date.now() + 60_000); // from here on a second lasts as long as we say
  await goTo(app, 'pause');
  const leave = app.getByText('Back to my day');
  await leave.waitFor();
  expect(await app.locator('[inert]').count()).toBe(1);
  for (const key of ['Escape', 'Enter', 'Space', 'Tab', 'Enter', 'a', 'Escape'])
    await app.keyboard.press(key);
  const box = await leave.boundingBox();
  await app.mouse.click((box?.x ?? 0) + 5, (box?.y ?? 0) + 5);
  expect(await app.locator('[inert]').count()).toBe(1);
  expect(app.url()).toContain('#/pause');
  await app.clock.runFor(1_000);
  await expect.poll(() => app.locator('[inert]').count()).toBe(0);
  await app.keyboard.press('Escape');
  await expect.poll(() => app.url()).toContain('#/today');
});

test('Escape leaves a pause, and that counts', async () => {
  await openHours(app);
  await goTo(app, 'pause');
  await expect.poll(() => pendingOf(app).then((pending) => pending?.phase)).toBe('open');
  await expect.poll(() => headingHasFocus(app)).toBe(true);
  await app.keyboard.press('Escape');
  await expect.poll(() => app.url()).toContain('#/today');
  await expect.poll(() => ledger(app).then(([last]) => last)).toContain('Short ones count.');
});

test('with reduced motion the breath keeps its word and its line, and nothing moves', async () => {
  await app.emulateMedia({ reducedMotion: 'reduce' });
  await goTo(app, 'pause');
  const word = app
    .getByRole('main')
    .getByText(/^(in|out|hold)\b/i)
    .first();
  await word.waitFor();
  const first = await word.innerText();
  const line = app.getByRole('progressbar');
  const begun = await line.evaluate((bar: HTMLProgressElement) => bar.value);
  await expect
    .poll(() => line.evaluate((bar: HTMLProgressElement) => bar.value))
    .toBeGreaterThan(begun);
  await expect.poll(() => word.innerText()).not.toBe(first);
  const moving = await app.evaluate(() =>
    document
      .getAnimations()
      .map((animation) => (animation.effect as KeyframeEffect).getKeyframes())
      .filter((frames) => frames.some((frame) => 'transform' in frame || 'scale' in frame)),
  );
  expect(moving).toEqual([]);
});

test('the popup is whole by keyboard: a note, quiet and its end, a pause', async () => {
  const popup = await chromium.extensionPage('popup/index.html');
  await popup.getByLabel('A quick note').waitFor();
  await tabTo(popup, 'A quick note');
  await popup.keyboard.type('noted by keys');
  await popup.keyboard.press('Control+Enter');
  await popup.getByText('Kept.').waitFor();
  await popup.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
  });
  await pressOn(popup, 'Quiet');
  await popup.getByRole('dialog').waitFor();
  await popup.keyboard.press('Escape');
  await expect.poll(() => popup.getByRole('dialog').count()).toBe(0);
  await expect.poll(() => focused(popup)).toBe('Quiet');
  const opening = chromium.context.waitForEvent('page');
  await popup.evaluate(() => {
    (document.activeElement as HTMLElement).blur();
  });
  await pressOn(popup, 'Pause now');
  const pause = await opening;
  await expect.poll(() => headingHasFocus(pause)).toBe(true);

  // People to talk to are one key away from the toolbar; the popup goes with the key.
  const again = await chromium.extensionPage('popup/index.html');
  await again.getByLabel('A quick note').waitFor();
  await tabTo(again, 'Help lines');
  const helping = chromium.context.waitForEvent('page');
  await Promise.allSettled([again.waitForEvent('close'), again.keyboard.press('Enter')]);
  const help = await helping;
  await help.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
  await help.getByRole('link', { name: 'Breathe' }).waitFor();
});

test('T35: a call is told by one key in the popup, holds what falls due, and after it comes one gentle offer', async () => {
  await openHours(app);
  const popup = await chromium.extensionPage('popup/index.html');
  await button(popup, 'In a call').waitFor();
  await pressOn(popup, 'In a call');
  await popup.getByText(/^Pauses wait until it is over, .* at the latest\.$/).waitFor();
  await expect.poll(() => focused(popup)).toBe('The call is over');
  await workedFor(app, 55);
  await ring(app);
  await expect.poll(() => pendingOf(app).then((slot) => slot?.heldBy)).toEqual(['meeting']);

  await popup.keyboard.press('Enter');
  await popup.getByText('It comes once, after your call.').waitFor({ state: 'detached' });
  await ring(app);
  expect((await pendingOf(app))?.phase).toBe('due'); // nothing comes in the very moment of hanging up
  await toldCallUntil(app, 61);
  const { slot } = await offered(app);
  await ring(app);
  expect((await pendingOf(app))?.slot).toBe(slot);
  const told = (await ledger(app)).filter((row) => row.includes('A pause was offered.'));
  expect(told).toHaveLength(1);
});
