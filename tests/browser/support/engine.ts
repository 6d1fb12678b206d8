/** The timing engine of the extension, seen and turned on from one of its own pages. */
import { isDeepStrictEqual } from 'node:util';
import { type Page } from 'playwright-core';
import { expect } from 'vitest';

import {
  currentSlot,
  type EngineState,
  type PendingSlot,
  type PromptState,
} from '#core/features/pauses/engine-state.ts';
import { type PauseEvent } from '#core/features/pauses/events.ts';
import { defaultPrompt, mainPromptId } from '#core/features/pauses/prompt.ts';
import { defaultRules, type PauseRules } from '#core/features/pauses/rules.ts';

import { withDatabase, type Room } from './database.ts';

/** What the engine remembers. It must have run once. */
export async function engineOf(page: Room): Promise<EngineState> {
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
async function putEngine(page: Room, state: EngineState): Promise<void> {
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

/** Runs inside a page of either shell: resolves when every event that was on its way has been taken. */
async function eventsTaken(): Promise<void> {
  // The worker hears no message of its own: there, that a state stays is all there is to go by.
  if (!('document' in globalThis)) return;
  if (location.protocol.endsWith('extension:'))
    await chrome.runtime.sendMessage({ to: 'heartbeat' });
  else await navigator.locks.request('comma-pauses', () => undefined);
}

/**
 * Changes what the engine remembers. One in the middle of an event would store its own state over ours: those
 * under way are waited for, and of another that comes just then only a state that stays counts.
 */
async function changeEngine(page: Room, change: (now: EngineState) => EngineState): Promise<void> {
  const place = async (): Promise<boolean> => {
    await page.evaluate(eventsTaken);
    const now = await engineOf(page);
    // A worker knows its own last state by when it was written, and would go on with that.
    const seen = { ...now.seen, mono: now.seen.mono - 0.01 };
    const wanted = { ...change(now), seen };
    await putEngine(page, wanted);
    await new Promise((resolve) => setTimeout(resolve, 150));
    return isDeepStrictEqual(await engineOf(page), wanted);
  };
  await expect.poll(place).toBe(true);
}

/** How the prompt that everybody begins with stands. */
export function mainOf({ prompts }: EngineState): PromptState {
  const main = prompts[mainPromptId];
  if (!main) throw new Error('The engine has not taken up the first prompt yet.');
  return main;
}

const changeMain = (state: EngineState, patch: Partial<PromptState>): EngineState => ({
  ...state,
  prompts: { ...state.prompts, [mainPromptId]: { ...mainOf(state), ...patch } },
});

/** The slot that is before the person, or else the first that waits. */
export const pendingOf = (page: Room): Promise<PendingSlot | undefined> =>
  engineOf(page).then((state) => currentSlot(state) ?? state.slots[0]);

/** Moves the beginning of the present interval back, as if the person had been here for so long. */
export const workedFor = (page: Page, minutes: number): Promise<void> =>
  changeEngine(page, (state) => {
    const anchor = state.seen.wall - minutes * 60_000;
    const here = { ...state, spans: [], whereabouts: { is: 'here', from: anchor } as const };
    return changeMain(here, { anchor });
  });

/**
 * Lets the present interval end in so many milliseconds of the browser's clock, and lets the engine know;
 * answers when.
 */
export async function dueIn(page: Page, ms: number): Promise<number> {
  const due = await endsIn(page, ms);
  await beat(page);
  return due;
}

/** The same, and the engine learns of it when it next looks. */
export async function endsIn(room: Room, ms: number): Promise<number> {
  const due = (await room.evaluate(() => Date.now())) + ms;
  const anchor = due - 50 * 60_000;
  await changeEngine(room, (state) =>
    changeMain(
      { ...state, spans: [], whereabouts: { is: 'here', from: anchor } as const },
      { anchor },
    ),
  );
  return due;
}

/** What no Comma would write. */
export const spoilEngine = (page: Page): Promise<void> =>
  putEngine(page, { version: 2, slots: 'torn' } as unknown as EngineState);

/**
 * As if this were the first run, for tests that share a browser. The facts go as well: an engine that begins
 * hears them first of all.
 */
export async function forgetEngine(page: Page): Promise<void> {
  const gone = async (): Promise<boolean> => {
    await withDatabase(page, (database) =>
      database.evaluate(
        (db) =>
          new Promise<void>((resolve) => {
            const writing = db.transaction(['meta', 'rec'], 'readwrite');
            writing.objectStore('meta').delete('pauses');
            const facts = writing.objectStore('rec').index('[kind+day]');
            const all = IDBKeyRange.bound(['pauses', ''], ['pauses', '9999']);
            facts.openCursor(all).onsuccess = ({ target }) => {
              const { result: cursor } = target as IDBRequest<IDBCursorWithValue | null>;
              cursor?.delete();
              cursor?.continue();
            };
            writing.oncomplete = () => {
              resolve();
            };
          }),
      ),
    );
    await beat(page);
    const { settled, slots } = await engineOf(page);
    return settled.length === 0 && slots.length === 0;
  };
  await expect.poll(gone).toBe(true);
}

/** Pauses are welcome at every hour of every day. */
export const alwaysWelcome: PauseRules = {
  ...defaultRules,
  hours: defaultRules.hours.map(() => [{ from: 0, until: 1440 }]),
  prompts: [defaultPrompt],
};

/** Tells the engine what a page of ours would tell it. */
export async function tell(page: Page, event: PauseEvent): Promise<void> {
  const told: object = event;
  await page.evaluate((it) => chrome.runtime.sendMessage({ to: 'pauses', event: it }), told);
}

/** Lets the engine look once, without its alarm; answers when it wants to look next. */
export const beat = (page: Page): Promise<number | null> =>
  page.evaluate(() => chrome.runtime.sendMessage({ to: 'heartbeat' }));

/** As if the worker had died right after it decided on a pause for `slot`. */
export const decidedOn = (page: Page, slot: string): Promise<void> =>
  changeEngine(page, (state) => {
    const at = state.seen.wall;
    const decided: PendingSlot = {
      slot,
      prompt: mainPromptId,
      dueAt: at,
      phase: 'decided',
      at,
      asked: false,
      heldBy: [],
      heldUntil: 0,
    };
    return { ...state, slots: [decided] };
  });

/** Ends the time the person asked for with “Later”. */
export const waitedLater = (page: Page): Promise<void> =>
  changeEngine(page, (state) => {
    const { snooze } = mainOf(state);
    if (!snooze) throw new Error('Nobody asked for later.');
    return changeMain(state, { snooze: { ...snooze, until: state.seen.wall } });
  });

/** Moves the end of the last call back, as if nothing had followed it since. */
export const calledUntil = (page: Page, secondsAgo: number): Promise<void> =>
  changeEngine(page, (state) => {
    if (state.released === null) throw new Error('No call has ended.');
    return { ...state, released: state.seen.wall - secondsAgo * 1000 };
  });

/** The same of a call that the person told of. */
export const toldCallUntil = (page: Page, secondsAgo: number): Promise<void> =>
  changeEngine(page, (state) => {
    if (!state.call) throw new Error('No call was told of.');
    return { ...state, call: { ...state.call, until: state.seen.wall - secondsAgo * 1000 } };
  });

/** Moves the moment back at which the pause that waits fell due. */
export const waitedFor = (page: Page, minutes: number): Promise<void> =>
  changeEngine(page, (state) => ({
    ...state,
    slots: state.slots.map((slot) => ({ ...slot, dueAt: state.seen.wall - minutes * 60_000 })),
  }));

/** As if the first prompt had been declined so often in a row. */
export const declinedBefore = (page: Page, declined: number): Promise<void> =>
  changeEngine(page, (state) => changeMain(state, { declined }));

export async function setAlarm(page: Page, inMs: number): Promise<void> {
  await page.evaluate((ms) => chrome.alarms.create('heartbeat', { when: Date.now() + ms }), inMs);
}

/** When the engine's alarm rings next; 0 when none is set. */
export const alarmOf = (page: Page): Promise<number> =>
  page.evaluate(async () => (await chrome.alarms.get('heartbeat'))?.scheduledTime ?? 0);

/** Lets the engine's own alarm ring now, and waits until the engine has heard it and set the next. */
export async function ring(page: Page): Promise<void> {
  // An event that was still being taken sets an alarm of its own over ours: then it is set once more.
  await expect.poll(() => page.evaluate(ringsSoon)).toBe(true);
  await expect.poll(() => alarmOf(page)).toBeGreaterThan(0);
}

/** Runs inside the page, which hears the alarm as the worker does. */
const ringsSoon = (): Promise<boolean> =>
  new Promise((resolve) => {
    const { onAlarm } = chrome.alarms;
    const heard = (): void => {
      resolve(true);
      onAlarm.removeListener(heard);
    };
    onAlarm.addListener(heard);
    void chrome.alarms.create('heartbeat', { when: Date.now() + 20 });
    setTimeout(() => {
      resolve(false);
      onAlarm.removeListener(heard);
    }, 2_000);
  });

/** Rings and waits until the pause that has fallen due stands before the person. */
export async function offered(page: Page): Promise<PendingSlot> {
  await ring(page);
  const shown = (): Promise<PendingSlot | undefined> => engineOf(page).then(currentSlot);
  await expect.poll(() => shown().then((slot) => slot?.phase)).toBe('shown');
  const slot = await shown();
  if (!slot) throw new Error('The pause went before it was seen.');
  return slot;
}

export const badgeOf = (page: Room): Promise<string> =>
  page.evaluate(() => chrome.action.getBadgeText({}));
