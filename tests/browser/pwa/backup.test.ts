import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { openAge } from '../../support/open-age.ts';
import { type Chromium } from '../support/chromium.ts';
import { appStands, button, goTo, keepNote, openPwa } from '../support/comma.ts';
import { withDatabase } from '../support/database.ts';
import { eachBrowser } from '../support/each-browser.ts';

let chromium: Chromium;

eachBrowser(
  (opened) => {
    chromium = opened;
  },
  { extension: null },
);

const passphrase = 'seven herons on the pier';

async function saved(page: Page): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await button(page, 'Save the backup').click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^comma-\d{4}-\d\d-\d\d\.age$/);
  return readFile(await file.path());
}

const choose = (page: Page, buffer: Buffer): Promise<void> =>
  page
    .getByLabel('Choose the file')
    .setInputFiles({ name: 'comma.age', mimeType: 'application/octet-stream', buffer });

async function open(page: Page, typed: string): Promise<void> {
  await page.getByLabel('Its passphrase').fill(typed);
  await button(page, 'Open it').click();
}

/** As if the last backup had been saved in 1970. */
const makeOld = (page: Page): Promise<void> =>
  withDatabase(page, (database) =>
    database.evaluate(
      (db) =>
        new Promise<void>((resolve) => {
          const meta = db.transaction('meta', 'readwrite').objectStore('meta');
          meta.put({ key: 'backup', value: { saved: 0 } }).onsuccess = () => {
            resolve();
          };
        }),
    ),
  );

test('a sealed file opens without Comma, and brings an erased journal back by its passphrase, whatever was chosen before', async () => {
  const page = await openPwa(chromium);
  await keepNote(page, 'a slow soup');
  await goTo(page, 'settings');
  await page.getByRole('link', { name: 'Sealed backups' }).click();
  await page.getByLabel('Passphrase of the backup').fill(passphrase);
  await page.getByLabel('The same once more').fill('seven herons');
  await button(page, 'Save the backup').click();
  await page.getByText('The two differ.').waitFor();
  await page.getByLabel('The same once more').fill(passphrase);
  const file = await saved(page);
  expect(file.includes('a slow soup')).toBe(false);
  expect(openAge(file, passphrase).toString()).toContain('a slow soup');
  // For the kit it opens by itself where this journal is.
  await page.getByRole('radio', { name: 'The recovery kit' }).check();
  const forKit = await saved(page);
  await choose(page, forKit);
  await page.getByText('Everything in this backup is here already.').waitFor();
  await button(page, 'Leave it').click();
  await choose(page, forKit.subarray(0, forKit.length - 40));
  await page.getByText('This file is not whole').waitFor();

  await goTo(page, 'settings');
  await button(page, 'Erase everything').first().click();
  const reloaded = page.waitForEvent('load');
  await button(page, 'Erase everything').last().click();
  await reloaded;
  await appStands(page);
  await goTo(page, 'backup');
  await choose(page, Buffer.from('{"format":"comma-copy"}'));
  await page.getByText('This file is no backup of Comma.').waitFor();
  await choose(page, file);
  await open(page, 'seven herons on the peer');
  await page.getByText('That does not open it.').waitFor();
  await open(page, passphrase);
  await page.getByText('One entry comes back.').waitFor();
  await button(page, 'Bring it back').click();
  await page.getByText('It is all here.').waitFor();
  await goTo(page, 'journal');
  await page.getByText('a slow soup').waitFor();

  await makeOld(page);
  await goTo(page, 'today');
  const reminder = page.getByRole('region', { name: 'A backup, if you like' });
  await reminder.getByRole('button', { name: 'Not now' }).click();
  await reminder.waitFor({ state: 'detached' });
  await page.reload();
  await appStands(page);
  await goTo(page, 'backup');
  await page.getByText('The last one from this device is of').waitFor();
  await goTo(page, 'today');
  await page.getByRole('heading', { name: 'Written today' }).waitFor();
  expect(await reminder.count()).toBe(0);
});
