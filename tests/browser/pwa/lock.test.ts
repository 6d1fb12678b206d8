import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { pwaOrigin } from '../support/build.ts';
import { appStands, button, entries, goTo, keepNote, openPwa, pwaUrl } from '../support/comma.ts';
import { type Chromium } from '../support/chromium.ts';
import { withDatabase } from '../support/database.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { closes, isLocked, passphrase, turnLockOn, unlock } from '../support/lock.ts';
import { givePasskeys } from '../support/passkeys.ts';

let chromium: Chromium;

eachBrowser(
  (opened) => {
    chromium = opened;
  },
  { extension: null },
);

/** What lies in the keyring's place: the names of what is there, in the clear. */
const keptNames = (page: Page): Promise<string[]> =>
  withDatabase(page, (database) =>
    database.evaluate(
      (db) =>
        new Promise<string[]>((resolve) => {
          const asked = db.transaction('meta').objectStore('meta').get('keyring');
          asked.onsuccess = () => {
            resolve(Object.keys((asked.result as { value: object }).value).toSorted());
          };
        }),
    ),
  );

/** So many wrong passphrases in a row, the last of them long enough ago. */
const wrongLongAgo = (page: Page, wrong: number): Promise<void> =>
  withDatabase(page, (database) =>
    database.evaluate(
      (db, value) =>
        new Promise<void>((resolve) => {
          const writing = db.transaction('meta', 'readwrite');
          writing.objectStore('meta').put({ key: 'lock-tries', value });
          writing.oncomplete = () => {
            resolve();
          };
        }),
      { wrong, at: 0 },
    ),
  );

/** Keeps over a reload whether these words were on the screen still, right after a key was heard. */
const noteAfterKeys = (page: Page, words: string): Promise<void> =>
  page.evaluate((sought) => {
    addEventListener('keydown', () => {
      setTimeout(() => {
        sessionStorage.setItem('seen', String(document.body.innerText.includes(sought)));
      });
    });
  }, words);

const next = 'nine swans under the bridge';

async function changePassphrase(page: Page, now: string, wanted: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(now);
  await page.getByLabel('The new passphrase').fill(wanted);
  await page.getByLabel('The same once more').fill(wanted);
  await button(page, 'Change it').click();
}

test('a passphrase closes the journal in every tab, and opens it again with what was noted meanwhile', async () => {
  const page = await openPwa(chromium);
  await keepNote(page, 'before the lock');
  const other = await openPwa(chromium);
  await turnLockOn(page);
  await page.getByText('The lock is on.', { exact: true }).waitFor(); // it stands there once, or this throws
  expect(await keptNames(page)).toEqual(['lock', 'vault']);

  // A tab that opens later is handed the key by one that holds it.
  const third = await openPwa(chromium);
  await goTo(third, 'journal');
  await third.getByText('before the lock').waitFor();

  await noteAfterKeys(third, 'before the lock');
  await third.keyboard.press('Alt+Shift+L');
  for (const tab of [page, other, third]) await isLocked(tab);
  expect(await third.evaluate(() => sessionStorage.getItem('seen'))).toBe('false');

  await page.reload();
  await isLocked(page);
  expect(await page.content()).not.toContain('before the lock');
  await button(page, 'Write a note').click();
  await page.getByLabel('Note', { exact: false }).first().fill('while it was locked');
  await button(page, 'Keep').click();
  await page.getByText('Kept').waitFor();

  await unlock(page, 'seven herons on the peer');
  await page.getByText('That is not it. Nothing is lost.').waitFor();
  await unlock(page);
  await goTo(page, 'journal');
  await page.getByText('while it was locked').waitFor();
  await page.getByText('before the lock').waitFor();
  // The other tabs are handed the key.
  await goTo(other, 'journal');
  await other.getByText('while it was locked').waitFor();
  await expect.poll(() => entries(other)).toHaveLength(2);

  // Another passphrase takes the place of the first.
  await goTo(page, 'lock');
  await changePassphrase(page, passphrase, next);
  await page.getByText('The new passphrase counts from now on.').waitFor();
  await closes(page, () => button(page, 'Lock now').click());
  await isLocked(page);
  await unlock(page);
  await page.getByText('That is not it. Nothing is lost.').waitFor();
  await unlock(page, next);
  await goTo(page, 'journal');
  await page.getByText('before the lock').waitFor();
});

test('a passkey alone opens the lock, a locked screen and three Shifts close it, and the kit is the way back', async () => {
  const page = await openPwa(chromium);
  await keepNote(page, 'before the lock');
  await givePasskeys(page);
  const session = await chromium.context.newCDPSession(page);
  await session.send('Browser.grantPermissions', {
    permissions: ['idleDetection'],
    origin: pwaOrigin,
  });
  await goTo(page, 'noticing');
  await button(page, 'Let Comma notice when I am away').click();
  await page.getByText('Comma notices when you are away from this computer.').waitFor();

  await goTo(page, 'lock');
  await button(page, 'Show the kit').click();
  const kit = await page.locator('.letters').innerText();
  await button(page, 'Use a passkey instead').click();
  await page.getByText('The lock is on. The passkey opens it.').waitFor();
  // From within a pause, too, with all that it shows; the pause itself may go on.
  await goTo(page, 'pause');
  await closes(page, () => button(page, 'Lock now').click());
  await goTo(page, 'journal');
  await isLocked(page);
  expect(await page.getByLabel('Passphrase').count()).toBe(0);
  await button(page, 'Unlock with the passkey').click();
  await page.getByText('before the lock').waitFor();

  const screen = (isScreenUnlocked: boolean): Promise<unknown> =>
    session.send('Emulation.setIdleOverride', { isUserActive: true, isScreenUnlocked });
  await screen(true);
  await closes(page, () => screen(false));
  await isLocked(page);
  await screen(true);
  await button(page, 'Unlock with the passkey').click();
  await page.getByText('before the lock').waitFor();

  // A passphrase as well, and then instead.
  await goTo(page, 'lock');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same once more').fill(passphrase);
  await button(page, 'Add the passphrase').click();
  await page.getByText('The passphrase opens the lock, too.').waitFor();
  await button(page, 'Let the passkey go').click();
  await page.getByText('It opens the lock no more.').waitFor();

  await page.route('https://www.wikipedia.org/**', (route) => route.fulfill({ body: 'everyday' }));
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await page.waitForURL('https://www.wikipedia.org/');
  await page.goto(pwaUrl());
  await appStands(page);
  await isLocked(page);
  expect(await button(page, 'Unlock with the passkey').count()).toBe(0);
  // After many wrong ones there is a rest, which a reload does not shorten. The kit opens all the same.
  await wrongLongAgo(page, 7);
  await unlock(page, 'seven herons on the peer');
  await page.getByText('That is not it. Nothing is lost.').waitFor();
  const rest = page.getByText(/^Take your time\. You can try again in \d minutes\.$/);
  await rest.waitFor();
  expect(await button(page, 'Unlock').isDisabled()).toBe(true);
  await page.reload();
  await rest.waitFor();
  expect(await button(page, 'Unlock').isDisabled()).toBe(true);
  await button(page, 'I forgot it').click();
  await page.getByLabel('Your recovery kit').fill(kit.toLowerCase());
  await button(page, 'Open with the kit').click();
  await goTo(page, 'journal');
  await page.getByText('before the lock').waitFor();
  expect(await keptNames(page)).toEqual(['keys', 'seed']);
});
