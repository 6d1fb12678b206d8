import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Served } from '../../../scripts/server.ts';
import { axeFindings, inOtherTheme } from '../support/axe.ts';
import { servePwa } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { appStands, button, goTo, keepNote, pwaUrl, welcomeAlways } from '../support/comma.ts';
import { watchChromium, type Complaints } from '../support/csp.ts';
import { pauseSettings } from '../support/pause-settings.ts';
import { states } from '../support/states.ts';

let chromium: Chromium;
let served: Served;
const watched = new Map<Page, Complaints>();
const pages: Partial<Record<'app' | 'pwa', Page>> = {};

/** A page that is watched from before its first script on. */
async function watchedPage(url: string): Promise<Page> {
  const page = await chromium.context.newPage();
  watched.set(page, await watchChromium(page));
  await page.emulateMedia({ reducedMotion: 'reduce' }); // a colour on its way is no finding
  await page.goto(url);
  await appStands(page);
  return page;
}

beforeAll(async () => {
  served = await servePwa();
  chromium = await Chromium.open();
  pages.app = await watchedPage(chromium.url('app/index.html#/today'));
  pages.pwa = await watchedPage(pwaUrl());
  for (const page of [pages.app, pages.pwa]) {
    await button(page, 'tense').click();
    await keepNote(page, 'A line that is long enough to be wrapped on a phone, and one more.');
    await keepNote(page, 'https://example.org/a-word-without-any-space-that-is-wider-than-a-phone');
    await welcomeAlways(page);
    await goTo(page, 'pause/line');
    await button(page, 'Done').click();
    await button(page, 'Back to my day').last().click();
  }
});
afterAll(async () => {
  await chromium.close();
  await served.close();
});

async function settled(page: Page): Promise<void> {
  await page.locator('#app:not([aria-busy])').waitFor();
  await page.getByRole('heading').first().waitFor();
  await expect.poll(() => page.locator('main [inert]:not(.ways)').count()).toBe(0);
}

/** As tall as what stands on it, so that no bar of the app lies over what a person would scroll to. */
async function resize(page: Page, width: number): Promise<void> {
  let height = 0;
  // What is fetched a moment later makes it taller once more.
  for (let needed = 800; needed > height;) {
    height = needed;
    await page.setViewportSize({ width, height });
    needed = await page.evaluate(heightDrawn);
  }
}

/** Runs inside the page, which hears of its new size with the next frame. */
const heightDrawn = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        resolve(document.documentElement.scrollHeight);
      }),
    );
  });

/** Colours take a moment to change, and a page in the background never gets to it. */
async function changeTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const onTheWay = (): Promise<number> =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const colours = document
              .getAnimations()
              .filter((each) => each instanceof CSSTransition)
              .filter(({ transitionProperty }) => transitionProperty.includes('color'));
            resolve(colours.length);
          });
        }),
    );
  await expect.poll(onTheWay).toBe(0);
}

/** The browser's remark when a list measures itself once more after we have resized the window. */
const resizing = 'ResizeObserver loop completed with undelivered notifications.';

/** What is wrong with the page as it stands, in both themes and on both widths. */
async function faults(page: Page, narrow: readonly number[] = [360, 320]): Promise<string[]> {
  const found: string[] = [];
  await page.bringToFront();
  for (const width of [1280, narrow[0] ?? 360]) {
    await resize(page, width);
    for (const theme of ['light', 'dark'] as const) {
      await changeTheme(page, theme);
      const findings = await axeFindings(page, theme === 'dark' ? inOtherTheme : undefined);
      found.push(...findings.map((finding) => `${width} ${theme}: ${finding}`));
    }
  }
  for (const width of narrow) {
    await page.setViewportSize({ width, height: 640 });
    await page.evaluate(heightDrawn);
    found.push(...(await page.evaluate(tooWide)));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  const said = (await watched.get(page)?.all()) ?? ['nobody watches this page'];
  return [...found, ...said.filter((complaint) => complaint !== resizing)];
}

/** Runs inside the page: empty when nothing has to be scrolled sideways, else what sticks out. */
function tooWide(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.querySelectorAll('body main *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth,
  );
  // Where nothing scrolls sideways, only the margin may lie beyond the edge.
  if (getComputedStyle(document.documentElement).overflowX === 'hidden' && out.length === 0)
    return [];
  const names = out.map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`);
  return [`${clientWidth}: ${scrollWidth - clientWidth} px too wide: ${names.join(' ')}`];
}

const at = (page: Page | undefined): Page => {
  if (!page) throw new Error('The pages are not open yet.');
  return page;
};

/** The browser gives the popup the width it asks for, wherever it opens. */
const popupWidth = [400];

const routes = [
  'today',
  'practise',
  'practise/worth',
  'practise/validation',
  'practise/questions',
  'practise/body',
  'practise/endings',
  'journal',
  'entry/new',
  'night',
  'session',
  'anchors',
  'anchor-form',
  'movement',
  'movement/new',
  'meals',
  'bring',
  'share',
  'month/back',
  'body-heart',
  'settings',
  'prompts',
  'prompts/main',
  'away',
  'noticing',
  'ledger',
  'coming',
  'checks',
  'help',
  'help/change',
] as const;

test.each(routes)('%s is whole in both themes, wide and narrow', async (screen) => {
  const page = at(pages.app);
  await goTo(page, screen);
  await settled(page);
  expect(await faults(page)).toEqual([]);
});

test.each([...states, ...pauseSettings])(
  '%s is whole in both themes, wide and narrow',
  async (_name, open) => {
    const page = at(pages.app);
    await page.keyboard.press('Escape');
    await goTo(page, 'today');
    // Or a screen that was asked for twice would still stand as the last test left it.
    await page.locator('[aria-current=page]', { hasText: 'Today' }).waitFor();
    await open(page);
    await settled(page);
    expect(await faults(page)).toEqual([]);
  },
);

test.each([
  'popup/index.html',
  'panel/index.html',
  'pause/index.html#offer/slot',
  'pause/index.html#begin/slot',
])('the window %s is whole in both themes, wide and narrow', async (path) => {
  const page = await watchedPage(chromium.url(path));
  await settled(page);
  expect(await faults(page, path.startsWith('popup') ? popupWidth : undefined)).toEqual([]);
  await page.close();
});

test.each(['today', 'settings', 'journal', 'prompts/main', 'noticing', 'coming', 'checks'])(
  '%s of the PWA is whole in both themes, wide and narrow',
  async (screen) => {
    const page = at(pages.pwa);
    await goTo(page, screen);
    await settled(page);
    expect(await faults(page)).toEqual([]);
  },
);

test('the digits of a meeting are whole in both places', async () => {
  const popup = await watchedPage(chromium.url('popup/index.html'));
  const page = at(pages.pwa);
  await goTo(page, 'settings');
  await button(page, 'Meet the extension').click();
  await page.locator('.digits').waitFor();
  await popup.locator('.digits').waitFor();
  expect(await faults(page)).toEqual([]);
  expect(await faults(popup, popupWidth)).toEqual([]);
});
