import { type Page, type Worker } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Chromium } from '../support/chromium.ts';
import { button, entries, openApp } from '../support/comma.ts';
import { engineOf } from '../support/engine.ts';
import { openHours } from '../support/records.ts';

let chromium: Chromium;
let app: Page;

beforeEach(async () => {
  chromium = await Chromium.open();
  app = await openApp(chromium);
});
afterEach(() => chromium.close());

function workerOf(): Worker {
  const [worker] = chromium.context.serviceWorkers();
  if (!worker) throw new Error('The worker of Comma does not run.');
  return worker;
}

/** Chrome lets no driver press a key of its own or open a menu: its event is given to the worker instead. */
async function inWorker(event: 'command' | 'menu', detail: object | string): Promise<void> {
  await workerOf().evaluate(
    ([of, what]) => {
      const { onCommand } = chrome.commands;
      const { onClicked } = chrome.contextMenus;
      const given = (of === 'command' ? onCommand : onClicked) as unknown as {
        dispatch: (...details: unknown[]) => void;
      };
      given.dispatch(what);
    },
    [event, detail] as const,
  );
}

/** Keeps what is said on the icon from now on, however short it stands there. */
async function watchIcon(): Promise<() => Promise<string[]>> {
  await workerOf().evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const { action } = chrome;
    const set = action.setBadgeText.bind(action);
    const kept = (badge: chrome.action.BadgeTextDetails): Promise<void> => {
      said.push(badge.text ?? '');
      return set(badge);
    };
    Object.assign(action, { setBadgeText: kept });
  });
  return () => workerOf().evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

const quietFor = async (): Promise<number> => {
  const { quiet } = await engineOf(app);
  return quiet ? Math.round((quiet.until - Date.now()) / 60_000) : 0;
};

/** The ids of the entries that are there; the browser refuses to change one that is not. */
const menus = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const there: string[] = [];
    for (const id of ['pause-now', 'quiet-hour', 'keep-note', 'something-else'])
      await chrome.contextMenus.update(id, { enabled: true }).then(
        () => there.push(id),
        () => undefined,
      );
    return there;
  });

test.each(['command', 'menu'] as const)('“pause now” by a %s opens the pause', async (event) => {
  await openHours(app);
  const opened = chromium.context.waitForEvent('page');
  await inWorker(event, event === 'command' ? 'pause-now' : { menuItemId: 'pause-now' });
  const pause = await opened;
  await button(pause, 'I’m here').waitFor();
});

test.each(['command', 'menu'] as const)(
  'an hour of quiet by a %s begins, and the icon answers',
  async (event) => {
    await openHours(app);
    const said = await watchIcon();
    await inWorker(event, event === 'command' ? 'quiet-hour' : { menuItemId: 'quiet-hour' });
    await expect.poll(quietFor).toBe(60);
    await expect.poll(said).toEqual(['1h', '']);
  },
);

test('selected words are kept as a note, and no words are no note', async () => {
  const said = await watchIcon();
  await inWorker('menu', { menuItemId: 'keep-note', selectionText: '  ' });
  await expect.poll(said).toEqual(['!']);
  await inWorker('menu', { menuItemId: 'keep-note', selectionText: 'a sentence from a page' });
  await expect.poll(said).toContain('✓');
  const journal = await openApp(chromium, 'journal');
  await expect.poll(() => entries(journal)).toEqual(['a sentence from a page']);
  // The one that it came after does not come back.
  await expect.poll(async () => (await said()).at(-1), { timeout: 10_000 }).toBe('');
});

test('each entry of the menus is there once, also after the browser was closed', async () => {
  const all = ['pause-now', 'quiet-hour', 'keep-note'];
  await expect.poll(() => menus(app)).toEqual(all);
  await chromium.restart();
  const again = await openApp(chromium);
  await expect.poll(() => menus(again)).toEqual(all);
});

test('the page of checks names every command with the key that the browser gave it', async () => {
  const checks = await openApp(chromium, 'checks');
  const shown = checks.locator('dd');
  const given = ['Alt+Shift+Comma', 'Alt+Shift+Period', 'Alt+Shift+Q'];
  await expect.poll(async () => (await shown.allInnerTexts()).toSorted()).toEqual(given);
  const taken = checks.getByText('A key that is missing here');
  expect(await taken.count()).toBe(0);
  const opened = chromium.context.waitForEvent('page');
  await button(checks, 'Change the keys').click();
  await expect.poll(async () => (await opened).url()).toContain('chrome://extensions/shortcuts');
  // No browser takes a key back for a test.
  await checks.evaluate(() => {
    chrome.commands.getAll = () => Promise.resolve([{ name: 'pause-now', shortcut: '' }]);
    window.dispatchEvent(new Event('focus'));
  });
  await taken.waitFor();
  expect(await shown.allInnerTexts()).toEqual(['No key yet']);
});
