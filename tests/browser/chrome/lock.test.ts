import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Chromium } from '../support/chromium.ts';
import { button, entries, goTo, keepNote, meet, openApp, openPwa } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { beat, engineOf, offered, workedFor } from '../support/engine.ts';
import { openHours } from '../support/records.ts';
import { shapeOf } from '../support/vault.ts';
import { pageRemembers, workerRemembers } from '../support/memory.ts';
import { givePasskeys } from '../support/passkeys.ts';
import { closes, isLocked, turnLockOn, unlock } from '../support/lock.ts';

let chromium: Chromium;

eachBrowser((opened) => {
  chromium = opened;
});

/** A word that stands nowhere but in the journal. */
const word = 'quetzalcoatlus';

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
}

test('unlocked once, every window of the extension is open until the lock; the key outlives the worker and no disk has it', async () => {
  const app = await openApp(chromium);
  const { seed } = await shapeOf(app);
  await keepNote(app, word);
  await turnLockOn(app);
  await goTo(app, 'journal');
  await app.getByText(word).waitFor();

  // The worker dies; the one after it still holds the key, and so does a window that opens now.
  await chromium.killWorker();
  const popup = await chromium.extensionPage('popup/index.html');
  await popup.getByLabel('A quick note').waitFor();
  expect(await button(popup, 'Unlock').count()).toBe(0);
  expect(await pageRemembers(app, word)).toBe(true); // the search can find what is there
  const key = await popup.evaluate(async () => {
    const kept = await chrome.storage.session.get<Record<string, string>>('lock-key');
    return kept['lock-key'] ?? '';
  });
  expect(key).toHaveLength(43);

  await app.keyboard.press('Alt+Shift+L');
  await isLocked(app);
  await button(popup, 'Unlock').waitFor();
  expect(await popup.evaluate(() => chrome.storage.session.get('lock-key'))).toEqual({});
  for (const page of [app, popup]) await expect.poll(() => pageRemembers(page, word)).toBe(false);
  await beat(app); // a worker that rests is stopped, and shows nothing of its memory
  expect(await workerRemembers(chromium, word)).toBe(false);

  // A new worker starts without a key: pauses go on, and no word opens.
  await chromium.killWorker();
  await popup.reload();
  await popup.getByRole('button', { name: /pause/i }).first().waitFor();
  await unlock(popup);
  await button(popup, 'Unlock').waitFor({ state: 'detached' });
  await goTo(app, 'journal');
  await app.getByText(word).waitFor();

  // A passkey beside the passphrase opens every window, too.
  await givePasskeys(app);
  await app.bringToFront(); // a browser asks for one only where somebody looks
  await goTo(app, 'lock');
  await button(app, 'Add a passkey').click();
  await app.getByText('The passkey opens the lock, too.').waitFor();
  await button(popup, 'Lock now').click();
  await isLocked(app);
  await button(app, 'Unlock with the passkey').click();
  await button(popup, 'Unlock').waitFor({ state: 'detached' });

  // The screen of the computer was locked: nobody is there.
  const [worker] = chromium.context.serviceWorkers();
  await closes(app, async () =>
    worker?.evaluate(() => {
      // As the browser tells it; its types do not know that an event can be told.
      const told = chrome.idle.onStateChanged as unknown as { dispatch: (state: string) => void };
      told.dispatch('locked');
    }),
  );
  await isLocked(app);
  await button(app, 'Unlock with the passkey').click();
  await button(popup, 'Unlock').waitFor({ state: 'detached' });

  // Nobody touched anything for as long as was chosen: the worker closes it, also where no page is open.
  const rings = (): Promise<boolean> =>
    popup.evaluate(async () => (await chrome.alarms.get('lock')) !== undefined);
  await expect.poll(rings).toBe(true);
  await chromium.killWorker();
  await popup.evaluate(() => chrome.alarms.create('lock', { when: 0 }));
  await isLocked(app);

  await chromium.restart();
  const again = await openApp(chromium);
  await isLocked(again);
  const seedBytes = Buffer.from(seed.split(',').map(Number));
  for (const file of await filesOf(chromium.profile)) {
    const bytes = await readFile(file).catch(() => Buffer.alloc(0)); // a socket or a lock of the browser's
    const found = [word, key, seedBytes].map((secret) => bytes.includes(secret));
    expect([file, ...found]).toEqual([file, false, false, false]);
  }
});

test('a page whose extension is locked goes on by itself, and is in step again once that is open', async () => {
  const app = await openApp(chromium);
  await keepNote(app, 'written in the extension');
  const page = await openPwa(chromium);
  await meet(await chromium.extensionPage('popup/index.html'), page);
  await goTo(page, 'journal');
  await page.getByText('written in the extension').waitFor();
  await page.clock.install();
  await turnLockOn(app);
  await closes(app, () => button(app, 'Lock now').click());
  await isLocked(app);

  await goTo(page, 'settings');
  await page.getByText('In step on this computer.').waitFor({ state: 'detached' });
  await goTo(page, 'today');
  await keepNote(page, 'written meanwhile');
  await unlock(app);
  await goTo(app, 'journal');
  // It tries again by itself, ever more seldom while nobody answers.
  await expect
    .poll(async () => {
      await page.clock.fastForward(60_000);
      return entries(app);
    })
    .toContain('written meanwhile');
  await goTo(page, 'settings');
  await page.getByText('In step on this computer.').waitFor();
});

test('an invitation outlasts the lock, and a pause that the lock ended leaves no window behind', async () => {
  const app = await openApp(chromium);
  await openHours(app);
  await turnLockOn(app);
  await workedFor(app, 55);
  const { slot } = await offered(app);
  const windowOf = async (how: string, of: string): Promise<Page> => {
    const opening = chromium.context.waitForEvent('page');
    await app.evaluate(
      (page) => chrome.windows.create({ url: page, type: 'popup' }),
      [chromium.url(`pause/index.html#${how}/${encodeURIComponent(of)}`)],
    );
    return opening;
  };
  const pause = await windowOf('offer', slot);
  await pause.getByRole('heading', { name: 'A comma, if you like.' }).waitFor();
  await closes(pause, () => button(app, 'Lock now').click());
  await pause.getByRole('heading', { name: 'A comma, if you like.' }).waitFor();

  await unlock(app);
  await button(pause, 'I’m here').click();
  await endsWithTheLock(pause);
  await expect.poll(async () => (await engineOf(app)).settled).toContainEqual([slot, 'left early']);

  await unlock(app);
  const opening = chromium.context.waitForEvent('page');
  await app.evaluate(() =>
    chrome.runtime.sendMessage({ to: 'pauses', event: { type: 'pauseNow' } }),
  );
  await endsWithTheLock(await opening);
});

async function endsWithTheLock(pause: Page): Promise<void> {
  const closed = pause.waitForEvent('close');
  await button(pause, 'Lock now').click();
  await closed;
}
