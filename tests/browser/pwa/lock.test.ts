import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { button, entries, goTo, keepNote, openPwa } from '../support/comma.ts';
import { type Chromium } from '../support/chromium.ts';
import { withDatabase } from '../support/database.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { isLocked, turnLockOn, unlock } from '../support/lock.ts';

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

test('a passphrase closes the journal in every tab, and opens it again with what was noted meanwhile', async () => {
  const page = await openPwa(chromium);
  await keepNote(page, 'before the lock');
  const other = await openPwa(chromium);
  await turnLockOn(page);
  expect(await keptNames(page)).toEqual(['lock', 'vault']);

  // A tab that opens later is handed the key by one that holds it.
  const third = await openPwa(chromium);
  await goTo(third, 'journal');
  await third.getByText('before the lock').waitFor();

  await button(page, 'Lock now').click();
  for (const tab of [page, other, third]) await isLocked(tab);

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
});
