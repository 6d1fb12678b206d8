/** What a person does with the lock, in either shell. */
import { type Page } from 'playwright-core';

import { button, goTo } from './comma.ts';

export const passphrase = 'seven herons on the pier';

export async function turnLockOn(page: Page): Promise<void> {
  await goTo(page, 'lock');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('The same once more').fill(passphrase);
  await button(page, 'Turn the lock on').click();
  await button(page, 'Lock now').waitFor();
}

export async function unlock(page: Page, typed = passphrase): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(typed);
  await button(page, 'Unlock').click();
}

export const isLocked = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: 'Locked' }).waitFor();

/** What closes the lock has the page load anew: whatever is done in it before that is lost. */
export async function closes(page: Page, act: () => Promise<unknown>): Promise<void> {
  const anew = page.waitForEvent('load');
  await act();
  await anew;
}
