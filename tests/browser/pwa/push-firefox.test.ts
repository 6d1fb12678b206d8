/** The whole real way of a push: the relay seals it, a push service carries it, Firefox opens it and wakes the worker. */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import {
  startBrowserPushService,
  type BrowserPushService,
} from '../../support/browser-push-service.ts';
import { Firefox } from '../support/firefox.ts';
import { click, goTo, openPwa, says } from '../support/firefox-comma.ts';
import { servePwaWithRelay, type PwaWithRelay } from '../support/relay.ts';

let service: BrowserPushService;
let served: PwaWithRelay;
let firefox: Firefox;

beforeEach(async () => {
  service = await startBrowserPushService();
  served = await servePwaWithRelay({
    RELAY_PUSH_SUBJECT: 'mailto:keeper@comma.example',
    RELAY_PUSH_STAND_IN: service.origin,
  });
  firefox = await Firefox.open({ extension: null, pushService: service.line });
});
afterEach(async () => {
  await firefox.close();
  await served.close();
  await service.close();
});

const noticesOf = (page: Page): Promise<string[][]> =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    const notices = await worker.getNotifications();
    return notices.map(({ title, body, tag }) => [title, body, tag]);
  });

test('in Firefox a push arrives sealed, is opened by the browser, and none is left when it is turned off', async () => {
  const page = await openPwa(firefox);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await goTo(page, 'settings');
  await click(page, 'Let prompts reach me here');
  await says(page, 'On. No prompt by the clock comes in the next two weeks.');
  expect(service.subscribed()).toBe(1);
  await click(page, 'Send me one now');
  await expect.poll(() => noticesOf(page)).toEqual([['Comma', 'A comma, if you like.', 'pause']]);
  await goTo(page, 'checks');
  await says(page, 'It arrived at ');
  await goTo(page, 'settings');
  await click(page, 'Stop');
  await says(page, 'Stopped. Nothing of it is left at the relay.');
  await expect.poll(() => service.subscribed()).toBe(0);
});
