/** What makes the engine look: one alarm, and whatever stands in for it where it cannot be on time. */
import { watchClock } from '#core/app/watch-clock.ts';

import { clock } from '../clock.ts';
import { askOffscreen } from './offscreen.ts';

const heartbeat = 'heartbeat';
/** A worker lives about this long after an event; a timer of its own beyond that never fires. */
const lifeMs = 29_000;
/** Firefox's alarms follow the time that passed: a clock set ahead is noticed after this at the latest (chosen). */
const longestInFirefoxMs = 15 * 60_000;
/** Signs of the person come in bursts; one look in so many milliseconds is enough (chosen). */
const burstMs = 10_000;
/** After the clock has shown its old time again, Chrome's alarms need this long at most. */
const alarmsBackMs = 60_000;
/** A worker that dies after its alarm rang and before it set the next is rung for again after this (chosen). */
const againMinutes = 1;

let look: () => void = () => undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let lookedAt = -Infinity;

/** Call it in the worker's first turn. */
export function startHeartbeat(lookAround: () => void): void {
  look = (): void => {
    lookedAt = clock.mono();
    lookAround();
  };
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === heartbeat) look();
  });
  // Where the alarms stand still, the person who is there wakes the worker.
  chrome.tabs.onActivated.addListener(lookSometimes);
  chrome.windows.onFocusChanged.addListener(lookSometimes);
  watchClock(clock, look);
}

function lookSometimes(): void {
  if (clock.mono() - lookedAt >= burstMs) look();
}

/** The alarm only knocks: when it rings, the engine looks at the clock itself. */
export async function setAlarm(at: number | null): Promise<void> {
  clearTimeout(timer);
  if (at === null) {
    await chrome.alarms.clear(heartbeat);
    return;
  }
  const wall = clock.wall();
  const when = __FIREFOX__ ? Math.min(at, wall + longestInFirefoxMs) : at;
  // Chrome rings no sooner than after half a minute; a worker that lives can be on the second.
  if (when - wall < lifeMs) timer = setTimeout(look, when - wall);
  await chrome.alarms.create(heartbeat, { when, periodInMinutes: againMinutes });
}

/** When the alarm rings next; null when none is set. */
export async function alarmAt(): Promise<number | null> {
  return (await chrome.alarms.get(heartbeat))?.scheduledTime ?? null;
}

/** Chrome's alarms stand still until the clock shows `from` again; Firefox's do not look at it. */
export async function outlastSetBack(from: number): Promise<void> {
  if (!__FIREFOX__)
    await askOffscreen({ to: 'offscreen', type: 'beat', until: from + alarmsBackMs });
}
