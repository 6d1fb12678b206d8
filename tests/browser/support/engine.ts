/** The timing engine of the extension, seen and turned on from one of its own pages. */
import { type Page } from 'playwright-core';
import { expect } from 'vitest';

import { type EngineState } from '#core/features/pauses/engine-state.ts';

import { withDatabase } from './database.ts';

/** What the engine remembers. It must have run once. */
export async function engineOf(page: Page): Promise<EngineState> {
  const kept = await withDatabase(page, (database) =>
    database.evaluate(
      (db) =>
        new Promise<unknown>((resolve) => {
          const got = db.transaction('meta').objectStore('meta').get('pauses');
          got.onsuccess = () => {
            resolve((got.result as { value: unknown } | undefined)?.value ?? null);
          };
        }),
    ),
  );
  if (kept === null) throw new Error('The engine has not run yet.');
  return kept as EngineState;
}

/** For what takes hours to come about, or a death in the right millisecond. */
export async function putEngine(page: Page, state: EngineState): Promise<void> {
  await withDatabase(page, (database) =>
    database.evaluate(
      (db, value) =>
        new Promise<void>((resolve) => {
          const writing = db.transaction('meta', 'readwrite');
          writing.objectStore('meta').put({ key: 'pauses', value });
          writing.oncomplete = () => {
            resolve();
          };
        }),
      state,
    ),
  );
}

/**
 * Moves the beginning of the present interval back, as if the person had been here for so long. A worker in
 * the middle of an event would store its own state over ours, so only one that stays counts.
 */
export async function workedFor(page: Page, minutes: number): Promise<void> {
  const place = async (): Promise<boolean> => {
    const state = await engineOf(page);
    const anchor = state.seen.wall - minutes * 60_000;
    await putEngine(page, {
      ...state,
      anchor,
      spans: [],
      whereabouts: { is: 'here', from: anchor },
    });
    await new Promise((resolve) => setTimeout(resolve, 150));
    return (await engineOf(page)).anchor === anchor;
  };
  await expect.poll(place).toBe(true);
}

/** Ends the time the person asked for with “Later”. */
export async function waitedLater(page: Page): Promise<void> {
  const state = await engineOf(page);
  if (!state.snooze) throw new Error('Nobody asked for later.');
  await putEngine(page, { ...state, snooze: { ...state.snooze, until: state.seen.wall } });
}

export async function setAlarm(page: Page, inMs: number): Promise<void> {
  await page.evaluate((ms) => chrome.alarms.create('heartbeat', { when: Date.now() + ms }), inMs);
}

/** Lets the engine's own alarm ring now, and waits until the engine has heard it. */
export async function ring(page: Page): Promise<void> {
  const { seen } = await engineOf(page);
  await setAlarm(page, 20);
  await expect.poll(() => engineOf(page).then((now) => now.seen.wall)).not.toBe(seen.wall);
}

/** Rings and waits until the pause that has fallen due stands before the person. */
export async function offered(page: Page): Promise<EngineState> {
  await ring(page);
  await expect.poll(() => engineOf(page).then(({ pending }) => pending?.phase)).toBe('shown');
  return engineOf(page);
}

export const badgeOf = (page: Page): Promise<string> =>
  page.evaluate(() => chrome.action.getBadgeText({}));
