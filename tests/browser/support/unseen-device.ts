/** A device without a screen, in Node, paired with one that has one. */
import { type Page } from 'playwright-core';
import { expect } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { takeCode } from '#core/sync/pairing/by-code.ts';
import { codeOfText } from '#core/sync/pairing/code.ts';
import { systemFetch } from '#core/sync/relay/ask.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { adoptSeed } from '#core/vault/adopt.ts';

import { keep, type Kept } from '../../support/kept.ts';
import { testVault } from '../../support/vault.ts';
import { button, goTo } from './comma.ts';

/** It is given the code that the page shows, which then stands on its devices. */
export async function pairUnseen(page: Page): Promise<Kept> {
  await goTo(page, 'devices');
  await button(page, 'Show a code').click();
  const code = codeOfText(await page.getByLabel('The code as text').inputValue());
  if (!code) throw new Error('That is no code.');
  const parts = { fetch: systemFetch, schedule: systemSchedule, random: systemRandom };
  const taking = takeCode(code, { ...parts, now: () => Date.now() });
  const digits = await taking.digits;
  expect(digits).toEqual({ ok: true, value: await page.locator('.digits').innerText() });
  await button(page, 'They match').click();
  const seed = await taking.seed;
  if (!seed.ok) throw new Error(seed.error.type);
  await page.getByText('In step from now on.').waitFor();
  const unseen = await keep(await testVault());
  await adoptSeed(unseen.vault, seed.value);
  await unseen.keeper.use({ origin: code.origin });
  return unseen;
}
