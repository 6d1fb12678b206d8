import { type Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { type Served } from '../../../scripts/server.ts';
import { pwaOrigin, servePwa } from '../support/build.ts';
import { complaintsIn, watchFirefox } from '../support/csp.ts';
import { eachFirefox } from '../support/each-firefox.ts';
import { type Firefox } from '../support/firefox.ts';
import {
  entries,
  evaluating,
  fill,
  goTo,
  has,
  keepNote,
  openPwa,
  press,
  pwaUrl,
  says,
  valueOf,
} from '../support/firefox-comma.ts';
import { copyRelease, type Release } from '../support/release.ts';
import { shapeOf } from '../support/vault.ts';

let firefox: Firefox;
let release: Release;
let served: Served;

eachFirefox(
  (it) => {
    firefox = it;
  },
  { extension: null },
);
beforeEach(async () => {
  release = await copyRelease();
  served = await servePwa(release.folder);
});
afterEach(async () => {
  await served.close();
  await release.remove();
});

/** What a practice says to somebody who does not look. */
const saidIn = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.querySelector('main > [aria-live=polite]')?.textContent);

/** Each thing that can be rated, with its number as it is read out. */
const sliders = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('input[type=range]')].map(
      (each) => `${each.ariaLabel}: ${each.ariaValueText}`,
    ),
  );

/** Opens a tab that the service worker controls. */
async function controlledTab(): Promise<Page> {
  const page = await openPwa(firefox, 'today', watchFirefox);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  const controlled = (): Promise<boolean> =>
    page.evaluate(() => navigator.serviceWorker.controller !== null);
  await expect.poll(controlled).toBe(true);
  return page;
}

test('in Firefox what was written, and what was only typed, is there after a reload', async () => {
  const page = await openPwa(firefox, 'today', watchFirefox);
  await keepNote(page, 'kept before the reload');
  await fill(page, 'A quick note', 'half a thought');
  const drafts = (): Promise<number | undefined> =>
    shapeOf(evaluating(page)).then(({ rows }) => rows['draft']);
  await expect.poll(drafts).toBe(1);
  await page.reload();
  await expect.poll(() => valueOf(page, 'A quick note')).toBe('half a thought');
  await expect.poll(() => entries(page)).toEqual(['kept before the reload']);
  expect(await complaintsIn(page).all()).toEqual([]);
});

test('in Firefox the app starts and keeps words with no network, at any address', async () => {
  const page = await controlledTab();
  await served.close();
  for (const path of ['/journal/today', '/?source=pwa', '/']) {
    await page.goto(`${pwaOrigin}${path}`);
    await says(page, 'A quick note');
  }
  await keepNote(page, 'written on a train');
  await goTo(page, 'journal');
  await expect.poll(() => entries(page)).toEqual(['written on a train']);
  expect(await complaintsIn(page).all()).toEqual([]);
});

test('in Firefox a new version waits, and only the tab that accepts it reloads', async () => {
  const first = await controlledTab();
  const second = await controlledTab();
  const version = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.id);
  await release.next('two');
  await first.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  for (const page of [first, second]) await expect.poll(() => has(page, 'Use it now')).toBe(true);
  await press(first, 'Use it now');
  await expect.poll(() => version(first)).toBe('two');
  await says(second, 'Reload to finish updating.');
  expect(await version(second)).toBe('');
});

test('in Firefox, at phone size, a letter is closed until a day of the person’s own, a breath is said as it turns, and two rate each line by keys', async () => {
  const page = await openPwa(firefox, 'play/a-letter', watchFirefox);
  await page.setViewport({ width: 360, height: 640 });
  await press(page, 'The short one, 30 s');
  await fill(page, 'Let them write. First, what they see.', 'I see how tired you are.');
  await press(page, 'Next');
  await press(page, 'on a day I pick');
  await fill(page, 'A day', '2037-05-04');
  const spare = (): number =>
    document.documentElement.clientWidth - document.documentElement.scrollWidth;
  expect(await page.evaluate(spare)).toBe(0);
  await press(page, 'Next');
  await press(page, 'Keep it in my journal');
  await says(page, 'closed until then');
  await press(page, 'Done');
  await goTo(page, 'journal');
  await says(page, /It opens on .*2037/);
  expect(await page.evaluate(() => document.body.innerText)).not.toContain('tired');

  await goTo(page, 'play/daily-check-in');
  await press(page, 'Begin');
  await expect.poll(() => saidIn(page)).toMatch(/^(in|out)$/);
  await press(page, 'Next');
  await says(page, 'One plain sentence about your body.');
  expect(await saidIn(page)).toBe('');

  await goTo(page, 'play/deciding-together');
  await press(page, 'Begin');
  for (let at = 1; at < 9; at++) {
    await says(page, new RegExp(`^${at} of \\d+$`, 'm'));
    await press(page, (await has(page, 'Next')) ? 'Next' : 'Leave out');
  }
  await fill(page, 'Which ways could it go? Find three, or more.', 'by train');
  await page.keyboard.press('Enter');
  await press(page, 'Next');
  await expect.poll(() => sliders(page)).toEqual(['by train: Not chosen']);
  await page.focus('input[type=range]');
  await page.keyboard.press('End');
  await expect.poll(() => sliders(page)).toEqual(['by train: 10 of 10']);
  expect(await page.evaluate(spare)).toBe(0);
  await press(page, 'Next');
  await expect.poll(() => sliders(page)).toEqual(['by train: Not chosen']);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  expect(await complaintsIn(page).all()).toEqual([]);
});

test('in Firefox only the two policies of the app turn words into code, and none complains', async () => {
  const page = await firefox.browser.newPage();
  const complaints = await watchFirefox(page);
  const answer = await page.goto(pwaUrl());
  const policy = answer?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).toContain('trusted-types svelte-trusted-html comma-sw');
  await says(page, 'A quick note');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await complaints.all()).toEqual([]);

  const refused = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<p>words from a stranger</p>');
      return 'taken';
    } catch (failure) {
      return String(failure);
    }
  });
  expect(refused).toContain('TypeError');
});

test('in Firefox three Shifts lead from tender words to an everyday page, and “back” to none of them', async () => {
  const page = await openPwa(firefox, 'practise', watchFirefox);
  await goTo(page, 'play/reframe');
  const everyday = 'https://www.wikipedia.org/';
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    void (request.url() === everyday ? request.respond({ body: 'everyday' }) : request.continue());
  });
  await press(page, 'Begin');
  await fill(page, 'What is the hard sentence?', 'I ruin every evening.');
  expect(await has(page, 'Leave at once')).toBe(true);
  for (let shifts = 0; shifts < 3; shifts++) await page.keyboard.press('Shift');
  await expect.poll(() => page.url()).toBe(everyday);
  await page.goBack();
  await goTo(page, 'play/reframe');
  await press(page, 'Go on where you were');
  await expect
    .poll(() => valueOf(page, 'What is the hard sentence?'))
    .toBe('I ruin every evening.');
});
