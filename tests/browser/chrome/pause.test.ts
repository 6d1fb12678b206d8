import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Chromium, popupText, pressInPopup } from '../support/chromium.ts';
import {
  breatheAndName,
  button,
  entries,
  goTo,
  ledger,
  meet,
  openApp,
  openPwa,
  pressAway,
  soften,
} from '../support/comma.ts';
import {
  badgeOf,
  engineOf,
  mainOf,
  offered,
  pendingOf,
  ring,
  waitedLater,
  workedFor,
} from '../support/engine.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { openHours } from '../support/records.ts';

let chromium: Chromium;
let app: Page;

eachBrowser(async (opened) => {
  chromium = opened;
  app = await openApp(chromium);
  await openHours(app);
});

const pauseWindows = (): Page[] =>
  chromium.context.pages().filter((page) => page.url().includes('/pause/index.html'));
const popupSays = (words: string): Promise<void> =>
  expect.poll(() => popupText(app)).toContain(words);
const popupCloses = (): Promise<void> => expect.poll(() => popupText(app)).toBeNull();

test('a pause that falls due is offered, taken and written down, and its words stand in the PWA', async () => {
  const popup = await chromium.extensionPage('popup/index.html');
  const pwa = await openPwa(chromium);
  await meet(popup, pwa);
  await popup.close();
  await pressInPopup(app, 'Open Comma'); // the popup that showed the digits goes with it
  await popupCloses();
  expect(await badgeOf(app)).toBe('');

  await workedFor(app, 55);
  await offered(app);
  expect(await badgeOf(app)).toBe('•');
  await popupSays('A comma, if you like');
  expect(pauseWindows()).toEqual([]);

  const opening = chromium.context.waitForEvent('page');
  await pressInPopup(app, 'I’m here');
  const pause = await opening;
  await pause.emulateMedia({ reducedMotion: 'reduce' });
  await breatheAndName(pause, 'ashamed');
  const whole = await soften(pause, 'I ruined the evening again.');
  expect(whole).toMatch(/^I ruined the evening again, /);
  await popupCloses();
  await expect.poll(() => badgeOf(app)).toBe('');
  await pressAway(pause, 'Back to my day');

  // What one says to oneself in a harsh minute shows up when it is asked for.
  for (const page of [app, pwa]) {
    await goTo(page, 'journal');
    await button(page, 'Show').click();
    await page.getByText(whole).waitFor();
  }
  await pwa.getByRole('listitem').getByText('ashamed').waitFor();
  expect(await entries(pwa)).toEqual([whole]);
  await expect.poll(() => ledger(app).then((rows) => rows[0])).toContain('You took a pause of');
  await expect.poll(() => ledger(app).then((rows) => rows[1])).toContain('A pause was offered.');
});

test('while one pause is offered there is never a second prompt', async () => {
  await workedFor(app, 55);
  const pending = await offered(app);
  const pages = chromium.context.pages().length;
  for (let rings = 0; rings < 3; rings += 1) await ring(app);
  expect(await pendingOf(app)).toEqual(pending);
  expect(chromium.context.pages()).toHaveLength(pages);
  const told = await ledger(app);
  expect(told.filter((row) => row.includes('A pause was offered.'))).toHaveLength(1);
});

test('a pause that falls due while the popup is already open shows there, and nowhere else', async () => {
  await chromium.clickToolbar();
  await popupSays('until the next pause');
  await workedFor(app, 55);
  await offered(app);
  await popupSays('A comma, if you like');
  expect(pauseWindows()).toEqual([]);
});

test('T48: where no popup can open, a small window invites, and begins only when the person says so', async () => {
  const beside = chromium.context.waitForEvent('page');
  await app.evaluate(() =>
    chrome.windows.create({ url: chrome.runtime.getURL('app/index.html'), type: 'popup' }),
  );
  const lone = await beside;
  await lone.getByRole('heading', { level: 1 }).waitFor();
  await Promise.all(
    chromium.context
      .pages()
      .filter((page) => page !== lone)
      .map((page) => page.close()),
  );
  app = lone;
  await workedFor(app, 55);
  const opening = chromium.context.waitForEvent('page');
  const pending = await offered(app);
  expect(pending.surface).toBe('window');
  const pause = await opening;
  await pause.getByRole('heading', { name: 'A comma, if you like.' }).waitFor();
  expect((await pendingOf(app))?.phase).toBe('shown');
  await button(pause, 'I’m here').click();
  await expect.poll(() => pendingOf(app).then((pending) => pending?.phase)).toBe('open');
  await breatheAndName(pause, 'calm');
});

test('not now is a full answer: the prompt goes and the time begins again', async () => {
  await workedFor(app, 55);
  const { anchor } = mainOf(await engineOf(app));
  const { slot } = await offered(app);
  await pressInPopup(app, 'Not now');
  await popupCloses();
  await expect.poll(() => pendingOf(app)).toBeUndefined();
  const after = await engineOf(app);
  expect(mainOf(after).anchor).toBeGreaterThan(anchor);
  expect(after.settled).toContainEqual([slot, 'not now']);
  await expect.poll(() => badgeOf(app)).toBe('');
  await expect.poll(() => ledger(app).then(([last]) => last)).toContain('You chose not now');
});

test('later brings the same pause again after five minutes, and not before', async () => {
  await workedFor(app, 55);
  const { slot } = await offered(app);
  await pressInPopup(app, 'Later');
  await popupCloses();
  await expect.poll(() => badgeOf(app)).toBe('');
  const { snooze } = mainOf(await engineOf(app));
  expect(Math.round(((snooze?.until ?? 0) - (snooze?.at ?? 0)) / 60_000)).toBe(5);
  await ring(app);
  expect((await pendingOf(app))?.phase).toBe('due');

  await waitedLater(app);
  expect((await offered(app)).slot).toBe(slot);
  const said = (): Promise<string> => ledger(app).then((rows) => rows.join('\n'));
  await expect.poll(said).toContain('5 minutes later');
});

test('in quiet time a pause that falls due waits, and comes when the quiet ends', async () => {
  await button(app, 'Quiet for a while').click();
  await button(app, 'For an hour').click();
  await app.getByText(/Quiet until/).waitFor();
  await workedFor(app, 55);
  await ring(app);
  await expect.poll(() => pendingOf(app).then((pending) => pending?.heldBy)).toEqual(['quiet']);
  expect(await badgeOf(app)).toBe('');
  expect(await popupText(app)).toBeNull();
  expect(pauseWindows()).toEqual([]);
  await button(app, 'End the quiet').click();
  await popupSays('A comma, if you like');
  await expect.poll(() => badgeOf(app)).toBe('•');
});

test('a pause taken in the PWA is not offered again in the extension', async () => {
  const popup = await chromium.extensionPage('popup/index.html');
  const pwa = await openPwa(chromium);
  await meet(popup, pwa);
  await popup.close();
  await workedFor(app, 55);
  const { anchor } = mainOf(await engineOf(app));
  await goTo(pwa, 'today');
  await button(pwa, 'Pause now').click();
  await breatheAndName(pwa, 'calm');
  await pwa.getByRole('button', { name: /Back to my day That was a pause/ }).click();
  await expect
    .poll(() => engineOf(app).then((state) => mainOf(state).anchor))
    .toBeGreaterThan(anchor);
  await ring(app);
  expect(await pendingOf(app)).toBeUndefined();
  expect(await badgeOf(app)).toBe('');
  await expect
    .poll(() => ledger(app).then(([last]) => last))
    .toContain('You paused in another Comma of yours');
});
