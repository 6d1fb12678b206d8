/** What prompts meet in a real browser, with notifications allowed: rows of the pauses reference by their numbers. */
import { rm } from 'node:fs/promises';
import { type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { causes } from '#core/features/pauses/policies.ts';
import { defaultPrompt, type Prompt } from '#core/features/pauses/prompt.ts';

import { Chromium, popupText } from '../support/chromium.ts';
import { goTo, ledger, openApp } from '../support/comma.ts';
import {
  alwaysWelcome,
  badgeOf,
  beat,
  decidedOn,
  engineOf,
  forgetEngine,
  offered,
  pendingOf,
  ring,
  spoilEngine,
  tell,
  workedFor,
} from '../support/engine.ts';
import { permittedCopy } from '../support/granted.ts';
import { keepRules, putFields, settingsOf } from '../support/records.ts';

const minute = 60_000;

let copy: string;
let chromium: Chromium;
let app: Page;

beforeAll(async () => {
  copy = await permittedCopy('notifications');
  chromium = await Chromium.open({ extension: copy });
  app = await openApp(chromium);
});
afterAll(async () => {
  await chromium.close();
  await rm(copy, { recursive: true, force: true });
});
beforeEach(async () => {
  await keepRules(app, alwaysWelcome);
  await forgetEngine(app);
});
afterEach(async () => {
  await tell(app, { type: 'notNow' });
  await chromium.killWorker(); // what a test put into its worker goes with it
  const others = chromium.context.pages().filter((page) => page !== app);
  await Promise.all(others.map((page) => page.close()));
});

const only = (prompt: Partial<Prompt>): Promise<void> =>
  keepRules(app, { ...alwaysWelcome, prompts: [{ ...defaultPrompt, ...prompt }] });

const phase = (): Promise<string | undefined> => pendingOf(app).then((slot) => slot?.phase);
const pauseWindows = (): Page[] =>
  chromium.context.pages().filter((page) => page.url().includes('/pause/index.html'));

/** Runs a function inside the worker, which is started for it. */
async function inWorker(change: () => void): Promise<void> {
  await beat(app);
  const worker = chromium.context.serviceWorkers().at(-1);
  if (!worker) throw new Error('The worker does not run.');
  await worker.evaluate(change);
}

test('T03: a worker that died before it could note the window it opened brings no second one', async () => {
  await only({ level: 'full' });
  await workedFor(app, 55);
  await ring(app);
  await expect.poll(phase).toBe('open');
  const slot = (await pendingOf(app))?.slot ?? '';
  await decidedOn(app, slot);
  await chromium.killWorker();
  expect((await offered(app)).surface).toBe('window');
  expect(pauseWindows()).toHaveLength(1);
});

test('a pause that is asked for twice opens once', async () => {
  await tell(app, { type: 'pauseNow' });
  await expect.poll(phase).toBe('open');
  await tell(app, { type: 'pauseNow' });
  expect(pauseWindows()).toHaveLength(1);
  expect((await engineOf(app)).slots).toHaveLength(1);
});

test('T27: who keeps still for as long as the person set is away since the last input, not since the notice', async () => {
  await workedFor(app, 20);
  await inWorker(() => {
    const asked: number[] = [];
    Object.assign(chrome.idle, {
      queryState: (seconds: number) => {
        asked.push(seconds);
        return Promise.resolve('idle');
      },
    });
    Object.assign(globalThis, { asked });
  });
  await beat(app);
  const { whereabouts, seen } = await engineOf(app);
  if (whereabouts.is !== 'away') throw new Error(`The person is ${whereabouts.is}.`);
  expect(seen.wall - whereabouts.since).toBeGreaterThanOrEqual(3 * minute);
  expect(seen.wall - whereabouts.since).toBeLessThan(3 * minute + 30_000);
  const worker = chromium.context.serviceWorkers().at(-1);
  const asked = await worker?.evaluate(() => (globalThis as unknown as { asked: number[] }).asked);
  // What the browser takes is never less than a quarter of a minute.
  for (const seconds of asked ?? []) expect(seconds).toBeGreaterThanOrEqual(15);
  expect(asked).toContain(180);
});

test('T38: what is typed into a page while a pause comes up stays in that page', async () => {
  await only({ level: 'full' });
  const page = await chromium.page('data:text/html,<textarea autofocus></textarea>');
  const field = page.locator('textarea');
  await field.focus();
  await workedFor(app, 55);
  const text = 'a sentence that goes on while something opens';
  const opening = chromium.context.waitForEvent('page');
  const typing = field.pressSequentially(text, { delay: 25 });
  await ring(app);
  const pause = await opening;
  await typing;
  expect(await field.inputValue()).toBe(text);
  await pause.getByRole('main').waitFor();
  expect((await engineOf(app)).settled).toEqual([]);
  expect(await pendingOf(app)).toBeDefined();
});

test('T47: with notifications held back by the system a notice stays a mark on the icon, and the checks say so', async () => {
  await only({ level: 'notice' });
  const block = (): void => {
    Object.assign(chrome.notifications, {
      getPermissionLevel: () => Promise.resolve('denied'),
    });
  };
  await inWorker(block);
  await workedFor(app, 55);
  expect((await offered(app)).surface).toBe('badge');
  expect(await badgeOf(app)).toBe('•');
  expect(await app.evaluate(() => chrome.notifications.getAll())).toEqual({});
  await app.evaluate(block);
  await goTo(app, 'checks');
  await app.getByText('Blocked by the browser or the system.').waitFor();
  await app.reload();
  await goTo(app, 'today');
});

test('T47: a browser that refuses the richer form of a notification gets the plain one', async () => {
  await only({ level: 'notice' });
  await inWorker(() => {
    const { create } = chrome.notifications;
    const plainOnly = (id: string, options: object): unknown => {
      if ('buttons' in options || 'silent' in options)
        throw new TypeError('Unexpected property "buttons".');
      return Reflect.apply(create, chrome.notifications, [id, options]);
    };
    Object.assign(chrome.notifications, { create: plainOnly });
  });
  await workedFor(app, 55);
  const { slot, surface } = await offered(app);
  expect(surface).toBe('notification');
  const shown = await app.evaluate(() => chrome.notifications.getAll());
  expect(Object.keys(shown)).toEqual([`pause:${slot}`]);
});

test('T48: where only pages of the browser itself are open, the pause opens a window of its own', async () => {
  await only({ level: 'full' });
  const restricted = await chromium.page('chrome://version');
  await restricted.bringToFront();
  await workedFor(app, 55);
  const opening = chromium.context.waitForEvent('page');
  await ring(app);
  const pause = await opening;
  await pause.getByText('Back to my day').waitFor();
  await expect.poll(phase).toBe('open');
});

test('T49: with no room left on the disk a pause is offered all the same', async () => {
  await workedFor(app, 55);
  await inWorker(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    };
  });
  await ring(app);
  await expect.poll(() => popupText(app)).toContain('A comma, if you like');
  await expect.poll(() => badgeOf(app)).toBe('•');
});

