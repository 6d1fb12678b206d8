import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Chromium } from '../support/chromium.ts';
import { openApp } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { pressAtOnce } from '../support/press-at-once.ts';
import { openHours } from '../support/records.ts';

let chromium: Chromium;
eachBrowser((opened) => {
  chromium = opened;
});

/** Where the buttons of the next pause stand, and how tall they are; our typefaces make them a little narrower later. */
async function placeOfButtons(page: Page): Promise<{ y: number; height: number }> {
  const { y, height } = (await page.locator('.next .row').boundingBox()) ?? { y: NaN, height: NaN };
  return { y, height };
}

test('the popup stands as it will stay before any of its code runs, and a press on it is kept', async () => {
  await openHours(await openApp(chromium));
  const still = await chromium.context.newPage();
  const session = await chromium.context.newCDPSession(still);
  await session.send('Emulation.setScriptExecutionDisabled', { value: true });
  await still.goto(chromium.url('popup/index.html'));
  await still.getByRole('button', { name: 'Pause now' }).waitFor();

  const popup = await chromium.extensionPage('popup/index.html');
  await popup.locator('.minutes').waitFor();
  expect(await placeOfButtons(still)).toEqual(await placeOfButtons(popup));

  const hasty = await chromium.context.newPage();
  const opening = chromium.context.waitForEvent('page');
  await hasty.addInitScript(pressAtOnce);
  await hasty.goto(chromium.url('popup/index.html')).catch((failure: unknown) => {
    if (!hasty.isClosed()) throw failure; // it closes with the press
  });
  const pause = await opening;
  await pause.getByRole('heading').first().waitFor();
});
