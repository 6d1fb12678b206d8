/**
 * Chrome's worker has no sound of its own, and no timer that outlives it. This page out of sight chimes,
 * and beats while the alarms stand still; it closes when it has no duty left.
 */
import { watchClock } from '#core/app/watch-clock.ts';
import { playChime } from '#core/ui/chime.ts';

import { clock } from '../clock.ts';
import { send, type OffscreenDuty } from '../messages.ts';

/** As often as the alarm would ring while someone is there, and never in a storm. */
const mostMs = 30_000;
const leastMs = 1_000;

let chimes = 0;
let until = -Infinity;
let beating: ReturnType<typeof setTimeout> | undefined;

function take(duty: OffscreenDuty): void {
  if (duty.type === 'chime') void chime();
  else {
    until = Math.max(until, duty.until);
    beating ??= setTimeout(() => void beat(), leastMs);
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
  if (chimes === 0 && beating === undefined) window.close();
}

chrome.runtime.onMessage.addListener((message: { readonly to: string }, _sender, respond) => {
  if (message.to !== 'offscreen') return;
  take(message as OffscreenDuty);
  respond(true);
});
// Set once more, perhaps right: the engine is to know at once.
watchClock(clock, () => {
  if (beating !== undefined) void beat();
});
take(JSON.parse(decodeURIComponent(location.hash.slice(1))) as OffscreenDuty);
