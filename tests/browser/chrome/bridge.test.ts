import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { serve } from '../../../scripts/server.ts';
import { buildOf } from '../../support/place.ts';
import { pwaOrigin } from '../support/build.ts';
import { type Chromium } from '../support/chromium.ts';
import {
  appStands,
  button,
  entries,
  goTo,
  keepNote,
  meet,
  openApp,
  openPwa,
  pwaUrl,
} from '../support/comma.ts';
import { shapeOf } from '../support/vault.ts';
import { cutWire, sayRaw, tapWire, wireOf } from '../support/wire.ts';
import { eachBrowser } from '../support/each-browser.ts';

let chromium: Chromium;
let app: Page;

eachBrowser(async (opened) => {
  chromium = opened;
  app = await openApp(chromium);
});

/** A page of the PWA that was prepared before it loads. */
async function preparedPwa(
  prepare: (page: Page) => Promise<void>,
  screen = 'today',
): Promise<Page> {
  const page = await chromium.context.newPage();
  await prepare(page);
  await page.goto(pwaUrl(screen));
  await appStands(page);
  return page;
}

async function meetAndClosePopup(pwa: Page): Promise<void> {
  const popup = await chromium.extensionPage('popup/index.html');
  await meet(popup, pwa);
  await popup.close();
}

test('two journals that meet by six digits are united, and stay in step', async () => {
  await keepNote(app, 'written in the extension');
  const pwa = await openPwa(chromium);
  await keepNote(pwa, 'written in the page');
  await meetAndClosePopup(pwa);
  for (const page of [app, pwa]) {
    await goTo(page, 'journal');
    await expect
      .poll(() => entries(page).then((words) => words.toSorted()))
      .toEqual(['written in the extension', 'written in the page']);
  }
  expect((await shapeOf(pwa)).seed).toBe((await shapeOf(app)).seed);
});

test.each([
  ['in the extension', 'They differ'],
  ['in the page', 'Stop'],
])('a meeting declined %s changes nothing on either side', async (_where, answer) => {
  await keepNote(app, 'written in the extension');
  const pwa = await openPwa(chromium);
  await keepNote(pwa, 'written in the page');
  const before = [await shapeOf(app), await shapeOf(pwa)];
  const popup = await chromium.extensionPage('popup/index.html');
  await goTo(pwa, 'settings');
  await button(pwa, 'Meet the extension').click();
  await popup.locator('.digits').waitFor();
  await button(answer === 'Stop' ? pwa : popup, answer).click();
  await pwa.getByText('Stopped. Nothing was shared.').waitFor();
  await expect.poll(() => popup.locator('.digits').count()).toBe(0);
  expect([await shapeOf(app), await shapeOf(pwa)]).toEqual(before);
});

test('the same entry edited on both sides while they are apart keeps every word', async () => {
  await keepNote(app, 'the middle of it');
  const first = await openPwa(chromium);
  await meetAndClosePopup(first);
  await goTo(first, 'journal');
  await first.getByText('the middle of it').waitFor();
  await first.close();

  const apart = await preparedPwa(cutWire, 'journal');
  const edit = async (page: Page, words: string): Promise<void> => {
    await goTo(page, 'journal');
    await page.getByRole('article').getByRole('link').click();
    await page.getByLabel('Your words').fill(words);
    await button(page, 'Done').click();
    await page.getByText(words).waitFor();
  };
  await edit(app, 'from the extension, the middle of it');
  await edit(apart, 'the middle of it, from the page');
  await apart.close();

  const together = await openPwa(chromium, 'journal');
  const united = 'from the extension, the middle of it, from the page';
  for (const page of [app, together]) {
    await goTo(page, 'journal');
    await page.getByText(united).waitFor();
    expect(await entries(page)).toEqual([united]);
  }
});

test('a note shows in every open page of both shells, without a reload', async () => {
  const pwa = await openPwa(chromium);
  await meetAndClosePopup(pwa);
  const second = await openApp(chromium);
  const panel = await chromium.extensionPage('panel/index.html');
  await goTo(pwa, 'today');
  const pages = [app, second, pwa];
  for (const [turn, writer] of [pwa, panel, second, app].entries()) {
    const words = `note number ${turn}`;
    await writer.getByLabel('A quick note').fill(words);
    await button(writer, 'Keep').click();
    for (const page of pages) await page.getByRole('article').getByText(words).waitFor();
  }
});

test('a page of any other origin reaches nobody', async () => {
  await keepNote(app, 'written in the extension');
  const before = await shapeOf(app);
  const other = await serve(buildOf('pwa'), 0);
  try {
    const otherPort = await chromium.page(`http://localhost:${other.port}/#/settings`);
    expect(await sayRaw(otherPort, [JSON.stringify({ t: 'hello', v: 2, nonce: '' })])).toEqual([]);
    await button(otherPort, 'Meet the extension').click();
    await otherPort.getByText(/The extension (does not answer|went to sleep)/).waitFor();
    expect(await otherPort.locator('.digits').count()).toBe(0);
    const otherHost = await chromium.page(`http://127.0.0.1:${other.port}/`);
    expect(await otherHost.evaluate('typeof chrome.runtime')).toBe('undefined');
  } finally {
    await other.close();
  }
  expect(await shapeOf(app)).toEqual(before);
});

