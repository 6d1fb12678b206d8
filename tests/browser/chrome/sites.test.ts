import { rm } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { Chromium } from '../support/chromium.ts';
import { axeFindings } from '../support/axe.ts';
import { button, entries, goTo, openApp, welcomeAlways } from '../support/comma.ts';
import { sharesScreen } from '../support/engine.ts';
import { grantedCopy } from '../support/granted.ts';
import { serveSite, type Site } from '../support/site.ts';
import { drewWay, minutesOver, ringMinutes, visitsOf } from '../support/visits.ts';

let extension: string;
let site: Site;
let chromium: Chromium;

beforeAll(async () => {
  extension = await grantedCopy('*://127.0.0.1/*');
});
afterAll(() => rm(extension, { recursive: true }));
beforeEach(async () => {
  site = await serveSite();
  chromium = await Chromium.open({ extension });
});
afterEach(async () => {
  await chromium.close();
  await site.close();
});

const reason = 'I want my evenings back';

/** Puts the site on the list, through the settings. */
async function listSite(): Promise<Page> {
  const app = await openApp(chromium, 'sites');
  await app.getByLabel('The site').fill(site.origin);
  await app.getByLabel('Why you want the pause').fill(reason);
  await button(app, 'Add this site').click();
  await app.getByRole('listitem').getByText(reason).waitFor();
  const watched = (): Promise<number> =>
    app.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length);
  await expect.poll(watched).toBe(1);
  return app;
}

/** Goes there as a person does, whatever comes first. */
async function open(page: Page, path = '/'): Promise<void> {
  await page.goto(site.origin + path, { waitUntil: 'commit' }).catch(() => undefined);
}

const asked = (page: Page): Promise<void> =>
  expect.poll(() => page.url()).toContain(chromium.url('site/index.html#'));

const there = (page: Page, path: string): Promise<void> =>
  page.getByText(`The page at ${path}`, { exact: true }).waitFor();

async function breathe(page: Page): Promise<void> {
  await button(page, 'I’m here').click();
  await page.getByText('For how long?').waitFor();
}

async function goOn(page: Page): Promise<void> {
  await breathe(page);
  await button(page, 'Go on for 10 minutes').click();
}

/** A tab with a page before the site, as most have. */
async function tabBefore(): Promise<Page> {
  return chromium.page(`data:text/html,<title>Before</title><h1>Before</h1>`);
}

/** What a person could have seen of the site so far, `path` by `path`. */
const seen = (): string[] => site.frames.filter((frame) => frame.endsWith(' visible'));

const windows = (): Page[] =>
  chromium.context.pages().filter((page) => page.url().includes('site/index.html'));

test('a breath and the reason come before a listed site, and then the page that was wanted', async () => {
  await listSite();
  const page = await tabBefore();
  await open(page, '/wanted?q=1');
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
  await listSite();
  const page = await tabBefore();
  await open(page);
  await asked(page);
  await goOn(page);
  await there(page, '/');
  await page.goBack({ waitUntil: 'commit' });
  await page.getByRole('heading', { name: 'Before' }).waitFor();
  await page.goForward({ waitUntil: 'commit' });
  await there(page, '/');
});

test('going back from the question passes the site by', async () => {
  await listSite();
  const page = await tabBefore();
  await open(page);
  await asked(page);
  await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  await page.getByRole('heading', { name: 'Before' }).waitFor();
  expect(seen()).toEqual([]);
});

test('“Close” leads back, and closes a tab that was opened for the site', async () => {
  await listSite();
  const page = await tabBefore();
  await open(page);
  await asked(page);
  await button(page, 'Close').last().click();
  await page.getByRole('heading', { name: 'Before' }).waitFor();

  const opened = chromium.context.waitForEvent('page');
  await page.evaluate((url) => window.open(url, '_blank', 'noopener'), site.origin);
  const tab = await opened;
  await asked(tab);
  await breathe(tab);
  const gone = tab.waitForEvent('close');
  await button(tab, 'Close').last().click();
  await gone;
  expect(seen()).toEqual([]);
});

