import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { type Chromium } from '../support/chromium.ts';
import { button, entries, goTo, openApp } from '../support/comma.ts';
import { withDatabase } from '../support/database.ts';
import {
  asked,
  breathe,
  eachSite,
  go,
  listSite,
  tabBefore,
  type SiteWorld,
} from '../support/listed-site.ts';
import { type Site } from '../support/site.ts';
import { drewWay, visitsOf } from '../support/visits.ts';

let world: SiteWorld;
let chromium: Chromium;
let site: Site;
eachSite((made) => {
  world = made;
  ({ chromium, site } = made);
});

/** How many things are being written that are no entries yet. */
const drafts = (app: Page): Promise<number> =>
  withDatabase(app, (database) =>
    database.evaluate(
      (db) =>
        new Promise<number>((resolve) => {
          const counted = db.transaction('draft').objectStore('draft').count();
          counted.onsuccess = () => {
            resolve(counted.result);
          };
        }),
    ),
  );

test('what the person says they look for is in the journal if they want it, and nowhere if not', async () => {
  const app = await listSite(world);
  const page = await tabBefore(world);
  for (const [words, keep] of [
    ['only a recipe', true],
    ['nobody keeps this', false],
  ] as const) {
    await go(page, site.origin);
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

test('what is being said to the question outlives a crash, and goes with an answer that does not keep it', async () => {
  const app = await listSite(world);
  const page = await tabBefore(world);
  await go(page, site.origin);
  await asked(page);
  await button(page, 'I’m here').waitFor();
  await drewWay(app, 'looking');
  await page.reload();
  await breathe(page);
  await page.getByLabel('One line, if you like').fill('half a thou');
  await expect.poll(() => drafts(app)).toBe(1);
  const address = page.url();
  const crashed = [page, app].map((each) => each.waitForEvent('crash')); // one process shows all of Comma
  await page.goto('chrome://crash').catch(() => undefined);
  await Promise.all(crashed);
  const again = await chromium.page(address);
  await breathe(again);
  const found = again.getByLabel('One line, if you like');
  await expect.poll(() => found.inputValue()).toBe('half a thou');
  const closed = again.waitForEvent('close');
  await button(again, 'Close').last().click();
  await closed;
  const after = await openApp(chromium);
  await expect.poll(() => drafts(after)).toBe(0);
});

test('a question from before the browser closed still has a way on', async () => {
  await listSite(world);
  const page = await tabBefore(world);
  await go(page, site.origin);
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
  const app = await listSite(world);
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
    const app = await listSite(world);
    const page = await tabBefore(world);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await go(page, site.origin);
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