test('T49: settings and a state that make no sense are repaired, and the ledger says so', async () => {
  await putFields(app, [
    settingsOf({
      'pauses.idleMinutes': 0,
      'pauses.snoozeMinutes': 'soon',
      'pauses.hours.mon': '26:00-21:05:00',
      ...Object.fromEntries(causes.map((cause) => [`pauses.policy.${cause}`, 'whatever'])),
    }),
  ]);
  await tell(app, { type: 'rulesChanged' });
  await spoilEngine(app);
  await beat(app);
  const told = (await ledger(app)).join('\n');
  expect(told).toContain('Some settings could not be read, so their usual values are used.');
  expect(told).toContain('The timing could not be read');
  expect((await engineOf(app)).version).toBe(2);
  await goTo(app, 'today');
});

test('T53: five hundred prompts have one alarm, and a quiet minute writes their state once', async () => {
  const soonest = new Date(Date.now() + 6 * 60 * minute).getHours();
  const prompts = Array.from({ length: 500 }, (_, at): Prompt => {
    const cadence: Prompt['cadence'] =
      at % 2 === 0
        ? { type: 'active', everyMinutes: 60 + (at % 180) }
        : { type: 'clock', times: [soonest * 60 + (at % 60)], days: [1, 2, 3, 4, 5, 6, 7] };
    return { ...defaultPrompt, id: `p${at}`, cadence };
  });
  await keepRules(app, { ...alwaysWelcome, prompts });
  await beat(app);
  expect(Object.keys((await engineOf(app)).prompts).length).toBeGreaterThanOrEqual(500);
  const written = new Set<number>();
  for (let looks = 0; looks < 12; looks += 1) {
    await beat(app);
    written.add((await engineOf(app)).seen.wall);
  }
  expect(written.size).toBeLessThanOrEqual(2);
  expect(await app.evaluate(() => chrome.alarms.getAll())).toHaveLength(1);
});
