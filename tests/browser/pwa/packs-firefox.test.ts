/** A practice pack in Firefox, which checks signatures by code of its own. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { signedBytes } from '#core/features/packs/packs.svelte.ts';
import { createSigner, fingerprintOf, sign } from '#core/vault/signatures.ts';

import { type Served } from '../../../scripts/server.ts';
import { servePwa } from '../support/build.ts';
import { complaintsIn, watchFirefox } from '../support/csp.ts';
import { eachFirefox } from '../support/each-firefox.ts';
import { type Firefox } from '../support/firefox.ts';
import { goTo, openPwa, press, says } from '../support/firefox-comma.ts';

let firefox: Firefox;
let served: Served;

eachFirefox(
  (it) => {
    firefox = it;
  },
  { extension: null },
);
beforeEach(async () => {
  served = await servePwa();
});
afterEach(async () => {
  await served.close();
});

const give = (page: Page, text: string): Promise<void> =>
  page.evaluate((content) => {
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('There is no place for a file.');
    const chosen = new DataTransfer();
    chosen.items.add(new File([content], 'pack.json', { type: 'application/json' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);

test('in Firefox a signed pack shows the digits of its key, is refused once changed, is played, brings people without a number, and shows a later edition word by word', async () => {
  const file = join(import.meta.dirname, '../../../docs/packs/before-a-talk.json');
  const people = [{ id: 'me', part: 'professionals', name: 'Your therapist' }];
  const pack = { ...(JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>), people };
  const signer = await createSigner();
  if (!signer) throw new Error('Node has Ed25519.');
  const signedBy = async (whole: Record<string, unknown>): Promise<string> => {
    const sig = await sign(signer, signedBytes(whole));
    return JSON.stringify({ ...whole, signature: { alg: 'Ed25519', key: signer.key, sig } });
  };
  const signed = await signedBy(pack);

  const page = await openPwa(firefox, 'packs', watchFirefox);
  await says(page, 'Open a pack');
  await give(page, signed.replace('Sample', 'Simple'));
  await says(page, 'It was changed after it was signed');
  await give(page, signed);
  await says(page, await fingerprintOf(signer.key));
  await says(page, 'no pack brings a number to call');
  await press(page, 'Take these 8');
  await says(page, 'It is with your practices and decks now.');
  await goTo(page, 'practise');
  await says(
    page,
    /Feet first\s+A minute in the body before you say anything\. 2 min\. From Dr Ines Sample\./,
  );
  await page.evaluate(() => {
    [...document.querySelectorAll('a')]
      .find((link) => link.innerText.includes('Feet first'))
      ?.click();
  });
  await press(page, 'Begin');
  await says(page, 'Feel both feet on the floor');

  // A later edition of the same key shows what it says otherwise, word by word, and takes the place of the first.
  await goTo(page, 'packs');
  const later = signed
    .replace('Open the window', 'Open a window')
    .replace('"edition":1', '"edition":2');
  const { signature, ...whole } = JSON.parse(later) as Record<string, unknown>;
  expect(signature).toBeDefined();
  await give(page, await signedBy(whole));
  await says(page, 'Edition 2.');
  const marked = (tag: string): Promise<string[]> =>
    page.$$eval(tag, (marks) => marks.map(({ textContent }) => textContent));
  expect(await marked('del')).toEqual(['before:  the']);
  expect(await marked('ins')).toEqual(['new:  a']);
  await press(page, 'Take this one');
  await says(page, 'It is with your practices and decks now.');
  await goTo(page, 'help');
  await press(page, 'All of it');
  await says(page, 'Open a window and feel the air on your face.');
  await says(page, 'Your therapist');
  await goTo(page, 'packs');
  await press(page, 'Remove the pack');
  await says(page, 'Nothing yet.');
  expect(await complaintsIn(page).all()).toEqual([]);
});
