/**
 * Runs before the page's body is read: the disk gives the first rows while everything else is still on its way. Then it
 * gives the first screen that was built into the page what a build cannot know: whether it is the one asked for,
 * and what hour it is. A press before the app's code is there is kept for it.
 */
import { beginLook } from '#core/app/early-look.ts';
import { todayViews } from '#core/app/first-views.ts';
import { greetingOf } from '#core/app/greeting.ts';
import { holdPresses } from '#core/app/held-presses.ts';
import { parseRoute } from '#core/app/parse-route.ts';
import { frameIn } from '#core/content/frame.ts';
import { defaultDayStart } from '#core/kernel/civil-time.ts';

import { clock } from './clock.ts';

function finish(): void {
  if (parseRoute(location.hash).screen !== 'today') {
    document.querySelector('#app')?.replaceChildren();
    return;
  }
  const now = new Date(clock.wall());
  const minute = now.getHours() * 60 + now.getMinutes();
  now.setHours(now.getHours() - defaultDayStart);
  const { greetings } = frameIn(navigator.languages);
  const { hello, below = '' } = greetingOf(greetings, minute, now.getDate());
  const heading = document.querySelector('#app h1');
  const [said] = [...(heading?.childNodes ?? [])].filter((node) => node instanceof Text);
  const second = heading?.querySelector('em');
  if (said) said.data = `${hello} `;
  if (second) second.textContent = below;
}

// Without it no day can be told: the app fetches its polyfill and asks the tables.
if ('Temporal' in globalThis) beginLook(todayViews(clock.wall(), clock.zone()));
holdPresses(document);
// The body has been read, and has not been painted yet.
document.addEventListener('readystatechange', finish, { once: true });
