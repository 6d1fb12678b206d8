import { readFile } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { pwaOrigin } from '../support/build.ts';
import { type Chromium } from '../support/chromium.ts';
import { appStands, button, entries, goTo, keepNote, openPwa } from '../support/comma.ts';
import { breakRow, raiseVersion, shapeOf } from '../support/vault.ts';
import { eachBrowser } from '../support/each-browser.ts';

let chromium: Chromium;

eachBrowser(
  (opened) => {
    chromium = opened;
  },
  { extension: null },
);

/** A page of the origin on which Comma does not run. */
const beside = (): Promise<Page> => chromium.page(`${pwaOrigin}/icons/192.png`);

async function savedCopy(page: Page): Promise<string> {
  const saving = page.waitForEvent('download');
  await button(page, 'Save a copy').first().click();
  const path = await (await saving).path();
  return readFile(path, 'utf8');
}

/** Runs inside the page: a browser tells of a full disk by refusing to put. */
function fillable(): void {
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as (
    ...args: unknown[]
  ) => IDBRequest<IDBValidKey>;
  IDBObjectStore.prototype.put = function (...args: unknown[]): IDBRequest<IDBValidKey> {
    if (Reflect.get(globalThis, 'full') === true)
      throw new DOMException('There is no room.', 'QuotaExceededError');
    return put.apply(this, args);
  };
}

const fill = (page: Page, full: boolean): Promise<void> =>
  page.evaluate((now) => {
    Object.assign(globalThis, { full: now });
  }, full);

test('two tabs that write at the same time keep all of it', async () => {
  const tabs = [await openPwa(chromium), await openPwa(chromium)] as const;
  for (const tab of tabs) await tab.setViewportSize({ width: 800, height: 2000 }); // all in view
  const asNotes = async (words: readonly string[]): Promise<void> => {
    for (const each of words) await keepNote(tabs[0], each);
  };
  const asEntries = async (words: readonly string[]): Promise<void> => {
    for (const each of words) {
      await goTo(tabs[1], 'entry/new');
      await tabs[1].getByLabel('Your words').fill(each);
      await button(tabs[1], 'Keep').click();
      await tabs[1].getByRole('article').getByText(each).waitFor();
    }
  };
  await Promise.all([
    asNotes(['left 1', 'left 2', 'left 3']),
    asEntries(['right 1', 'right 2', 'right 3']),
  ]);
  for (const tab of tabs) {
    await goTo(tab, 'journal');
    await expect
      .poll(() => entries(tab).then((words) => words.toSorted()))
      .toEqual(['left 1', 'left 2', 'left 3', 'right 1', 'right 2', 'right 3']);
  }
});

test('one entry written in two tabs at the same time holds the words of both', async () => {
  const first = await openPwa(chromium);
  await keepNote(first, 'in the middle');
  await goTo(first, 'journal');
  await first.getByRole('article').getByRole('link').click();
  await first.getByLabel('Your words').waitFor();
  const second = await chromium.page(first.url());
  const words = (tab: Page): ReturnType<Page['getByLabel']> => tab.getByLabel('Your words');
  await words(second).waitFor();
  await Promise.all([
    words(first).fill('at first, in the middle'),
    words(second).fill('in the middle, at last'),
  ]);
  for (const tab of [first, second])
    await expect.poll(() => words(tab).inputValue()).toBe('at first, in the middle, at last');
});

test('a journal that a later Comma wrote can be read and saved, and is not written to', async () => {
  const before = await openPwa(chromium);
  await keepNote(before, 'written before');
  await before.close();
  const outside = await beside();
  await raiseVersion(outside);
  const shape = await shapeOf(outside);

  const page = await openPwa(chromium);
  await page.getByText('A newer Comma wrote in this journal.').waitFor();
  await page.getByLabel('A quick note').fill('not to be kept');
  await button(page, 'Keep').click();
  await goTo(page, 'journal');
  await expect.poll(() => entries(page)).toEqual(['written before']);
  expect(await savedCopy(page)).toContain('written before');
  const { version, rows } = await shapeOf(outside);
  expect({ version, rec: rows['rec'] }).toEqual({ version: shape.version, rec: shape.rows['rec'] });
});

test('a row that does not open is counted and kept, and everything else goes on', async () => {
  const before = await openPwa(chromium);
  await keepNote(before, 'the one that breaks');
  const { version } = await shapeOf(before);
  await keepNote(before, 'the one that opens');
  await before.close();
  const outside = await beside();
  await breakRow(outside, version);
  const { rows } = await shapeOf(outside);

  const page = await openPwa(chromium, 'journal');
  await expect.poll(() => entries(page)).toEqual(['the one that opens']);
  await goTo(page, 'settings');
  await page.getByText('One entry did not open. It is kept just as it is.').waitFor();
  await goTo(page, 'today');
  await keepNote(page, 'and one more');
  await goTo(page, 'journal');
  await expect.poll(() => entries(page)).toEqual(['and one more', 'the one that opens']);
  expect((await shapeOf(page)).rows['rec']).toBeGreaterThanOrEqual((rows['rec'] ?? 0) + 1);
});

test('when the device is full the words stay on the screen, and can be kept once there is room', async () => {
  const page = await chromium.context.newPage();
  await page.addInitScript(fillable);
  await page.goto(`${pwaOrigin}/#/today`);
  await keepNote(page, 'while there was room');
  await fill(page, true);
  const field = page.getByLabel('A quick note');
  await field.fill('when there was none');
  await button(page, 'Keep').click();
  const full = page.getByText('This device is out of room.');
  await full.first().waitFor();
  expect(await field.inputValue()).toBe('when there was none');
  expect(await savedCopy(page)).toContain('while there was room');

  await fill(page, false);
  await button(page, 'Keep').click();
  await page.getByText('Kept.').waitFor();
  await expect.poll(() => full.count()).toBe(0);
  await goTo(page, 'journal');
  await expect.poll(() => entries(page)).toEqual(['when there was none', 'while there was room']);
});

/** As if this browser let Comma notice who is there, and pushes reached it. */
const letEverything = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    localStorage.setItem('notice-away', '');
    const unsubscribe = (): void => {
      sessionStorage.setItem('unsubscribed', 'yes');
    };
    PushManager.prototype.getSubscription = () => Promise.resolve({ unsubscribe } as never);
  });

test('erasing everything leaves nothing of the journal and nothing beside it, and a new one begins', async () => {
  const page = await openPwa(chromium);
  await keepNote(page, 'to be forgotten');
  await letEverything(page);
  const { seed } = await shapeOf(page);
  await goTo(page, 'settings');
  await button(page, 'Erase everything').first().click();
  const begunAgain = page.waitForEvent('load');
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await begunAgain;
  await appStands(page);
  expect((await shapeOf(page)).seed).not.toBe(seed);
  expect(await page.evaluate(() => localStorage.getItem('notice-away'))).toBeNull();
  expect(await page.evaluate(() => sessionStorage.getItem('unsubscribed'))).toBe('yes');
  await goTo(page, 'journal');
  await page.getByText('A place for a line now and then').waitFor();
  expect(await entries(page)).toEqual([]);
  await goTo(page, 'today');
  await keepNote(page, 'a first line');
});
