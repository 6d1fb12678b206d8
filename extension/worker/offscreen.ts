/** The page out of sight that lends Chrome's worker a sound, a timer that outlives it, and the relay's client. */
import type { OffscreenDuty } from '../messages.ts';

/** It may be just closing, or not yet listening: so often it is asked again (chosen). */
const attempts = 8;
/** Milliseconds between two of them (chosen). */
const pauseMs = 250;

let queue: Promise<void> = Promise.resolve();

/** Chrome allows only one such page: it opens for its first duty and is told of any other. */
export function askOffscreen(duty: OffscreenDuty): Promise<void> {
  queue = queue.then(() => ask(duty));
  return queue;
}

async function ask(duty: OffscreenDuty): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if ((await isOpen()) ? await isTaken(duty) : await opens(duty)) return;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

const isOpen = async (): Promise<boolean> =>
  (await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] })).length > 0;

async function isTaken(duty: OffscreenDuty): Promise<boolean> {
  try {
    return (await chrome.runtime.sendMessage<OffscreenDuty, boolean | undefined>(duty)) ?? false;
  } catch {
    return false; // nobody listens there yet, or any more
  }
}

async function opens(duty: OffscreenDuty): Promise<boolean> {
  try {
    await chrome.offscreen.createDocument({
      url: `offscreen/index.html#${encodeURIComponent(JSON.stringify(duty))}`,
      // The second lets it live until it closes itself; a silent page with the first alone is ended.
      reasons: ['AUDIO_PLAYBACK', 'WORKERS'],
      justification:
        'A soft chime with a pause, pauses on time after the clock was set back, and other devices in step.',
    });
    return true;
  } catch {
    return false; // the last one is not quite gone
  }
}
