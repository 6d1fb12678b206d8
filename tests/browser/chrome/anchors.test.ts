/** What steadies the day, noted from wherever somebody is: the popup, and the end of a pause. */
import { type Locator, type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { type Chromium, pressInPopup } from '../support/chromium.ts';
import { button, goTo, openApp, pressAway } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { offered, workedFor } from '../support/engine.ts';
import { openHours } from '../support/records.ts';
import { shapeOf } from '../support/vault.ts';

let chromium: Chromium;
let app: Page;

eachBrowser(async (opened) => {
  chromium = opened;
  app = await openApp(chromium);
  await openHours(app);
});

const noted = async (): Promise<string[]> => {
  await goTo(app, 'movement');
  const days = app.getByRole('region', { name: 'Day by day' });
  await days.waitFor();
  return days.getByRole('listitem').allInnerTexts();
};

/** An anchor made in its form; the page then stands on its own. */
async function added(name: string, from?: string): Promise<Locator> {
  await goTo(app, 'anchor-form');
  await app.getByLabel('What is it').fill(name);
  if (from !== undefined) await app.getByLabel('What keeps it too').selectOption(from);
  await button(app, 'Done').click();
  await app.getByRole('heading', { name, level: 1 }).waitFor();
  return app.getByRole('main');
}

test('the popup notes a walk in one tap, and the prompt that is about it offers it when its pause is over', async () => {
  await goTo(app, 'movement');
  await app.getByRole('switch', { name: /^On Today/ }).click();
  const popup = await chromium.extensionPage('popup/index.html');
  await button(popup, 'Walk: note it now').click();
  await popup.getByText(/^Noted: Walk, /).waitFor();
  expect(await axeFindings(popup)).toEqual([]);
  await expect.poll(noted).toEqual([expect.stringMatching(/^Walk/)]);
  // A link in it opens the app, not the popup.
  const opening = chromium.context.waitForEvent('page');
  await popup.getByRole('link', { name: /^Movement/ }).click();
  const opened = await opening;
  await opened.getByRole('heading', { name: 'Movement', level: 1 }).waitFor();
  await opened.close();

  // An anchor of one's own, which what was noted of movement keeps by itself, and another one.
  const own = await added('Fresh air', 'What I log of movement');
  await expect.poll(() => own.getByText('by what you moved').count()).toBe(1);
  await added('Water the plant');
  await goTo(app, 'prompts/main');
  const { version } = await shapeOf(app);
  await app.getByLabel('Offer to note').selectOption('Water the plant');
  await expect.poll(() => shapeOf(app).then((now) => now.version)).toBeGreaterThan(version);
  await goTo(app, 'today');
  await app.reload();
  await goTo(app, 'prompts/main');
  await expect.poll(() => app.getByLabel('Offer to note').inputValue()).toMatch(/^anchor:/);
  await workedFor(app, 55);
  await offered(app);
  const coming = chromium.context.waitForEvent('page');
  await pressInPopup(app, 'I’m here');
  const pause = await coming;
  await pause.emulateMedia({ reducedMotion: 'reduce' });
  await button(pause, 'I’m here').click();
  await button(pause, 'Skip').click();
  await pause.getByRole('button', { name: /That was a pause/ }).click();
  const plant = button(pause, 'Water the plant: done');
  expect(await plant.getAttribute('aria-pressed')).toBe('false');
  await plant.click();
  await expect.poll(() => plant.getAttribute('aria-pressed')).toBe('true');
  expect(await axeFindings(pause)).toEqual([]);
  // Whoever notes something is not hurried away.
  expect(await button(pause, 'Stay a moment').count()).toBe(0);
  await pressAway(pause, 'Back to my day');
  await goTo(app, 'anchors');
  await expect
    .poll(() => button(app, 'Water the plant: done').getAttribute('aria-pressed'))
    .toBe('true');
  await app.getByText('by what you moved').waitFor();
});
