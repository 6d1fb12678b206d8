import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Chromium } from '../support/chromium.ts';
import { button, pressAway } from '../support/comma.ts';
import {
  asked,
  breathe,
  eachSite,
  go,
  goOn,
  listSite,
  reason,
  tabBefore,
  type SiteWorld,
} from '../support/listed-site.ts';
import { type Site } from '../support/site.ts';
import { minutesOver, ringMinutes } from '../support/visits.ts';
import { openHours } from '../support/records.ts';

let world: SiteWorld;
let chromium: Chromium;
let site: Site;
eachSite((made) => {
  world = made;
  ({ chromium, site } = made);
});

const there = (page: Page, path: string): Promise<void> =>
  page.getByText(`The page at ${path}`, { exact: true }).waitFor();

/** What a person could have seen of the site so far, `path` by `path`. */
const seen = (): string[] => site.frames.filter((frame) => frame.endsWith(' visible'));

const windows = (): Page[] =>
  chromium.context.pages().filter((page) => page.url().includes('site/index.html'));

test('a breath and the reason come before a listed site, and then the page that was wanted', async () => {
  await listSite(world);
  const page = await tabBefore(world);
  await go(page, site.origin + '/wanted?q=1');
  await asked(page);
  expect(await page.title()).toBe('Comma');
  expect(page.url()).not.toContain(encodeURIComponent(site.origin));
  await breathe(page);
  expect(await page.locator('main').innerText()).toContain(reason);
  expect(seen()).toEqual([]);
  await button(page, 'Go on for 10 minutes').click();
  await there(page, '/wanted?q=1');
  await expect.poll(seen).toContain('/wanted visible'); // the site tells what is seen of it
  expect(await page.locator('html').getAttribute('style')).toBeNull();
});

test('going back from the site leads to where the person came from', async () => {
  await listSite(world);
  const page = await tabBefore(world);
  await go(page, site.origin);
  await asked(page);
  await goOn(page);
  await there(page, '/');
  await page.goBack({ waitUntil: 'commit' });
  await page.getByRole('heading', { name: 'Before' }).waitFor();
  await page.goForward({ waitUntil: 'commit' });
  await there(page, '/');
});

test('going back from the question passes the site by', async () => {
  await listSite(world);
  const page = await tabBefore(world);
  await go(page, site.origin);
  await asked(page);
  await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  await page.getByRole('heading', { name: 'Before' }).waitFor();
  expect(seen()).toEqual([]);
});

test('“Close” leads back, and closes a tab that was opened for the site', async () => {
  await listSite(world);
  const page = await tabBefore(world);
  await go(page, site.origin);
  await asked(page);
  await button(page, 'Close').last().click();
  await page.getByRole('heading', { name: 'Before' }).waitFor();

  const opened = chromium.context.waitForEvent('page');
  await page.evaluate((url) => window.open(url, '_blank', 'noopener'), site.origin);
  const tab = await opened;
  await asked(tab);
  await breathe(tab);
  await pressAway(tab, 'Close');
  expect(seen()).toEqual([]);
});

test('within the minutes no tab is asked, a worker that died or not, and a tab that waited goes on', async () => {
  const app = await listSite(world);
  const [first, second] = [await tabBefore(world), await tabBefore(world)];
  await go(first, site.origin + '/first');
  await asked(first);
  await go(second, site.origin + '/second');
  await asked(second);
  await first.bringToFront();
  await goOn(first);
  await there(first, '/first');
  await chromium.killWorker();
  const third = await chromium.page(`${site.origin}/third`);
  await there(third, '/third');
  await third.reload();
  await there(third, '/third');
  await there(second, '/second');

  await minutesOver(app);
  await chromium.killWorker();
  await third.reload({ waitUntil: 'commit' }).catch(() => undefined);
  await asked(third);
});

test('a page that the browser kept is not seen again once the minutes are over', async () => {
  const app = await listSite(world);
  const page = await tabBefore(world);
  await go(page, site.origin + '/kept');
  await asked(page);
  await goOn(page);
  await there(page, '/kept');
  await page.goto('data:text/html,<h1>Away</h1>');
  await minutesOver(app);
  await expect.poll(seen).not.toEqual([]);
  await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  await asked(page);
  // What it told of itself before may still be on its way.
  expect(seen().filter((frame) => frame.startsWith('kept'))).toEqual([]);
});

test('the end of the minutes is said in a window beside the site, once, and the site stays', async () => {
  const app = await listSite(world);
  const page = await tabBefore(world);
  await go(page, site.origin + '/long');
  await asked(page);
  await goOn(page);
  await there(page, '/long');
  await page.bringToFront();
  await minutesOver(app);
  await ringMinutes(app);
  await expect.poll(() => windows().length).toBe(1);
  const [word] = windows();
  if (!word) throw new Error('The window went before it was read.');
  await word
    .getByRole('heading', { name: `The minutes for ${new URL(site.origin).host} are over.` })
    .waitFor();
  await there(page, '/long');
  await page.goto(`${site.origin}/longer`); // unanswered, it leaves the person in peace
  await there(page, '/longer');
  await word.close();
  await minutesOver(app);
  await ringMinutes(app);
  await expect.poll(() => app.evaluate(() => chrome.alarms.get('minutes'))).toBeUndefined();
  expect(windows()).toEqual([]);
});

test('“Close the tab” in that window closes the site', async () => {
  const app = await listSite(world);
  const page = await tabBefore(world);
  await go(page, site.origin);
  await asked(page);
  await goOn(page);
  await there(page, '/');
  await page.bringToFront();
  await minutesOver(app);
  await ringMinutes(app);
  await expect.poll(() => windows().length).toBe(1);
  const gone = page.waitForEvent('close');
  await button(windows()[0] ?? page, 'Close the tab').click();
  await gone;
});

test('in quiet time nothing is asked', async () => {
  const app = await listSite(world);
  await openHours(app);
  await button(app, 'Quiet for a while').click();
  await button(app, 'For an hour').click();
  await app.getByText(/Quiet until/).waitFor();
  const page = await chromium.page(`${site.origin}/meeting`);
  await there(page, '/meeting');
});
