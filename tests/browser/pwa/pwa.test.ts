import { type Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { cacheControl, pageHeaders } from '../../../scripts/headers.ts';
import { type Served } from '../../../scripts/server.ts';
import { pwaOrigin, servePwa } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { appStands, button, entries, goTo, keepNote, openPwa, pwaUrl } from '../support/comma.ts';
import { watchChromium } from '../support/csp.ts';
import { copyRelease, type Release } from '../support/release.ts';

let chromium: Chromium;
let release: Release;
let served: Served;

beforeEach(async () => {
  release = await copyRelease();
  served = await servePwa(release.folder);
  chromium = await Chromium.open({ extension: null });
});
afterEach(async () => {
  await chromium.close();
  await served.close();
  await release.remove();
});

/** A tab that the service worker controls, watched from before its first script on. */
async function controlledTab(screen = 'today'): Promise<Page> {
  const page = await openPwa(chromium, screen);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await appStands(page);
  return page;
}

const lookForUpdate = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });

test('with no network every screen opens, by its own address too, and a line can be kept', async () => {
  await controlledTab();
  await served.close();
  const page = await chromium.context.newPage();
  const complaints = await watchChromium(page);
  for (const screen of ['practise/worth', 'entry/new', 'settings', 'ledger', 'help', 'pause']) {
    await page.goto('about:blank');
    await page.goto(pwaUrl(screen));
    await appStands(page);
  }
  await page.goto('about:blank');
  await page.goto(pwaUrl());
  await keepNote(page, 'written with no network');
  await goTo(page, 'journal');
  await expect.poll(() => entries(page)).toEqual(['written with no network']);
  await page.goto('about:blank');
  await page.goto(pwaUrl('journal'));
  await expect.poll(() => entries(page)).toEqual(['written with no network']);
  const heard = await complaints.all();
  // The browser itself notes that it could not look for an update.
  expect(heard.filter((line) => !line.includes('net::ERR_CONNECTION_REFUSED'))).toEqual([]);
});

test('the tab that did not accept an update keeps what is typed in it, and updates when asked', async () => {
  const accepting = await controlledTab();
  const typing = await controlledTab('entry/new');
  await typing.getByLabel('Your words').fill('in the middle of a thought');
  await release.next('two');
  await lookForUpdate(accepting);
  await button(accepting, 'Use it now').click();
  await expect.poll(() => accepting.evaluate(() => document.documentElement.id)).toBe('two');
  await typing.getByText('Reload to finish updating.').waitFor();
  expect(await typing.getByLabel('Your words').inputValue()).toBe('in the middle of a thought');
  expect(await typing.evaluate(() => document.documentElement.id)).toBe('');
  for (const screen of ['settings', 'help', 'practise', 'entry/new']) {
    await goTo(typing, screen);
    await appStands(typing);
  }
  await button(typing, 'Use it now').click();
  await expect.poll(() => typing.evaluate(() => document.documentElement.id)).toBe('two');
  await expect
    .poll(() => typing.getByLabel('Your words').inputValue())
    .toBe('in the middle of a thought');
});

test('an update that is put off leaves everything as it is', async () => {
  const page = await controlledTab();
  await release.next('two');
  await lookForUpdate(page);
  await page.getByText('A new version is ready when you are.').waitFor();
  await button(page, 'Later').last().click();
  await expect.poll(() => button(page, 'Use it now').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.id)).toBe('');
  await keepNote(page, 'still here');
});

test('every answer carries the headers that keep other origins and scripts out', async () => {
  const html = await (await fetch(`${pwaOrigin}/`)).text();
  const asset = /\/assets\/[\w.-]+\.js/.exec(html)?.[0] ?? '';
  expect(asset).not.toBe('');
  for (const path of ['/', '/sw.js', '/manifest.webmanifest', '/not/there', '/gone.js', asset]) {
    const { headers } = await fetch(`${pwaOrigin}${path}`);
    for (const [name, value] of Object.entries(pageHeaders)) expect(headers.get(name)).toBe(value);
    expect(headers.get('cache-control')).toBe(cacheControl(path));
  }
  const page = await controlledTab();
  await served.close();
  const fromCache = await page.reload();
  expect(fromCache?.fromServiceWorker()).toBe(true);
  const headers = await fromCache?.allHeaders();
  for (const [name, value] of Object.entries(pageHeaders))
    expect(headers?.[name.toLowerCase()]).toBe(value);
});

test('the policy is enforced: no foreign script, no injected markup, no other server', async () => {
  const page = await controlledTab();
  const refused = await page.evaluate(async () => {
    const attempts: Record<string, () => unknown> = {
      html: () => {
        document.body.innerHTML = '<img src=x onerror=alert(1)>';
      },
      // Later, because what the debugger itself runs is held to no policy.
      code: () =>
        new Promise((resolve, reject) => {
          setTimeout(() => {
            try {
              resolve(Reflect.construct(Function, ['return 1']));
            } catch {
              reject(new Error('No code from text.'));
            }
          });
        }),
      worker: () => navigator.serviceWorker.register('/other.js'),
      server: () => fetch('http://127.0.0.1:9/'),
    };
    const names: string[] = [];
    for (const [name, attempt] of Object.entries(attempts))
      try {
        await attempt();
      } catch {
        names.push(name);
      }
    return names;
  });
  expect(refused).toEqual(['html', 'code', 'worker', 'server']);
});
