/** The wall clock is set under a running browser: rows T12 to T16 of the pauses reference. */
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Chromium, popupText } from '../support/chromium.ts';
import {
  alarmOf,
  badgeOf,
  beat,
  dueIn,
  engineOf,
  mainOf,
  pendingOf,
  tell,
  workedFor,
} from '../support/engine.ts';
import { eachClock } from '../support/each-clock.ts';
import { type WallClock } from '../support/wall-clock.ts';

const hour = 3_600;
const day = 24 * hour;

let clock: WallClock;
let chromium: Chromium;
let app: Page;

eachClock((world) => {
  ({ clock, chromium, app } = world);
});

/** How many pages out of sight there are. */
const outOfSight = (): Promise<number> =>
  app.evaluate(async () => {
    const { OFFSCREEN_DOCUMENT } = chrome.runtime.ContextType;
    return (await chrome.runtime.getContexts({ contextTypes: [OFFSCREEN_DOCUMENT] })).length;
  });
const lastSeen = (): Promise<number> => engineOf(app).then(({ seen }) => seen.wall);
const phase = (): Promise<string | undefined> => pendingOf(app).then((slot) => slot?.phase);

/** Sets the clock, and waits until the engine has found out by itself. */
async function set(seconds: number): Promise<void> {
  const before = await lastSeen();
  await clock.step(seconds);
  const moved = (): Promise<number> => lastSeen().then((now) => Math.abs(now - before));
  await expect.poll(moved).toBeGreaterThan(Math.abs(seconds) * 500);
}

/** Puts it right again, as a person would, and lets the engine begin anew. */
async function putRight(seconds: number): Promise<void> {
  await clock.step(seconds);
  await beat(app);
}

test('T12: with the clock set back an hour the next pause comes after the time that really passed', async () => {
  const begun = performance.now();
  await dueIn(app, 15_000);
  await set(-hour);
  await expect.poll(outOfSight).toBe(1);
  await chromium.killWorker(); // and with it every timer of its own: no alarm rings now
  await expect.poll(phase).toBe('shown');
  expect(performance.now() - begun).toBeGreaterThan(14_000);
  await expect.poll(() => popupText(app)).toContain('A comma, if you like');
  const slot = (await pendingOf(app))?.slot ?? '';
  await tell(app, { type: 'notNow', slot });
  await putRight(hour);
});

test('T13: a clock set back while the worker was gone is noticed with the first sign of the person', async () => {
  const before = await lastSeen();
  await chromium.killWorker();
  await clock.step(-hour);
  const page = await chromium.context.newPage();
  await expect.poll(lastSeen).toBeLessThan(before - 1_000 * (hour - 60));
  await expect.poll(outOfSight).toBe(1);
  await page.close();
  // When the clock has caught up the alarms ring again, and the page that stood in for them goes.
  await clock.step(hour + 120);
  await expect.poll(outOfSight).toBe(0);
  await putRight(-120);
});

test.each([
  ['two minutes', 120],
  ['a day', day],
  ['five years', 5 * 365 * day],
])(
  'T14: a clock set back by %s leaves no negative time and no storm of looks',
  async (_, seconds) => {
    await workedFor(app, 20);
    await set(-seconds);
    await app.reload();
    await app.getByText(/^Next pause in (29|30) min/).waitFor();
    const { spans, prompts, seen } = await engineOf(app);
    for (const [from, until] of spans) expect(until).toBeGreaterThanOrEqual(from);
    for (const { anchor } of Object.values(prompts)) expect(anchor).toBeLessThanOrEqual(seen.wall);
    expect(await pendingOf(app)).toBeUndefined();
    const asked = new Set<number>();
    for (let look = 0; look < 15; look += 1) {
      asked.add(await alarmOf(app));
      await app.waitForTimeout(200);
    }
    expect(asked.size).toBeLessThanOrEqual(4);
    await putRight(seconds);
  },
);

test('T15: with the clock set ahead an hour no pause is due for it', async () => {
  await workedFor(app, 10);
  const { anchor } = mainOf(await engineOf(app));
  await set(hour);
  expect(await pendingOf(app)).toBeUndefined();
  expect(await badgeOf(app)).toBe('');
  const after = await engineOf(app);
  expect(after.settled.map(([, ending]) => ending)).not.toContain('shown');
  // The hour nobody lived through counts as a rest, never as work.
  expect(mainOf(after).anchor).toBeGreaterThan(anchor + 1_000 * (hour - 60));
  await putRight(-hour);
});

test('T16: a clock put right by four minutes brings no pause forward', async () => {
  await workedFor(app, 48);
  await set(240);
  await beat(app);
  expect(await pendingOf(app)).toBeUndefined();
  expect(await badgeOf(app)).toBe('');
  await putRight(-240);
});
