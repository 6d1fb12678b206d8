import { type Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { popupText } from '../support/chromium.ts';
import * as engine from '../support/engine.ts';
import { Firefox } from '../support/firefox.ts';
import {
  breatheAndName,
  entries,
  evaluating,
  fill,
  goTo,
  ledger,
  openApp,
  press,
  pressInPopup,
  says,
  welcomeAlways,
} from '../support/firefox-comma.ts';

let firefox: Firefox;
let app: Page;

beforeEach(async () => {
  firefox = await Firefox.open({ idleTimeout: 1_000 });
  app = await openApp(firefox);
  await welcomeAlways(app);
});
afterEach(() => firefox.close());

const engineNow = (): ReturnType<typeof engine.engineOf> => engine.engineOf(evaluating(app));
const pendingNow = (): ReturnType<typeof engine.pendingOf> => engine.pendingOf(evaluating(app));
const badge = (): Promise<string> => engine.badgeOf(evaluating(app));
const due = (): Promise<void> => engine.workedFor(evaluating(app), 55);
const popupSays = (words: string): Promise<void> =>
  expect.poll(() => popupText(evaluating(app))).toContain(words);
const workerRuns = (): Promise<boolean> =>
  app.evaluate(() => chrome.extension.getBackgroundPage() !== null);

/** The driver keeps the address a window was born with, so each is asked for its own. */
async function pauseWindow(): Promise<Page> {
  let found: Page | undefined;
  const look = async (): Promise<boolean> => {
    for (const page of await firefox.browser.pages()) {
      const path = await page.evaluate(() => location.pathname).catch(() => '');
      if (path === '/pause/index.html') found = page;
    }
    return found !== undefined;
  };
  await expect.poll(look).toBe(true);
  if (!found) throw new Error('The window of the pause closed by itself.');
  return found;
}

test('a pause that falls due shows in the popup, is taken, and its words are in the journal', async () => {
  await due();
  await engine.offered(evaluating(app));
  expect(await badge()).toBe('•');
  await popupSays('A comma, if you like');
  await pressInPopup(app, 'I’m here');

  const pause = await pauseWindow();
  await breatheAndName(pause, 'ashamed');
  await press(pause, 'Write a line For your journal');
  await fill(pause, 'One line for your journal', 'the kettle sings');
  await press(pause, 'Save');
  await says(pause, 'Stay a moment');
  await press(pause, 'Back to my day');
  await goTo(app, 'journal');
  await expect.poll(() => entries(app)).toEqual(['the kettle sings']);
  await says(app, 'ashamed');
  await expect.poll(badge).toBe('');
  await expect.poll(() => ledger(app).then(([first]) => first)).toContain('You took a pause of');
  expect((await ledger(app))[1]).toContain('A pause was offered.');
});

test('an event page that went to sleep is woken by the alarm and offers the pause', async () => {
  await due();
  const before = (await engineNow()).seen.boot;
  await expect.poll(workerRuns).toBe(false);
  expect(await pendingNow()).toBeUndefined();
  await engine.offered(evaluating(app));
  expect((await engineNow()).seen.boot).not.toBe(before);
  expect(await badge()).toBe('•');
  await popupSays('A comma, if you like');
});

test('the event page sleeps between the offer and the answer, and still hears it', async () => {
  await due();
  const { slot } = await engine.offered(evaluating(app));
  await popupSays('A comma, if you like');
  await app.evaluate(() => {
    chrome.extension.getViews({ type: 'popup' })[0]?.close(); // it asks for digits and keeps the worker up
  });
  await expect.poll(workerRuns).toBe(false);
  const popup = await firefox.extensionPage('popup/index.html');
  await press(popup, 'Not now');
  await expect.poll(pendingNow).toBeUndefined();
  expect((await engineNow()).settled).toContainEqual([slot, 'not now']);
  expect(await badge()).toBe('');
  expect((await ledger(app))[0]).toContain('You chose not now');
});

test('in quiet time a pause that falls due waits, and comes when the quiet ends', async () => {
  await press(app, 'Quiet for a while');
  await press(app, 'For an hour');
  await says(app, /Quiet until/);
  await due();
  await engine.ring(evaluating(app));
  await expect.poll(() => pendingNow().then((pending) => pending?.heldBy)).toEqual(['quiet']);
  expect(await badge()).toBe('');
  expect(await popupText(evaluating(app))).toBeNull();
  await press(app, 'End the quiet');
  await popupSays('A comma, if you like');
  expect(await badge()).toBe('•');
});
