/** The extension at the desk and the PWA on a phone, with the relay between them. */
import { type Page, type Worker } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { defaultPrompt } from '#core/features/pauses/prompt.ts';
import { isBehind } from '#core/features/pauses/speaking.ts';

import { Chromium } from '../support/chromium.ts';
import {
  breatheAndName,
  button,
  entries,
  goTo,
  keepNote,
  ledger,
  meet,
  openApp,
  openPwa,
} from '../support/comma.ts';
import { badgeOf, beat, dueIn, endsIn, engineOf, pendingOf } from '../support/engine.ts';
import { openHours } from '../support/records.ts';
import { pair, servePwaWithRelay, type PwaWithRelay } from '../support/relay.ts';

let served: PwaWithRelay;
let desk: Chromium;
let pocket: Chromium;

beforeEach(async () => {
  served = await servePwaWithRelay();
  desk = await Chromium.open();
  pocket = await Chromium.open({ extension: null });
});
afterEach(async () => {
  await desk.close();
  await pocket.close();
  await served.close();
});

function workerOf(chromium: Chromium): Worker {
  const [worker] = chromium.context.serviceWorkers();
  if (!worker) throw new Error('The worker is not running.');
  return worker;
}

/** The computer says that it was touched, or not, in the last seconds; headless it would always say yes. */
const touched = (isTouched: boolean): Promise<void> =>
  workerOf(desk).evaluate((yes) => {
    chrome.idle.queryState = (seconds: number) =>
      Promise.resolve(seconds > 15 || yes ? ('active' as const) : ('idle' as const));
  }, isTouched);

test('the phone in use keeps the extension quiet, a pause taken there is taken here, and whoever comes back is asked here', async () => {
  const app = await openApp(desk);
  const phone = await openPwa(pocket);
  await phone.setViewportSize({ width: 390, height: 844 });
  await openHours(app);
  await pair(app, phone);
  await touched(false);
  await goTo(phone, 'today');
  // Each may have begun a turn before it heard of the other: the next touch settles it.
  const isPhonesTurn = async (): Promise<boolean> => {
    await phone.mouse.move(Math.random() * 300, 400);
    const state = await engineOf(app);
    return isBehind(state, state.seen.wall);
  };
  await expect.poll(isPhonesTurn, { timeout: 30_000, interval: 500 }).toBe(true);

  await dueIn(app, 0);
  await expect.poll(() => pendingOf(app).then((slot) => slot?.heldBy)).toEqual(['device']);
  expect(await badgeOf(app)).toBe('');
  await button(phone, 'Pause now').click();
  await breatheAndName(phone, 'calm');
  await phone.getByRole('button', { name: /Back to my day That was a pause/ }).click();
  await expect.poll(() => pendingOf(app)).toBeUndefined();
  const said = await ledger(app);
  expect(said.some((row) => row.includes('you were at another device'))).toBe(true);
  expect(said.some((row) => row.includes('You paused in another Comma'))).toBe(true);

  await touched(true);
  await dueIn(app, 0);
  await expect
    .poll(
      async () => {
        await beat(app);
        return (await pendingOf(app))?.phase;
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toBe('shown');
});

test('extension, page and phone are one journal: what the phone writes reaches the page through the extension', async () => {
  const app = await openApp(desk);
  const phone = await openPwa(pocket);
  await phone.setViewportSize({ width: 390, height: 844 });
  await keepNote(app, 'written in the extension');
  await keepNote(phone, 'written on the bus');
  await pair(app, phone);
  const page = await openPwa(desk);
  await meet(await desk.extensionPage('popup/index.html'), page);
  for (const each of [app, phone, page]) {
    await goTo(each, 'journal');
    await expect
      .poll(() => entries(each).then((words) => words.toSorted()))
      .toEqual(['written in the extension', 'written on the bus']);
  }
  await goTo(phone, 'today');
  await keepNote(phone, 'one more stop');
  await expect.poll(() => entries(page)).toContain('one more stop');
});

/** As when the browser has let an alarm ring. */
const alarm = (name: 'heartbeat'): Promise<void> =>
  workerOf(desk).evaluate((which) => chrome.alarms.create(which, { when: Date.now() + 20 }), name);

/** Takes a pause on the phone, and lets the relay have it. */
async function pauseOn(phone: Page): Promise<void> {
  await goTo(phone, 'today');
  await button(phone, 'Pause now').click();
  await breatheAndName(phone, 'calm');
  await phone.getByRole('button', { name: /Back to my day That was a pause/ }).click();
  await goTo(phone, 'devices');
  await phone.getByText(/^All of it is synced/).waitFor();
}

test('with no page of it open the extension hears of a line that was written elsewhere, and of a pause that was taken there, before it offers one and while one stands', async () => {
  const app = await openApp(desk);
  const phone = await openPwa(pocket);
  await phone.setViewportSize({ width: 390, height: 844 });
  // A popup that offers would be a page of its own.
  await openHours(app, { prompts: [{ ...defaultPrompt, level: 'badge' }] });
  await pair(app, phone);
  const blank = await desk.page('about:blank');
  await app.close();
  const worker = workerOf(desk);
  await worker.evaluate(() => {
    const { action } = chrome;
    const show: (badge: chrome.action.BadgeTextDetails) => Promise<void> =
      action.setBadgeText.bind(action);
    const said: unknown[] = [];
    const overhear = (badge: chrome.action.BadgeTextDetails): Promise<void> => {
      said.push(badge.text);
      return show(badge);
    };
    Object.assign(action, { setBadgeText: overhear });
    Object.assign(globalThis, { said });
  });

  await goTo(phone, 'today');
  await keepNote(phone, 'written on the bus');
  await pauseOn(phone);

  // It falls due here before anything was heard of the other one.
  await endsIn(worker, 0);
  // An event that was still being taken sets an alarm of its own over ours: then it is set once more.
  const settled = async (): Promise<readonly string[]> => {
    await alarm('heartbeat');
    return (await engineOf(worker)).settled.map(([, ending]) => ending);
  };
  await expect.poll(settled, { timeout: 45_000, interval: 2_000 }).toContain('elsewhere');
  expect(await pendingOf(worker)).toBeUndefined();
  expect(await worker.evaluate(() => Reflect.get(globalThis, 'said') as unknown[])).not.toContain(
    '•',
  );
  // The page out of sight is not kept.
  const pages = (): Promise<number> =>
    worker.evaluate(async () => (await chrome.runtime.getContexts({})).length);
  await expect.poll(pages).toBe(1);

  // Whoever comes back to the computer is asked there; then they take theirs on the phone.
  await touched(true);
  await endsIn(worker, 0);
  const standing = async (): Promise<string> => {
    await alarm('heartbeat');
    return (await pendingOf(worker))?.phase ?? 'none';
  };
  await expect.poll(standing, { timeout: 60_000, interval: 2_000 }).toBe('shown');
  expect(await badgeOf(worker)).toBe('•');
  await pauseOn(phone);
  await expect.poll(standing, { timeout: 60_000, interval: 2_000 }).toBe('none');
  await expect.poll(() => badgeOf(worker)).toBe('');
  await expect.poll(pages).toBe(1);

  // What has come is there without the relay.
  await served.stop();
  const again = await openApp(desk);
  await goTo(again, 'journal');
  await expect.poll(() => entries(again)).toContain('written on the bus');
  await blank.close();
});
