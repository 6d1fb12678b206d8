import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Chromium, popupText, pressInPopup } from '../support/chromium.ts';
import {
  breatheAndName,
  button,
  entries,
  goTo,
  keepNote,
  ledger,
  meet,
  openApp,
  openPwa,
} from '../support/comma.ts';
import {
  alwaysWelcome,
  beat,
  decidedOn,
  dueIn,
  engineOf,
  offered,
  pendingOf,
  setAlarm,
  tell,
  workedFor,
} from '../support/engine.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { keepRules, openHours } from '../support/records.ts';

let chromium: Chromium;
let app: Page;

eachBrowser(async (opened) => {
  chromium = opened;
  app = await openApp(chromium);
});

const phase = (): Promise<string | undefined> => pendingOf(app).then((slot) => slot?.phase);
const times = (rows: readonly string[], words: string): number =>
  rows.filter((row) => row.includes(words)).length;

test('a worker that is gone when the alarm rings offers the pause all the same, once', async () => {
  await openHours(app);
  await workedFor(app, 55);
  await setAlarm(app, 400);
  await chromium.killWorker();
  await expect.poll(phase).toBe('shown');
  await expect.poll(() => popupText(app)).toContain('A comma, if you like');
  expect(times(await ledger(app), 'A pause was offered.')).toBe(1);
});

test('T01: killed twenty times in between, the worker offers every pause on time and none twice', async () => {
  await keepRules(app, alwaysWelcome);
  const slots = new Set<string>();
  let rung = 0;
  /** Whoever dies with the alarm in its hands leaves it to the next beat, a minute later, as T06 says. */
  const decides = async (): Promise<void> => {
    const noticed = performance.now() + 10_000;
    await expect
      .poll(async () => {
        const now = await phase();
        if (now === undefined && performance.now() > noticed && rung < 5) {
          rung += 1;
          await beat(app);
        }
        return now;
      })
      .toMatch(/decided|shown/);
  };
  for (let round = 0; round < 20; round += 1) {
    const due = await dueIn(app, 700);
    await chromium.killWorker();
    await decides();
    // Killed in between, it is shown at the next beat (T03): up to 30 s away, so it is rung here.
    if ((await phase()) === 'decided') await beat(app);
    await expect.poll(phase).toBe('shown');
    const slot = await pendingOf(app);
    expect(slot?.at).toBeGreaterThanOrEqual(due);
    slots.add(slot?.slot ?? '');
    await tell(app, { type: 'notNow' });
  }
  expect(slots.size).toBe(20);
  const settled = (): Promise<unknown> => engineOf(app).then((state) => state.settled);
  await expect.poll(settled).toEqual([...slots].map((slot) => [slot, 'not now']));
});

test('T03: a worker that died between deciding and showing shows the pause at its next beat', async () => {
  await openHours(app);
  await decidedOn(app, 'slot:main:died');
  await chromium.killWorker();
  expect((await offered(app)).slot).toBe('slot:main:died');
  await expect.poll(() => popupText(app)).toContain('A comma, if you like');
});

test('T02: a worker that dies while a pause is offered and again while it is taken counts it once', async () => {
  await openHours(app);
  await workedFor(app, 55);
  await offered(app);
  await chromium.killWorker();
  const opening = chromium.context.waitForEvent('page');
  await pressInPopup(app, 'I’m here');
  const pause = await opening;
  await expect.poll(phase).toBe('open');
  await chromium.killWorker();
  await breatheAndName(pause, 'calm');
  await pause.getByRole('button', { name: /Write a line/ }).click();
  await pause.getByRole('textbox').fill('a line over a worker’s grave');
  await button(pause, 'Save').click();
  await expect.poll(phase).toBeUndefined();
  const said = (words: string) => (): Promise<number> =>
    ledger(app).then((rows) => times(rows, words));
  await expect.poll(said('You took a pause of')).toBe(1);
  expect(await said('A pause was offered.')()).toBe(1);
  await goTo(app, 'journal');
  await expect.poll(() => entries(app)).toEqual(['a line over a worker’s grave']);
});

test('a worker that keeps dying while the page brings its notes gets each of them once', async () => {
  const popup = await chromium.extensionPage('popup/index.html');
  const pwa = await openPwa(chromium);
  await meet(popup, pwa);
  await popup.close();
  for (const page of [app, pwa]) await page.setViewportSize({ width: 800, height: 1600 }); // all in view
  await goTo(pwa, 'today');
  const notes = ['first', 'second', 'third', 'fourth', 'fifth'];
  for (const note of notes) {
    await keepNote(pwa, note);
    await chromium.killWorker();
  }
  await goTo(app, 'journal');
  await expect.poll(() => entries(app).then((words) => words.toSorted())).toEqual(notes.toSorted());
  await goTo(pwa, 'journal');
  await expect.poll(() => entries(pwa)).toHaveLength(notes.length);
});

test('a worker that dies during pairing shares nothing, and the next try succeeds', async () => {
  await keepNote(app, 'from the extension');
  const popup = await chromium.extensionPage('popup/index.html');
  const pwa = await openPwa(chromium, 'settings');
  await button(pwa, 'Meet the extension').click();
  await popup.locator('.digits').waitFor();
  await chromium.killWorker();
  await pwa.getByText('The extension went to sleep half-way. Try once more.').waitFor();
  await goTo(pwa, 'journal');
  await pwa.getByText('A place for a line now and then').waitFor();
  await expect.poll(() => popup.locator('.digits').count()).toBe(0);
  await meet(popup, pwa);
  await goTo(pwa, 'journal');
  await expect.poll(() => entries(pwa)).toEqual(['from the extension']);
});

test('T06: an alarm that was lost is set again as soon as anything wakes the worker, and rings on until it is heard out', async () => {
  await expect.poll(() => app.evaluate(() => chrome.alarms.getAll())).toHaveLength(1);
  await chromium.killWorker();
  const left = await app.evaluate(async () => {
    await chrome.alarms.clearAll();
    return chrome.alarms.getAll();
  });
  expect(left).toEqual([]);
  await chromium.extensionPage('popup/index.html');
  const nextAlarm = (): Promise<number> =>
    app.evaluate(async () => (await chrome.alarms.get('heartbeat'))?.scheduledTime ?? 0);
  await expect.poll(nextAlarm).toBeGreaterThan(Date.now());
  // One that rings once would be gone with a worker that died before it set the next.
  const again = app.evaluate(async () => (await chrome.alarms.get('heartbeat'))?.periodInMinutes);
  expect(await again).toBe(1);
});
