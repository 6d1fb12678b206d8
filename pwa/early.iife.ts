/**
 * Runs before the page's body is read: the disk gives the first rows while everything else is still on its way. Then it
 * gives the first screen that was built into the page what a build cannot know: whether it is the one asked for,
 * what hour it is, and what was written today. Only when that has been painted does the app's code begin; a press
 * before is kept for it.
 */
import { drawEntries, entriesFound } from '#core/app/early-entries.ts';
import { beginLook } from '#core/app/early-look.ts';
import { todayViews } from '#core/app/first-views.ts';
import { greetingOf } from '#core/app/greeting.ts';
import { holdPresses } from '#core/app/held-presses.ts';
import { parseRoute } from '#core/app/parse-route.ts';
import { startCode, startPainted } from '#core/app/start-painted.ts';
import { frameIn } from '#core/content/frame.ts';
import { defaultDayStart } from '#core/kernel/civil-time.ts';

import { clock } from './clock.ts';

const { languages } = navigator;

/** The body has been read, and has not been painted yet. */
function finish(): void {
  if (parseRoute(location.hash).screen !== 'today') {
    document.querySelector('#app')?.replaceChildren();
    startCode(document);
    return;
  }
  const now = new Date(clock.wall());
  const minute = now.getHours() * 60 + now.getMinutes();
  now.setHours(now.getHours() - defaultDayStart);
  const { greetings } = frameIn(languages);
  const { hello, below = '' } = greetingOf(greetings, minute, now.getDate());
  const heading = document.querySelector('#app h1');
  const [said] = [...(heading?.childNodes ?? [])].filter((node) => node instanceof Text);
  const second = heading?.querySelector('em');
  if (said) said.data = `${hello} `;
  if (second) second.textContent = below;
}

async function draw(read: Promise<void>): Promise<void> {
  const [at, zone] = [clock.wall(), clock.zone()];
  const look = await beginLook(todayViews(at, zone));
  if (!look) return;
  const entries = entriesFound(look, at, zone);
  await read;
  drawEntries(document, entries, 'pwa', languages);
}

const read = new Promise<void>((resolve) => {
  document.addEventListener(
    'readystatechange',
    () => {
      finish();
      resolve();
    },
    { once: true },
  );
});
// Without Temporal no day can be told: the app fetches its polyfill and asks the tables.
const drawn = 'Temporal' in globalThis ? draw(read) : read;
holdPresses(document);
void startPainted(document, drawn);
