/**
 * Chrome's worker has no sound of its own, no timer that outlives it and no room for the relay's client. This page
 * out of sight chimes, beats while the alarms stand still, and carries while no other page is open; it closes when
 * it has no duty left.
 */
import { watchClock } from '#core/app/watch-clock.ts';
import { playChime } from '#core/ui/chime.ts';

import { carryBeside, stopCarrying } from '../carrier.ts';
import { clock } from '../clock.ts';
import { send, type OffscreenDuty, type OffscreenOrder } from '../messages.ts';

/** As often as the alarm would ring while someone is there, and never in a storm. */
const mostMs = 30_000;
const leastMs = 1_000;

let chimes = 0;
let until = -Infinity;
let beating: ReturnType<typeof setTimeout> | undefined;
let rounds = 0;
let carried: Promise<void> = Promise.resolve();

function take(duty: OffscreenDuty): void {
  switch (duty.type) {
    case 'chime':
      void chime();
      break;
    case 'carry':
      carried = carry();
      break;
    case 'beat':
      until = Math.max(until, duty.until);
      beating ??= setTimeout(() => void beat(), leastMs);
  }
}

/** Such a page sees no store of the session: the worker hands it the lock's key. */
async function carry(): Promise<void> {
  rounds += 1;
  try {
    const key = await send<string | null>({ to: 'carrier', type: 'key' });
    await carryBeside(key, () => send({ to: 'bridge', type: 'merged' }));
  } finally {
    rounds -= 1;
    leave();
  }
}

async function chime(): Promise<void> {
  chimes += 1;
  try {
    await playChime();
  } finally {
    chimes -= 1;
    leave();
  }
}

async function beat(): Promise<void> {
  // A worker that ended half-way is asked again with the next beat.
  const next = await send<number | null>({ to: 'heartbeat' }).catch(() => null);
  const wall = clock.wall();
  clearTimeout(beating); // of another beat meanwhile
  beating = undefined;
  if (wall > until) leave();
  else {
    const wait = Math.max(leastMs, Math.min(mostMs, (next ?? Infinity) - wall));
    beating = setTimeout(() => void beat(), wait);
  }
}

function leave(): void {
  if (chimes === 0 && beating === undefined && rounds === 0) window.close();
}

chrome.runtime.onMessage.addListener((message: { readonly to: string }, _sender, respond) => {
  if (message.to !== 'offscreen') return false;
  const asked = message as OffscreenDuty | OffscreenOrder;
  if (asked.type === 'carried') {
    void carried.then(() => {
      respond(true);
    });
    return true; // the answer comes later
  }
  if (asked.type === 'lock') stopCarrying();
  else take(asked);
  respond(true);
  return false;
});
// Set once more, perhaps right: the engine is to know at once.
watchClock(clock, () => {
  if (beating !== undefined) void beat();
});
take(JSON.parse(decodeURIComponent(location.hash.slice(1))) as OffscreenDuty);
