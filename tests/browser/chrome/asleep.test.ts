/** The computer sleeps with the browser open: rows T08 to T11 of the pauses reference. */
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Chromium } from '../support/chromium.ts';
import { badgeOf, engineOf, mainOf, pendingOf, tell, workedFor } from '../support/engine.ts';
import { eachClock } from '../support/each-clock.ts';
import { type WallClock } from '../support/wall-clock.ts';

const minute = 60;
const hour = 60 * minute;

let clock: WallClock;
let chromium: Chromium;
let app: Page;

eachClock((world) => {
  ({ clock, chromium, app } = world);
});

/** Sleeps, and waits until the engine has found out by itself that it slept. */
async function sleep(seconds: number): Promise<void> {
  const { seen } = await engineOf(app);
  await clock.sleep(seconds);
  const later = (): Promise<number> => engineOf(app).then((now) => now.seen.wall - seen.wall);
  await expect.poll(later).toBeGreaterThan(seconds * 900);
}

const pauseWindow = (): Page | undefined =>
  chromium.context.pages().find((page) => page.url().includes('/pause/index.html'));
const endings = (): Promise<readonly string[]> =>
  engineOf(app).then(({ settled }) => settled.map(([, ending]) => ending));

test('T08: a sleep longer than the pause was the pause: none is offered at waking', async () => {
  await workedFor(app, 49);
  await sleep(4 * minute);
  expect(await endings()).toEqual(['rest credited']);
  expect(await pendingOf(app)).toBeUndefined();
  expect(await badgeOf(app)).toBe('');
  await app.reload();
  await app.getByText(/^Next pause in (49|50) min/).waitFor();
});

test.each([
  ['40 minutes', 40 * minute],
  ['12 hours', 12 * hour],
  ['3 days', 72 * hour],
])('T09: after a sleep of %s everything begins afresh', async (_, seconds) => {
  await workedFor(app, 49);
  await sleep(seconds);
  const state = await engineOf(app);
  expect(state.slots).toEqual([]);
  expect(state.settled.filter(([, ending]) => ending !== 'rest credited')).toEqual([]);
  expect(state.seen.wall - mainOf(state).anchor).toBeLessThan(30_000);
  expect(await badgeOf(app)).toBe('');
});

test('T10: a sleep shorter than the pause is neither work nor rest', async () => {
  await workedFor(app, 30);
  await sleep(30);
  expect(await endings()).toEqual([]);
  await expect.poll(() => engineOf(app).then(({ spans }) => spans.length)).toBe(1);
  const { spans, whereabouts } = await engineOf(app);
  const [from = 0, until = 0] = spans[0] ?? [];
  expect(until - from).toBeLessThan(30.5 * minute * 1_000);
  expect(whereabouts.is === 'here' && whereabouts.from - until).toBeGreaterThan(28_000);
});

test('T11: a pause that the computer slept through is over at waking, and its window closes', async () => {
  const opening = chromium.context.waitForEvent('page');
  await tell(app, { type: 'pauseNow' });
  const pause = await opening;
  await expect.poll(() => pendingOf(app).then((slot) => slot?.phase)).toBe('open');
  await pause.getByText('Back to my day').waitFor();
  await clock.sleep(10 * minute);
  await expect.poll(pauseWindow).toBeUndefined();
  await expect.poll(endings).toContain('taken');
  expect((await endings()).filter((ending) => ending === 'taken')).toHaveLength(1);
  expect(await pendingOf(app)).toBeUndefined();
});
