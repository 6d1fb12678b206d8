import { type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { type Served } from '../../../scripts/server.ts';
import { axeFindings, inOtherTheme } from '../support/axe.ts';
import { servePwa } from '../support/build.ts';
import { complaintsIn, watchFirefox } from '../support/csp.ts';
import { Firefox } from '../support/firefox.ts';
import { goTo, keepNote, openApp, openPwa } from '../support/firefox-comma.ts';

/** Neighbours are different screens, so that each can be told from the one before. */
const routes = [
  'practise',
  'journal',
  'practise/worth',
  'entry/new',
  'pause',
  'settings',
  'pause/ground',
  'ledger',
  'prompts',
  'pause/write',
  'prompts/main',
  'away',
  'coming',
  'noticing',
  'help',
  'help/change',
  'checks',
  'pause/comma',
  'today',
];
const windows = ['popup', 'panel', 'pause'].map((name) => `${name}/index.html`);

let served: Served;
beforeAll(async () => {
  served = await servePwa();
});
afterAll(() => served.close());

/** The screen before this one carries a mark; what moves or waits has come to rest. */
async function stands(page: Page): Promise<void> {
  const isThere = (): boolean =>
    document.querySelector('h1:not([data-before])') !== null &&
    document.querySelector('main [inert]:not(.ways)') === null;
  await expect.poll(() => page.evaluate(isThere)).toBe(true);
}

async function open(page: Page, route: string): Promise<void> {
  await page.evaluate(() => {
    document.querySelector('h1')?.setAttribute('data-before', '');
  });
  await goTo(page, route);
  await stands(page);
}

interface Looks {
  readonly widths: readonly number[];
  /** Of axe's rules only these. */
  readonly rules?: string[];
}

/** As tall as what stands on it, so that no bar of the app lies over what a person would scroll to. */
async function findings(page: Page, name: string, { widths, rules }: Looks): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    let height = 0;
    // What is fetched a moment later makes it taller once more.
    for (let needed = 800; needed > height;) {
      height = needed;
      await page.setViewport({ width, height });
      needed = await page.evaluate(() => document.documentElement.scrollHeight);
    }
    for (const finding of await axeFindings(page, rules))
      found.push(`${name} at ${width}: ${finding}`);
  }
  return found;
}

async function everyRoute(page: Page, looks: Looks): Promise<string[]> {
  const found: string[] = [];
  await keepNote(page, 'A line that is long enough to be wrapped on a phone, and one more.');
  for (const route of routes) {
    await open(page, route);
    found.push(...(await findings(page, route, looks)));
  }
  return [...found, ...(await complaintsIn(page).all())];
}

// A theme changes colours, a width changes the layout: Chromium's suite crosses the two.
describe.each([
  ['light', { widths: [1280, 360] }],
  ['dark', { widths: [360], rules: inOtherTheme }],
] as const)('in Firefox, %s,', (theme, looks: Looks) => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await Firefox.open({ watched: true, theme });
  });
  afterAll(() => firefox.close());

  test('every screen of the extension is whole, wide and narrow', async () => {
    expect(await everyRoute(await openApp(firefox), looks)).toEqual([]);
  });

  test.each(windows)('the window %s is whole, wide and narrow', async (path) => {
    const page = await firefox.extensionPage(path);
    await stands(page);
    expect(await findings(page, path, looks)).toEqual([]);
    expect(await complaintsIn(page).all()).toEqual([]);
  });

  test('every screen of the PWA is whole, wide and narrow', async () => {
    const page = await openPwa(firefox, 'today', watchFirefox);
    expect(await everyRoute(page, looks)).toEqual([]);
    const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(dark).toBe(theme === 'dark');
  });
});
