import { expect, test } from 'vitest';

import { eachFirefox } from '../support/each-firefox.ts';
import * as engine from '../support/engine.ts';
import { type Firefox } from '../support/firefox.ts';
import {
  click,
  evaluating,
  goTo,
  entries,
  keepNote,
  openApp,
  says,
  valueOf,
  welcomeAlways,
} from '../support/firefox-comma.ts';

let firefox: Firefox;
eachFirefox((it) => {
  firefox = it;
});

test('T47: notifications are asked for by a click in the settings, and then carry a pause that has no other way', async () => {
  const app = await openApp(firefox);
  await welcomeAlways(app);
  await goTo(app, 'settings');
  await click(app, 'Allow notifications');
  await says(app, 'Notifications are allowed.');

  await app.evaluate(() => {
    const worker = chrome.extension.getBackgroundPage();
    if (!worker) throw new Error('The event page sleeps.');
    const { chrome: api } = worker as unknown as { chrome: typeof chrome };
    const refuse = (): never => {
      throw new Error('There is no window.');
    };
    api.action.openPopup = refuse;
    api.windows.create = refuse;
  });
  await engine.workedFor(evaluating(app), 55);
  const { slot, surface } = await engine.offered(evaluating(app));
  expect(surface).toBe('notification');
  const shown = await app.evaluate(() => chrome.notifications.getAll());
  expect(Object.keys(shown)).toEqual([`pause:${slot}`]);
});

test('T04 T06: after the extension was loaded again the journal, the hours and the rhythm are there', async () => {
  const before = await openApp(firefox);
  await keepNote(before, 'kept before it was loaded again');
  await welcomeAlways(before);
  await engine.workedFor(evaluating(before), 30);
  const { boot } = (await engine.engineOf(evaluating(before))).seen;
  // No answer comes: the page goes with the worker.
  before
    .evaluate(() => {
      chrome.runtime.reload();
    })
    .catch(() => undefined);

  const after = await openApp(firefox, 'journal');
  await expect.poll(() => entries(after)).toEqual(['kept before it was loaded again']);
  const engineNow = (): ReturnType<typeof engine.engineOf> => engine.engineOf(evaluating(after));
  await expect.poll(() => engineNow().then(({ seen }) => seen.boot)).not.toBe(boot);
  const alarm = (): Promise<number> =>
    after.evaluate(async () => (await chrome.alarms.get('heartbeat'))?.scheduledTime ?? 0);
  await expect.poll(alarm).toBeGreaterThan(Date.now());
  await goTo(after, 'settings');
  const day = new Intl.DateTimeFormat('en', { weekday: 'long' }).format();
  await expect.poll(() => valueOf(after, `${day}, from`)).toBe('00:00');
  await goTo(after, 'today');
  await says(after, /Next pause in (19|20) min/);
});
