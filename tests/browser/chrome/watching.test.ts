import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { popupText } from '../support/chromium.ts';
import { ledger } from '../support/comma.ts';
import { badgeOf, engineOf, offered, pendingOf, ring, workedFor } from '../support/engine.ts';
import { around, eachWorld, type World } from '../support/noticing.ts';

let world: World;
let app: Page;

eachWorld((made) => {
  world = made;
  ({ app } = made);
});

/** A driven page that asks for the whole screen gets its tab only: the window goes there itself. */
async function setWindow(state: 'fullscreen' | 'normal'): Promise<void> {
  await app.evaluate(async (to) => {
    const { id } = await chrome.windows.getLastFocused();
    if (id !== undefined) await chrome.windows.update(id, { state: to });
  }, state);
  const now = (): Promise<string | undefined> =>
    app.evaluate(async () => (await chrome.windows.getLastFocused()).state);
  await expect.poll(now).toBe(state);
}

test('T30: a silent film over the whole screen counts as screen time, holds a pause, and ends in one offer', async () => {
  const film = await world.chromium.page(world.site.origin);
  await film.bringToFront();
  await setWindow('fullscreen');
  await workedFor(app, 55);
  await ring(app);
  await expect.poll(() => pendingOf(app).then((slot) => slot?.heldBy)).toEqual(['media']);
  expect((await engineOf(app)).whereabouts.is).not.toBe('away');
  expect(await badgeOf(app)).toBe('');
  expect(await popupText(app)).toBeNull();

  await setWindow('normal');
  const { slot } = await offered(app);
  expect(await around(app, 'media')).toBe(false);
  await ring(app);
  expect((await pendingOf(app))?.slot).toBe(slot);
  expect((await ledger(app)).filter((row) => row.includes('A pause was offered.'))).toHaveLength(1);
});