test('within the minutes no tab is asked, a worker that died or not, and a tab that waited goes on', async () => {
  const app = await listSite();
  const [first, second] = [await tabBefore(), await tabBefore()];
  await open(first, '/first');
  await asked(first);
  await open(second, '/second');
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
  const app = await listSite();
  const page = await tabBefore();
  await open(page, '/kept');
  await asked(page);
  await goOn(page);
  await there(page, '/kept');
  await page.goto('data:text/html,<h1>Away</h1>');
  await minutesOver(app);
  await expect.poll(seen).not.toEqual([]);
  const before = site.frames.length;
  await page.goBack({ waitUntil: 'commit' }).catch(() => undefined);
  await asked(page);
  expect(site.frames.slice(before).filter((frame) => frame.endsWith(' visible'))).toEqual([]);
});

test('the end of the minutes is said in a window beside the site, once, and the site stays', async () => {
  const app = await listSite();
  const page = await tabBefore();
  await open(page, '/long');
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
  const app = await listSite();
  const page = await tabBefore();
  await open(page);
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
  const app = await listSite();
  await welcomeAlways(app);
  await button(app, 'Quiet for a while').click();
  await button(app, 'For an hour').click();
  await app.getByText(/Quiet until/).waitFor();
  const page = await chromium.page(`${site.origin}/meeting`);
  await there(page, '/meeting');
});

test('while the screen is shared neither the reason nor the site is drawn', async () => {
  const app = await listSite();
  await sharesScreen(app);
  const page = await tabBefore();
  await open(page);
  await asked(page);
  await breathe(page);
  const shown = await page.locator('main').innerText();
  expect(shown).not.toContain(reason);
  expect(shown).not.toContain('127.0.0.1');
  await button(page, 'Go on for 10 minutes').waitFor();
});

test('what the person says they look for is in the journal if they want it, and nowhere if not', async () => {
  const app = await listSite();
  const page = await tabBefore();
  for (const [words, keep] of [
    ['only a recipe', true],
    ['nobody keeps this', false],
  ] as const) {
    await open(page);
    await asked(page);
    await button(page, 'I’m here').waitFor();
    await drewWay(app, 'looking');
    await page.reload();
    await breathe(page);
    await page.getByLabel('One line, if you like').fill(words);
    if (keep) await page.getByLabel('Keep it in my journal').check();
    await button(page, 'Close').last().click();
    await page.getByRole('heading', { name: 'Before' }).waitFor();
  }
  await goTo(app, 'journal');
  await expect.poll(() => entries(app)).toEqual(['only a recipe']);
});

test('a question from before the browser closed still has a way on', async () => {
  await listSite();
  const page = await tabBefore();
  await open(page);
  await asked(page);
  const address = page.url();
  await chromium.restart();
  const again = await chromium.page(address);
  await again.getByRole('heading', { name: 'from before the browser was closed' }).waitFor();
  await expect.poll(() => again.locator('[inert]').count()).toBe(0);
  await button(again, 'Close').last().waitFor();
  expect(await axeFindings(again)).toEqual([]);
});

test('what is typed as a site is read kindly, and nonsense is answered with a sentence', async () => {
  const app = await listSite();
  const add = async (typed: string): Promise<void> => {
    await app.getByLabel('The site').fill(typed);
    await button(app, 'Add this site').click();
  };
  await add('http://127.0.0.1/path');
  await app.getByText('127.0.0.1 on your list').waitFor({ state: 'detached' });
  for (const [typed, said] of [
    ['', 'Type the address of a site first'],
    ['you tube', 'does not look like the address of a site'],
    ['chrome://settings', 'begin with http or https'],
    ['co.uk', 'Many sites share that ending'],
    [site.origin, 'is on your list already'],
  ] as const) {
    await add(typed);
    await app.getByText(said).waitFor();
  }
});

test.each(['breath', 'reason', 'line', 'name', 'looking'] as const)(
  'the way “%s” has nothing that keeps anybody out',
  async (way) => {
    const app = await listSite();
    const page = await tabBefore();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open(page);
    await asked(page);
    await button(page, 'I’m here').waitFor();
    await drewWay(app, way);
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.locator('[inert]').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    await breathe(page);
    expect(await axeFindings(page)).toEqual([]);
    expect((await visitsOf(app)).visits[0]?.way).toBe(way);
  },
);
