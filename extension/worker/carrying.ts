/**
 * In step with the relay while no page of ours is open. The worker has no room for the relay's client: Chrome's page
 * out of sight has the rounds, and Firefox's background is a page itself.
 */
import { savesData } from '#core/app/saves-data.ts';
import { toBase64Url } from '#core/kernel/bytes.ts';
import { readRelay } from '#core/vault/relay-setting.ts';

import { carryBeside, stopCarrying } from '../carrier.ts';
import { clock } from '../clock.ts';
import { lockKeys } from '../lock-keys.ts';
import type { AskedToCarry, OffscreenOrder } from '../messages.ts';
import { askOffscreen } from './offscreen.ts';
import { vault } from './vault.ts';

const alarm = 'carry';
/** Between two rounds for which there is no other reason (chosen: what is written elsewhere can wait so long). */
const everyMs = 15 * 60_000;
/** What is written in one breath travels together, as in a page; on a line that costs by the byte more of it. */
const gatherMs = 2_000;
const gatherSavingMs = 60_000;
/** News of so many milliseconds ago is news enough to offer a pause on (chosen). */
const freshMs = 10_000;
/** A pause waits no longer than this for a relay that does not answer (chosen). */
const patienceMs = 5_000;

let gathering: ReturnType<typeof setTimeout> | undefined;
let underWay: Promise<void> | undefined;
let carriedAt = -Infinity;
let arrived: () => Promise<void> = () => Promise.resolve();

/** In the worker's first turn. `hearArrived` is called when a round brought something. */
export function startCarrying(hearArrived: () => Promise<void>): void {
  arrived = hearArrived;
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarm) void carrySometimes();
  });
  chrome.idle.onStateChanged.addListener((state) => {
    if (state === 'active') void carrySometimes();
  });
  chrome.runtime.onStartup.addListener(() => void carrySometimes());
  lockKeys.onChange(() => void endWhenLocked());
  void ring(everyMs);
}

/** Something was written that other devices are to know. */
export async function carrySoon(): Promise<void> {
  if (!(await carries())) return;
  const waits = !(await askPages('soon'));
  const saves = savesData();
  await ring(waits && saves ? gatherSavingMs : everyMs);
  if (waits && !saves)
    gathering ??= setTimeout(() => {
      gathering = undefined;
      void carry();
    }, gatherMs);
}

/** Whether what other devices did is known here as far as it can be: with no relay there is nothing to learn. */
export const isInformed = async (): Promise<boolean> => isFresh() || !(await carries());

/** Resolves when the round is over, or has taken longer than a pause may wait. */
export function carry(): Promise<void> {
  const tooLong = new Promise<void>((resolve) => setTimeout(resolve, patienceMs));
  underWay ??= Promise.race([round(), tooLong]).finally(() => {
    underWay = undefined;
    carriedAt = clock.mono();
  });
  return underWay;
}

async function round(): Promise<void> {
  if (await askPages('now')) return;
  if (__FIREFOX__) await carryBeside(await lockKeyInLetters(), arrived);
  else {
    await askOffscreen({ to: 'offscreen', type: 'carry' });
    await tellOffscreen('carried');
  }
}

const isFresh = (): boolean => clock.mono() - carriedAt < freshMs;

/** Nothing travels while the lock is closed. */
async function carries(): Promise<boolean> {
  const { db, isLocked } = await vault;
  return !isLocked && (await readRelay(db)) !== null;
}

/** Unless the last round was just now, or there is no relay. */
export async function carrySometimes(): Promise<void> {
  if (!(await carries())) await chrome.alarms.clear(alarm);
  else if (!isFresh()) await carry();
}

/** In so many milliseconds at the latest, and from then on regularly. */
async function ring(afterMs: number): Promise<void> {
  if (!(await carries())) return;
  const when = clock.wall() + afterMs;
  const next = await chrome.alarms.get(alarm);
  if (!next || next.scheduledTime > when)
    await chrome.alarms.create(alarm, { when, periodInMinutes: everyMs / 60_000 });
}

/** False when none is open, or none is ready yet. */
async function askPages(when: AskedToCarry['when']): Promise<boolean> {
  const asked: AskedToCarry = { to: 'pages', when };
  // Nobody listens, or only the page out of sight, which does not answer to this.
  return (await chrome.runtime.sendMessage(asked).catch(() => null)) === true;
}

const tellOffscreen = (type: OffscreenOrder['type']): Promise<unknown> =>
  chrome.runtime.sendMessage({ to: 'offscreen', type }).catch(() => undefined); // it has closed

/** The page out of sight asks for it, as it sees no store of the session. Null where no lock is on, or it is closed. */
export async function lockKeyInLetters(): Promise<string | null> {
  const key = await lockKeys.get();
  return key && toBase64Url(key);
}

async function endWhenLocked(): Promise<void> {
  if (await lockKeys.get()) await ring(everyMs);
  else if (__FIREFOX__) stopCarrying();
  else await tellOffscreen('lock');
}
