/** The player on its own: what it does with the device, in a narrow window and by keyboard alone. */
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { type Served } from '../../../scripts/server.ts';
import { axeFindings } from '../support/axe.ts';
import { servePwa } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { appStands, button, goTo, openPwa } from '../support/comma.ts';

let served: Served;
let chromium: Chromium;

beforeAll(async () => {
  served = await servePwa();
  chromium = await Chromium.open({ extension: null });
});
afterAll(async () => {
  await chromium.close();
  await served.close();
});

const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** What the page has of the device, and what it says to whoever does not look. */
interface Device {
  awake: number;
  sounds: number;
}

const device = (page: Page): Promise<Device> =>
  page.evaluate(() => (globalThis as unknown as { device: Device }).device);

const fits = async (page: Page): Promise<void> => {
  const spare = (): number =>
    document.documentElement.clientWidth - document.documentElement.scrollWidth;
  expect(await page.evaluate(spare)).toBe(0);
};

test('at 320 px, right to left, without motion and by keyboard alone, an own breath is set, read out and ended by a chime', async () => {
  const page = await openPwa(chromium, 'play/daily-check-in');
  await page.clock.install();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.reload();
  await appStands(page);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    const counted = { awake: 0, sounds: 0 };
    Object.assign(globalThis, { device: counted });
    const release = (): Promise<void> => {
      counted.awake -= 1;
      return Promise.resolve();
    };
    const request = (): Promise<unknown> => {
      counted.awake += 1;
      return Promise.resolve({ release });
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request } });
    HTMLMediaElement.prototype.play = () => {
      counted.sounds += 1;
      return Promise.resolve();
    };
  });
  const press = async (name: string | RegExp, key = 'Enter'): Promise<void> => {
    await button(page, name).focus();
    await page.keyboard.press(key);
  };

  // An own breath and the chime hold for every practice.
  await page.getByText('Breath and sound').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'my own' }).focus();
  await page.keyboard.press('Space');
  const inward = page.getByLabel('In', { exact: true });
  await inward.fill('9');
  await page.getByText('From 2 to 8 seconds.').waitFor();
  await inward.fill('5');
  await page.getByRole('switch', { name: 'One soft chime as a time ends' }).focus();
  await page.keyboard.press('Space');
  await fits(page);
  expect(await axeFindings(page)).toEqual([]);
  await press(/The short one/);
  await heading(page, 'A minute that asks nothing of you.');
  await fits(page);
  expect(await page.locator('.breath .line').isVisible()).toBe(true);
  expect(await device(page)).toEqual({ awake: 1, sounds: 0 });

  // One breath of 5 in, 1 held, 6 out: a hold of a second is too short to be said.
  const said = page.locator('main > [aria-live="polite"]');
  await page.clock.pauseAt(new Date(Date.now() + 3_000));
  expect(await said.textContent()).toBe('in');
  await page.clock.runFor(5_000);
  expect(await said.textContent()).toBe('out');
  await page.clock.runFor(12_000);
  await button(page, 'foggy').waitFor();
  expect(await said.textContent()).toBe('');
  expect((await device(page)).sounds).toBe(1);
  await page.clock.resume();
  await press('foggy', 'Space');
  await fits(page);
  await press('Next');
  await heading(page, 'That was all of it.');
  await expect.poll(() => device(page)).toEqual({ awake: 0, sounds: 1 });
  await press('Done');

  // Whichever way it is left, the screen may go dark again.
  for (const leave of ['Escape', 'Help lines', 'Enough for now']) {
    await goTo(page, 'practise');
    await heading(page, 'Practise');
    await goTo(page, 'play/six-slow-breaths');
    await press(/^(Begin|From the beginning)$/);
    await button(page, 'Hold').waitFor();
    await expect.poll(async () => (await device(page)).awake).toBe(1);
    if (leave === 'Escape') await page.keyboard.press('Escape');
    else await press(leave);
    await expect.poll(async () => (await device(page)).awake).toBe(0);
  }

  // Two columns, and whose turn it is, in the same narrow window.
  await goTo(page, 'play/asked-and-true');
  await press('Begin');
  await page.getByLabel('True, inside').first().fill('a'.repeat(60));
  await fits(page);
  await goTo(page, 'play/turn-by-turn');
  await press('Begin');
  await press('Next');
  await fits(page);

  // What two people give to each line of a list, by keys alone, and then beside each other.
  await goTo(page, 'play/deciding-together');
  await press('Begin');
  for (let at = 1; at < 9; at++) {
    await page.getByText(new RegExp(`^${at} of \\d+$`)).waitFor();
    await press(/^(Leave out|Next)$/);
  }
  const way = page.getByRole('textbox', { name: /^Which ways could it go/ });
  for (const text of ['by train, at dawn', 'not at all']) {
    await way.fill(text);
    await way.press('Enter');
    await page.getByText(text, { exact: true }).waitFor();
  }
  await press('Next');
  const train = page.getByRole('slider', { name: 'by train, at dawn' });
  await train.press('End');
  expect(await train.getAttribute('aria-valuetext')).toBe('10 of 10');
  await fits(page);
  expect(await axeFindings(page)).toEqual([]);
  await press('Next');
  await heading(page, /^The other of you/);
  expect(await train.getAttribute('aria-valuetext')).toBe('Not chosen');
  await train.press('Home');
  await press('Next');
  await page.getByText('by train, at dawn: 10 of 10').waitFor();
  await page.getByText('by train, at dawn: 0 of 10').waitFor();
  await fits(page);
});
