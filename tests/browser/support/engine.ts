/** The timing engine of the extension, seen and turned on from one of its own pages. */
import { isDeepStrictEqual } from 'node:util';
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
async function putEngine(page: Page, state: EngineState): Promise<void> {
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
 * Changes what the engine remembers. A worker in the middle of an event would store its own state over ours,
 * so only one that stays counts.
 */
async function changeEngine(page: Page, change: (now: EngineState) => EngineState): Promise<void> {
  const place = async (): Promise<boolean> => {
    const wanted = change(await engineOf(page));
    await putEngine(page, wanted);
    await new Promise((resolve) => setTimeout(resolve, 150));
    return isDeepStrictEqual(await engineOf(page), wanted);
  };
  await expect.poll(place).toBe(true);
}

/** Moves the beginning of the present interval back, as if the person had been here for so long. */
export const workedFor = (page: Page, minutes: number): Promise<void> =>
  changeEngine(page, (state) => {
    const anchor = state.seen.wall - minutes * 60_000;
    return { ...state, anchor, spans: [], whereabouts: { is: 'here', from: anchor } };
  });

/** As if the worker had died right after it decided on a pause for `slot`. */
export const decidedOn = (page: Page, slot: string): Promise<void> =>
  changeEngine(page, (state) => {
    const at = state.seen.wall;
    const pending = { slot, dueAt: at, at, asked: false, heldBy: [], phase: 'decided' } as const;
    return { ...state, pending };
  });

/** Ends the time the person asked for with “Later”. */
export const waitedLater = (page: Page): Promise<void> =>
  changeEngine(page, (state) => {
    if (!state.snooze) throw new Error('Nobody asked for later.');
    return { ...state, snooze: { ...state.snooze, until: state.seen.wall } };
  });

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