test('what goes over the wire holds no word of the journal', async () => {
  const words = ['Wintergarden', 'umbrella'];
  await keepNote(app, `${words[0] ?? ''} in the extension`);
  const pwa = await preparedPwa(tapWire);
  await keepNote(pwa, `${words[1] ?? ''} in the page`);
  await meetAndClosePopup(pwa);
  await goTo(pwa, 'journal');
  await expect.poll(() => entries(pwa)).toHaveLength(2);
  await goTo(app, 'journal');
  await expect.poll(() => entries(app)).toHaveLength(2);
  const { sent, heard } = await wireOf(pwa);
  expect(sent.length).toBeGreaterThan(5);
  expect(heard.length).toBeGreaterThan(5);
  const said = JSON.stringify([sent, heard]);
  for (const word of [...words, 'journal', 'settings', 'feelings']) {
    expect(said).not.toContain(word);
    // In base64 a word reads in one of three ways, by where it begins.
    for (const pad of ['', ' ', '  ']) {
      const coded = Buffer.from(pad + word).toString('base64url');
      expect(said).not.toContain(coded.slice(pad.length + 1, -2));
    }
  }
});

test('forged, replayed and oversized messages change nothing', async () => {
  await keepNote(app, 'written in the extension');
  const pwa = await preparedPwa(tapWire);
  await meetAndClosePopup(pwa);
  await goTo(pwa, 'today');
  await keepNote(pwa, 'written in the page');
  await goTo(app, 'journal');
  await expect.poll(() => entries(app)).toHaveLength(2);
  const { sent } = await wireOf(pwa);
  const before = await shapeOf(app);

  const hello = JSON.stringify({ t: 'hello', v: 2, nonce: 'AAAAAAAAAAAAAAAAAAAAAA' });
  const sealed = JSON.stringify({ t: 'sealed', n: 0, ct: 'A'.repeat(400) });
  const attacks: readonly (readonly unknown[])[] = [
    ['', '{', 'null', '[]', '{"t":"sealed"}', '{"t":"__proto__"}'],
    [null, 1, true, { t: 'hello' }, ['hello'], { to: 'pairing', type: 'confirm' }],
    [hello, hello],
    [hello, sealed, sealed],
    ['x'.repeat(5_000_000)],
    [hello, JSON.stringify({ t: 'sealed', n: 0, ct: 'A'.repeat(5_000_000) })],
    [JSON.stringify({ t: 'pair-received', proof: 'A'.repeat(43) })],
    sent,
    sent.filter((message) => typeof message === 'string' && message.includes('"sealed"')),
    [...sent].reverse(),
    ...sent.map((message) => [message, message]),
  ];
  for (const attack of attacks) await sayRaw(pwa, attack);
  expect(await shapeOf(app)).toEqual(before);
  expect(await entries(app)).toHaveLength(2);

  await goTo(pwa, 'today');
  await keepNote(pwa, 'and still in step');
  await app.getByText('and still in step').waitFor();
});

test('a script on the page can never answer the digits itself', async () => {
  const pwa = await openPwa(chromium, 'settings');
  const before = await shapeOf(app);
  const popup = await chromium.extensionPage('popup/index.html');
  await button(pwa, 'Meet the extension').click();
  await popup.locator('.digits').waitFor();
  const answered = await pwa.evaluate(
    (id) =>
      new Promise<string>((resolve) => {
        chrome.runtime.sendMessage(id, { to: 'pairing', type: 'confirm' }, () => {
          resolve(chrome.runtime.lastError?.message ?? 'answered');
        });
      }),
    new URL(app.url()).host,
  );
  expect(answered).not.toBe('answered');
  expect(await popup.locator('.digits').count()).toBe(1);
  expect(await shapeOf(app)).toEqual(before);
  expect(pwaOrigin).toBe(new URL(pwa.url()).origin);
});

test('after everything was erased in the extension, a page that meets it shares the new journal', async () => {
  await keepNote(app, 'to be forgotten');
  const { seed } = await shapeOf(app);
  await goTo(app, 'settings');
  await button(app, 'Erase everything').first().click();
  const begunAgain = app.waitForEvent('load');
  await app.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await begunAgain;
  await appStands(app);

  const pwa = await openPwa(chromium);
  await meetAndClosePopup(pwa);
  const shared = await shapeOf(pwa);
  expect(shared.seed).toBe((await shapeOf(app)).seed);
  expect(shared.seed).not.toBe(seed);
});
