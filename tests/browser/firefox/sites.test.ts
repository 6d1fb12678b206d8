import { type Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { eachFirefox } from '../support/each-firefox.ts';
import { type Firefox } from '../support/firefox.ts';
import {
  click,
  evaluating,
  fill,
  goTo,
  has,
  openApp,
  press,
  says,
} from '../support/firefox-comma.ts';
import { serveSite, type Site } from '../support/site.ts';
import { minutesOver, ringMinutes } from '../support/visits.ts';

let site: Site;
let firefox: Firefox;
let app: Page;

eachFirefox(
  (it) => {
    firefox = it;
  },
  { idleTimeout: 1_000 },
);
beforeEach(async () => {
  site = await serveSite();
  app = await openApp(firefox, 'sites');
  await fill(app, 'The site', site.origin);
  await fill(app, 'Why you want the pause', 'my evenings');
  await click(app, 'Add this site');
  await says(app, 'A breath first.');
  await expect.poll(watched).toEqual(['*://127.0.0.1/*']);
});
afterEach(() => site.close());

const watched = (): Promise<string[]> =>
  app.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
  );
/** Whether the browser lets Comma see the site; it always lets it see the page of the PWA. */
const allowed = (): Promise<boolean> =>
  app.evaluate(() => chrome.permissions.contains({ origins: ['*://127.0.0.1/*'] }));

/** Where the tab stands; the driver itself loses sight of it where it changes its process. */
const at = (page: Page): Promise<string> =>
  page.evaluate(() => location.href).catch(() => 'on the way');

/** Goes there as a person does; what comes first may be another page. */
function go(page: Page, address: string): void {
  page.goto(address, { timeout: 0 }).catch(() => undefined);
}

const asked = (page: Page): Promise<void> =>
  expect.poll(() => at(page)).toContain('/site/index.html#');
const there = (page: Page, path: string): Promise<void> =>
  expect.poll(() => at(page)).toBe(site.origin + path);
const seen = (): string[] => site.frames.filter((frame) => frame.endsWith(' visible'));

async function tabBefore(): Promise<Page> {
  return firefox.page(`${site.origin.replace('127.0.0.1', 'localhost')}/before`);
}

const back = (page: Page): Promise<void> =>
  page.evaluate(() => {
    history.back();
  });

test('in Firefox a breath and the reason come first, and going back from the site passes ours by', async () => {
  const page = await tabBefore();
  const before = await at(page);
  const drawn = site.frames.length;
  go(page, `${site.origin}/wanted`);
  await asked(page);
  await press(page, 'I’m here');
  await says(page, 'my evenings');
  expect(site.frames.slice(drawn).filter((frame) => frame.endsWith('/wanted visible'))).toEqual([]);
  await press(page, 'Go on for 10 minutes');
  await there(page, '/wanted');
  await expect.poll(seen).toContain('/wanted visible');
  await back(page);
  await expect.poll(() => at(page)).toBe(before);
});

test('in Firefox “Close” and going back lead to where the person came from', async () => {
  const page = await tabBefore();
  const before = await at(page);
  go(page, site.origin);
  await asked(page);
  await back(page);
  await expect.poll(() => at(page)).toBe(before);
  go(page, site.origin);
  await asked(page);
  await press(page, 'I’m here');
  await says(page, 'For how long?');
  await press(page, 'Close');
  await expect.poll(() => at(page)).toBe(before);
});

test('in Firefox the minutes outlive the event page, and end', async () => {
  const page = await tabBefore();
  go(page, site.origin);
  await asked(page);
  await press(page, 'I’m here');
  await press(page, 'Go on for 10 minutes');
  await there(page, '/');
  const workerRuns = (): Promise<boolean> =>
    app.evaluate(() => chrome.extension.getBackgroundPage() !== null);
  await expect.poll(workerRuns).toBe(false);
  go(page, `${site.origin}/again`);
  await there(page, '/again');
  await minutesOver(evaluating(app));
  await expect.poll(workerRuns).toBe(false);
  go(page, `${site.origin}/over`);
  await asked(page);
});

test('in Firefox the end of the minutes is said in a window beside the site', async () => {
  const page = await tabBefore();
  go(page, site.origin);
  await asked(page);
  await press(page, 'I’m here');
  await press(page, 'Go on for 10 minutes');
  await there(page, '/');
  await page.bringToFront();
  await minutesOver(evaluating(app));
  await ringMinutes(evaluating(app));
  const words = async (): Promise<string[]> =>
    Promise.all(
      (await firefox.browser.pages()).map((each) =>
        each.evaluate(() => document.querySelector('h1')?.innerText ?? '').catch(() => ''),
      ),
    );
  await expect.poll(words).toContainEqual(expect.stringContaining('The minutes for 127.0.0.1'));
  await there(page, '/');
});

test('a site that is removed opens as ever, and the browser’s leave is given back', async () => {
  expect(await allowed()).toBe(true);
  await press(app, `Remove ${new URL(site.origin).host}`);
  await says(app, 'Removed.');
  await expect.poll(watched).toEqual([]);
  await expect.poll(allowed).toBe(false);
  const page = await firefox.page(`${site.origin}/free`);
  expect(await at(page)).toBe(`${site.origin}/free`);

  await click(app, 'Undo');
  await says(app, 'my evenings');
  await expect.poll(allowed).toBe(true);
});

test('where the browser took its leave back, the list says so and asks again', async () => {
  await app.evaluate(() => chrome.permissions.remove({ origins: ['*://127.0.0.1/*'] }));
  await says(app, 'Your browser does not let Comma see this site');
  const free = await firefox.page(`${site.origin}/free`);
  expect(await at(free)).toBe(`${site.origin}/free`);
  await click(app, `Let Comma see ${new URL(site.origin).host} here`);
  await says(app, 'A breath first.');
  const page = await tabBefore();
  go(page, site.origin);
  await asked(page);
  await goTo(app, 'sites');
  expect(await has(app, `Remove ${new URL(site.origin).host}`)).toBe(true);
});
