/** The extension at the desk and the PWA on a phone, with the relay between them. */
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Chromium } from '../support/chromium.ts';
import { entries, goTo, keepNote, meet, openApp, openPwa } from '../support/comma.ts';
import { pair, servePwaWithRelay, type PwaWithRelay } from '../support/relay.ts';

let served: PwaWithRelay;
let desk: Chromium;
let pocket: Chromium;

beforeEach(async () => {
  served = await servePwaWithRelay();
  desk = await Chromium.open();
  pocket = await Chromium.open({ extension: null });
});
afterEach(async () => {
  await desk.close();
  await pocket.close();
  await served.close();
});

test('extension, page and phone are one journal: what the phone writes reaches the page through the extension', async () => {
  const app = await openApp(desk);
  const phone = await openPwa(pocket);
  await phone.setViewportSize({ width: 390, height: 844 });
  await keepNote(app, 'written in the extension');
  await keepNote(phone, 'written on the bus');
  await pair(app, phone);
  const page = await openPwa(desk);
  await meet(await desk.extensionPage('popup/index.html'), page);
  for (const each of [app, phone, page]) {
    await goTo(each, 'journal');
    await expect
      .poll(() => entries(each).then((words) => words.toSorted()))
      .toEqual(['written in the extension', 'written on the bus']);
  }
  await goTo(phone, 'today');
  await keepNote(phone, 'one more stop');
  await expect.poll(() => entries(page)).toContain('one more stop');
});
