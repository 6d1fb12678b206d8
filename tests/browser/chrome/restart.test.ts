import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Chromium } from '../support/chromium.ts';
import { button, entries, goTo, keepNote, meet, openApp, openPwa } from '../support/comma.ts';
import {
  alwaysWelcome,
  badgeOf,
  engineOf,
  offered,
  pendingOf,
  tell,
  workedFor,
} from '../support/engine.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { keepRules, openHours } from '../support/records.ts';
import { shapeOf } from '../support/vault.ts';

let chromium: Chromium;

eachBrowser((opened) => {
  chromium = opened;
});

/** What was typed there is on the disk; that it is within a second, the tests of saving say by a clock of their own. */
const isKept = (page: Page): Promise<void> =>
  expect.poll(() => shapeOf(page).then(({ rows }) => rows['draft'])).toBe(1);
const everyHalfHour = (page: Page): ReturnType<Page['getByRole']> =>
  page.getByRole('radio', { name: '25 min' });

test('T04: what was written, what was chosen and the rhythm are there after the browser was closed', async () => {
  const before = await openApp(chromium);
  await keepNote(before, 'kept before the browser closed');
  await openHours(before);
  await workedFor(before, 30);
  await chromium.restart();

  const after = await openApp(chromium, 'journal');
  await expect.poll(() => entries(after)).toEqual(['kept before the browser closed']);
  await goTo(after, 'settings');
  await expect.poll(() => after.getByLabel('Sunday, from').inputValue()).toBe('00:00');
  const alarm = (): Promise<number> =>
    after.evaluate(async () => (await chrome.alarms.get('heartbeat'))?.scheduledTime ?? 0);
  await expect.poll(alarm).toBeGreaterThan(Date.now());
  await goTo(after, 'today');
  await after.getByText(/Next pause in (19|20) min/).waitFor();
});

test('a setting chosen in the last moment survives a crash of the browser', async () => {
  const before = await openApp(chromium, 'settings');
  const other = await openApp(chromium, 'settings');
  await everyHalfHour(before).check({ force: true });
  await expect.poll(() => everyHalfHour(other).isChecked()).toBe(true);
  await chromium.restart('crash');
  const after = await openApp(chromium, 'settings');
  await expect.poll(() => everyHalfHour(after).isChecked()).toBe(true);
});

test.each([
  ['the quick note', 'today', 'A quick note'],
  ['a new entry', 'entry/new', 'Your words'],
])('a crash loses at most the last second of %s', async (_place, screen, field) => {
  const before = [await openApp(chromium, screen), await openPwa(chromium, screen)];
  for (const page of before) {
    await page.bringToFront();
    await page.getByLabel(field).fill('half a thought, not yet kept');
    await isKept(page);
  }
  await chromium.restart('crash');
  for (const page of [await openApp(chromium, screen), await openPwa(chromium, screen)]) {
    const typed = page.getByLabel(field);
    await expect.poll(() => typed.inputValue()).toBe('half a thought, not yet kept');
  }
});

test('a window that is closed in the middle of a word loses at most the last second', async () => {
  const before = await openApp(chromium);
  await before.getByLabel('A quick note').fill('typed and gone');
  await isKept(before);
  const other = await openApp(chromium, 'journal');
  await before.close({ runBeforeUnload: true });
  await goTo(other, 'today');
  await expect.poll(() => other.getByLabel('A quick note').inputValue()).toBe('typed and gone');
});

test('both shells are still in step after the browser was closed', async () => {
  const popup = await chromium.extensionPage('popup/index.html');
  const before = await openPwa(chromium);
  await meet(popup, before);
  await chromium.restart();
  const app = await openApp(chromium, 'journal');
  const pwa = await openPwa(chromium);
  await keepNote(pwa, 'still in step');
  await expect.poll(() => entries(app)).toEqual(['still in step']);
  await goTo(pwa, 'settings');
  await pwa.getByText('In step on this computer.').waitFor();
  expect(await button(pwa, 'Meet the extension').count()).toBe(0);
});

test.each(['close', 'crash'] as const)(
  'T04 T05: a pause that was offered before the browser ended by a %s is offered again, as the same one',
  async (how) => {
    const before = await openApp(chromium);
    await keepRules(before, alwaysWelcome);
    await workedFor(before, 55);
    const { slot } = await offered(before);
    await chromium.restart(how);
    const after = await openApp(chromium);
    await expect.poll(() => pendingOf(after).then((pending) => pending?.phase)).toBe('shown');
    const { slots, settled } = await engineOf(after);
    expect(slots.map((pending) => pending.slot)).toEqual([slot]);
    expect(settled).toEqual([]);
  },
);

test.each([
  ['an update', (): Promise<void> => chromium.update()],
  ['turning the extension off and on', (): Promise<void> => chromium.offAndOn()],
])('T07: %s in the middle of a pause ends it, and it counts', async (_what, happen) => {
  const before = await openApp(chromium);
  await keepRules(before, alwaysWelcome);
  await workedFor(before, 55);
  const { slot } = await offered(before);
  await tell(before, { type: 'pauseNow' });
  await expect.poll(() => pendingOf(before).then((pending) => pending?.phase)).toBe('open');
  await happen();
  const after = await openApp(chromium);
  await expect
    .poll(() => engineOf(after).then(({ settled }) => settled))
    .toEqual([[slot, 'interrupted']]);
  expect(await pendingOf(after)).toBeUndefined();
  await expect.poll(() => badgeOf(after)).toBe('');
  await after.getByText(/Next pause in (49|50) min/).waitFor();
});

test('a pause that was open when the browser closed is over, and none is offered for it again', async () => {
  const before = await openApp(chromium);
  await openHours(before);
  await button(before, 'Pause now').click();
  await expect.poll(() => pendingOf(before).then((pending) => pending?.phase)).toBe('open');
  await chromium.restart();
  const after = await openApp(chromium);
  await expect.poll(() => pendingOf(after)).toBeUndefined();
  await expect.poll(() => badgeOf(after)).toBe('');
});
