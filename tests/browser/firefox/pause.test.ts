import { type Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';

import { popupText } from '../support/chromium.ts';
import { eachFirefox } from '../support/each-firefox.ts';
import * as engine from '../support/engine.ts';
import { type Firefox } from '../support/firefox.ts';
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
  openHours,
} from '../support/firefox-comma.ts';

let firefox: Firefox;
let app: Page;

eachFirefox(
  (it) => {
    firefox = it;
  },
  { idleTimeout: 1_000 },
);
beforeEach(async () => {
  app = await openApp(firefox);
  await openHours(app);
});

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
  await firefox.stopWorker(); // whoever closes the window at once has an engine to wake first
  await press(pause, 'Save');
  await says(pause, 'Stay a moment');
  await press(pause, 'Back to my day');
  await goTo(app, 'journal');
  await expect.poll(() => entries(app)).toEqual(['the kettle sings']);
  await says(app, 'ashamed');
  await expect.poll(badge).toBe('');
  await expect.poll(() => ledger(app).then(([first]) => first)).toContain('You took a pause of');
  await expect.poll(() => ledger(app).then((rows) => rows[1])).toContain('A pause was offered.');
});

test('an event page that went to sleep is woken by the alarm and offers the pause', async () => {
  await due();
  const before = (await engineNow()).seen.boot;
  await expect.poll(workerRuns).toBe(false); // of itself, after a rest
  expect(await pendingNow()).toBeUndefined();
  await engine.offered(evaluating(app));
  expect((await engineNow()).seen.boot).not.toBe(before);
  expect(await badge()).toBe('•');
  await popupSays('A comma, if you like');
});

test('T01: an event page that is stopped before each of five pauses offers every one, and none twice', async () => {
  const slots = new Set<string>();
  const boots = new Set<string>();
  for (let round = 0; round < 5; round += 1) {
    const at = await engine.dueIn(evaluating(app), 700);
    await firefox.stopWorker();
    await expect.poll(() => pendingNow().then((slot) => slot?.phase)).toBe('shown');
    const slot = await pendingNow();
    expect(slot?.at).toBeGreaterThanOrEqual(at);
    slots.add(slot?.slot ?? '');
    boots.add((await engineNow()).seen.boot);
    await engine.tell(evaluating(app), { type: 'notNow' });
  }
  expect((await engineNow()).settled).toEqual([...slots].map((slot) => [slot, 'not now']));
  expect(slots.size).toBe(5);
  expect(boots.size).toBe(5);
});

test('T06: an alarm that was wiped is set again with whatever wakes the event page', async () => {
  await firefox.stopWorker();
  await app.evaluate(() => chrome.alarms.clearAll());
  expect(await engine.alarmOf(evaluating(app))).toBe(0);
  await app.evaluate(() => chrome.runtime.sendMessage({ to: 'bridge', type: 'status' }));
  await expect.poll(() => engine.alarmOf(evaluating(app))).toBeGreaterThan(Date.now());
});

test('T38: keys meant for something else are let by while a pause has just opened', async () => {
  // The first second lasts until we say so.
  await app.evaluate(() => {
    const later = globalThis.setTimeout;
    const held: (() => void)[] = [];
    const hold = (run: () => void, ms?: number, ...rest: unknown[]): number => {
      if (ms !== 1_000) return later(run, ms, ...rest);
      held.push(run);
      return 0;
    };
    const release = (): void => {
      for (const run of held.splice(0)) run();
    };
    Object.assign(globalThis, { setTimeout: hold, release });
  });
  await goTo(app, 'pause');
  await says(app, 'Back to my day');
  const inert = (): Promise<number> =>
    app.evaluate(() => document.querySelectorAll('[inert]').length);
  expect(await inert()).toBe(1);
  await app.bringToFront();
  for (const key of ['Escape', 'Enter', ' ', 'Tab', 'Enter', 'Escape'] as const)
    await app.keyboard.press(key);
  expect(await inert()).toBe(1);
  expect(await app.evaluate(() => location.hash)).toBe('#/pause');
  await app.evaluate(() => {
    (globalThis as unknown as { release: () => void }).release();
  });
  await expect.poll(inert).toBe(0);
  await app.keyboard.press('Escape');
  await expect.poll(() => app.evaluate(() => location.hash)).toBe('#/today');
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
  await expect.poll(badge).toBe('');
  await expect.poll(() => ledger(app).then(([last]) => last)).toContain('You chose not now');
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
  await expect.poll(badge).toBe('•');
});
