/** The wall clock is set under a running Firefox, whose alarms follow the time that passed: rows T12 and T15. */
import { type Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import * as engine from '../support/engine.ts';
import { Firefox } from '../support/firefox.ts';
import { evaluating } from '../support/firefox-comma.ts';
import { keepRules } from '../support/records.ts';
import { WallClock } from '../support/wall-clock.ts';

const hour = 3_600;

let clock: WallClock;
let firefox: Firefox;
let app: Page;

beforeAll(async () => {
  clock = await WallClock.make();
  firefox = await Firefox.open({ clock });
  app = await firefox.extensionPage('app/index.html');
  await keepRules(evaluating(app), engine.alwaysWelcome);
});
afterAll(async () => {
  await firefox.close();
  await clock.remove();
});
beforeEach(async () => {
  await clock.putRight(); // a test that failed half-way left it as it was
  await engine.forgetEngine(evaluating(app));
});

const engineNow = (): ReturnType<typeof engine.engineOf> => engine.engineOf(evaluating(app));
const phase = (): Promise<string | undefined> =>
  engine.pendingOf(evaluating(app)).then((slot) => slot?.phase);

/** Sets the clock, and waits until the engine has found out by itself. */
async function set(seconds: number): Promise<void> {
  const before = (await engineNow()).seen.wall;
  await clock.step(seconds);
  const moved = (): Promise<number> => engineNow().then(({ seen }) => Math.abs(seen.wall - before));
  await expect.poll(moved, { timeout: 40_000 }).toBeGreaterThan(Math.abs(seconds) * 500);
}

test('T12: with the clock set back an hour the next pause comes after the time that really passed', async () => {
  const begun = performance.now();
  await engine.dueIn(evaluating(app), 12_000);
  await set(-hour);
  await expect.poll(phase, { timeout: 40_000 }).toBe('shown');
  expect(performance.now() - begun).toBeGreaterThan(11_000);
  const { slots, seen } = await engineNow();
  expect(slots).toHaveLength(1);
  for (const { dueAt } of slots) expect(dueAt).toBeLessThanOrEqual(seen.wall);
  await clock.step(hour);
  await engine.beat(evaluating(app));
});

test('T15: with the clock set ahead an hour no pause is due for it, and the alarm is set anew', async () => {
  await engine.workedFor(evaluating(app), 10);
  await set(hour);
  const { settled, slots } = await engineNow();
  expect(slots).toEqual([]);
  expect(settled.map(([, ending]) => ending)).toEqual(['rest credited']);
  expect(await engine.badgeOf(evaluating(app))).toBe('');
  await expect.poll(() => engine.alarmOf(evaluating(app))).toBeGreaterThan(clock.now());
  await clock.step(-hour);
});

test('what waits for a moment waits no longer and no shorter, wherever the clock is set', async () => {
  for (const seconds of [0, hour, -2 * hour, hour]) {
    await clock.step(seconds);
    const passed = await clock.waits();
    expect(passed).toBeGreaterThan(190);
    expect(passed).toBeLessThan(8_000); // a slow machine is no broken clock
  }
});
