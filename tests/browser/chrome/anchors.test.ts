/** What steadies the day, noted from wherever somebody is: the popup, and the end of a pause. */
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { type Chromium, pressInPopup } from '../support/chromium.ts';
import { button, goTo, openApp, pressAway } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { offered, workedFor } from '../support/engine.ts';
import { openHours } from '../support/records.ts';

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

  await goTo(app, 'prompts/main');
  await app.getByLabel('Offer to note').selectOption('Movement');
  await goTo(app, 'today');
  await app.reload();
  await goTo(app, 'prompts/main');
  await expect.poll(() => app.getByLabel('Offer to note').inputValue()).toBe('movement');
  await workedFor(app, 55);
  await offered(app);
  const coming = chromium.context.waitForEvent('page');
  await pressInPopup(app, 'I’m here');
  const pause = await coming;
  await pause.emulateMedia({ reducedMotion: 'reduce' });
  await button(pause, 'I’m here').click();
  await button(pause, 'Skip').click();
  await pause.getByRole('button', { name: /That was a pause/ }).click();
  await button(pause, 'Walk: note it now').click();
  await pause.getByText(/^Noted: Walk, /).waitFor();
  expect(await axeFindings(pause)).toEqual([]);
  // Whoever notes something is not hurried away.
  expect(await button(pause, 'Stay a moment').count()).toBe(0);
  await pressAway(pause, 'Back to my day');
  await expect.poll(noted).toHaveLength(2);
});
