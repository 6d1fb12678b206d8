import { type Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { serveCallSite, type CallSite } from '../support/call-site.ts';
import { eachFirefox } from '../support/each-firefox.ts';
import * as engine from '../support/engine.ts';
import { type Firefox } from '../support/firefox.ts';
import {
  click,
  evaluating,
  fill,
  goTo,
  openApp,
  press,
  says,
  openHours,
} from '../support/firefox-comma.ts';
import { whileTyping } from '../support/typing.ts';

let firefox: Firefox;
let site: CallSite;
let app: Page;

eachFirefox(
  (it) => {
    firefox = it;
  },
  { pretendedMedia: true },
);
beforeEach(async () => {
  site = await serveCallSite();
  app = await openApp(firefox);
  await openHours(app);
  await goTo(app, 'noticing');
});
afterEach(() => site.close());

interface Given {
  readonly origins: readonly string[];
  readonly scripts: readonly string[];
}

/** What the browser allows and where scripts of ours are registered, beside what the extension came with. */
const given = (): Promise<Given> =>
  app.evaluate(async () => {
    const { origins = [] } = await chrome.permissions.getAll();
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return { origins, scripts: scripts.map(({ id }) => id) };
  });

const watched = (): Promise<readonly string[]> =>
  app.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
  );

const inCall = (): Promise<boolean> =>
  engine.engineOf(evaluating(app)).then(({ around }) => around.meeting !== undefined);

async function does(page: Page, action: string): Promise<void> {
  await page.bringToFront();
  await page.click(`#${action}`);
  await expect.poll(() => page.title()).toBe(action);
}

test('calls are noticed after a click that asks for the call sites alone, again for one that comes back to the list, and all is given back', async () => {
  await says(app, 'this browser tells by itself');
  const before = await given();
  expect(before.scripts).toEqual([]);
  await click(app, 'Let Comma notice calls');
  await says(app, 'Comma notices calls on the sites below.');
  await fill(app, 'Another site', site.origin);
  await click(app, 'Add this site');
  await expect.poll(() => given().then(({ origins }) => origins)).toContain('*://127.0.0.1/*');
  const { origins, scripts } = await given();
  expect(origins).toContain('*://*.zoom.us/*');
  expect(origins).not.toContain('*://*/*');
  expect(scripts.toSorted()).toEqual(['calls', 'page-media']);

  const call = await firefox.page(site.origin);
  expect(await inCall()).toBe(false);
  await does(call, 'join');
  await expect.poll(inCall).toBe(true);
  await does(call, 'hangUp');
  await expect.poll(inCall).toBe(false);

  await app.bringToFront();
  await press(app, 'Remove 127.0.0.1');
  await expect.poll(() => given().then((now) => now.origins)).not.toContain('*://127.0.0.1/*');
  await press(app, 'Remove zoom.us');
  await expect.poll(() => given().then((now) => now.origins)).not.toContain('*://*.zoom.us/*');
  await click(app, 'The first list again');
  await expect.poll(() => given().then((now) => now.origins)).toContain('*://*.zoom.us/*');
  await expect.poll(watched).toContain('*://*.zoom.us/*');
  expect(await app.evaluate(() => document.body.innerText)).not.toContain('does not show Comma');
  await press(app, 'Stop noticing calls');
  await says(app, 'Comma does not look for calls.');
  await expect.poll(given).toEqual(before);
});

test('typing is noticed after a click, holds a pause, and leaves the leave for calls alone when it is given back', async () => {
  await click(app, 'Let Comma notice calls');
  await says(app, 'Comma notices calls on the sites below.');
  const withCalls = await given();
  await click(app, 'Let Comma notice typing');
  await says(app, 'Comma waits for a gap while you type.');
  await expect.poll(() => given().then(({ scripts }) => scripts)).toContain('keys');

  const page = await firefox.page(site.origin);
  await page.bringToFront();
  await engine.workedFor(evaluating(app), 55);
  const held = (): Promise<readonly string[] | undefined> =>
    engine.pendingOf(evaluating(app)).then((slot) => slot?.heldBy);
  await page.focus('[aria-label=Chat]');
  await whileTyping(
    () => page.keyboard.press('a'),
    async () => {
      await engine.ring(evaluating(app));
      await expect.poll(held).toEqual(['typing']);
    },
  );

  await app.bringToFront();
  await press(app, 'Stop noticing typing');
  await says(app, 'Comma knows of keys in its own pages only.');
  await expect.poll(given).toEqual(withCalls);
});

test('T30: a film over the whole screen holds a pause, and ends in an offer', async () => {
  const film = await firefox.page(site.origin);
  await does(film, 'film');
  await engine.workedFor(evaluating(app), 55);
  await engine.ring(evaluating(app));
  await expect
    .poll(() => engine.pendingOf(evaluating(app)).then((slot) => slot?.heldBy))
    .toEqual(['media']);
  await does(film, 'filmEnds');
  await engine.offered(evaluating(app));
});
