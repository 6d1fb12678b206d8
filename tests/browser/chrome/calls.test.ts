import { expect, test } from 'vitest';
import { type Page } from 'playwright-core';

import { does } from '../support/call-site.ts';
import { popupText } from '../support/chromium.ts';
import { ledger } from '../support/comma.ts';
import {
  badgeOf,
  calledUntil,
  engineOf,
  offered,
  pendingOf,
  ring,
  waitedFor,
  workedFor,
} from '../support/engine.ts';
import { around, eachWorld, noticeCalls, type World } from '../support/noticing.ts';

let world: World;
let app: Page;

eachWorld((made) => {
  world = made;
  ({ app } = made);
});

const inCall = (): Promise<boolean> => around(app, 'meeting');
const openSite = (): Promise<Page> => world.chromium.page(world.site.origin);

/** A pause has fallen due and waits for the end of the call that is on. */
async function waitsForCall(): Promise<void> {
  await workedFor(app, 55);
  await ring(app);
  await expect.poll(() => pendingOf(app).then((slot) => slot?.heldBy)).toEqual(['meeting']);
  expect(await badgeOf(app)).toBe('');
  expect(await popupText(app)).toBeNull();
}

test('T35: a pause that falls due in a call waits, and is offered once when nothing follows the call', async () => {
  await noticeCalls(world);
  const call = await openSite();
  await ring(app);
  expect(await inCall()).toBe(false); // its page alone is no call
  await does(call, 'join');
  await expect.poll(inCall).toBe(true);
  await waitsForCall();

  await does(call, 'hangUp');
  await expect.poll(inCall).toBe(false);
  await ring(app);
  expect((await pendingOf(app))?.phase).toBe('due');
  await calledUntil(app, 61);
  const { slot } = await offered(app);
  await ring(app);
  expect((await pendingOf(app))?.slot).toBe(slot);
  const told = await ledger(app);
  expect(told.filter((row) => row.includes('A pause was offered.'))).toHaveLength(1);
  expect(told.filter((row) => row.includes('call'))).toHaveLength(1);
});

test('T35: a call takes back the pause that is offered', async () => {
  await noticeCalls(world);
  const call = await openSite();
  await workedFor(app, 55);
  await offered(app);
  expect(await badgeOf(app)).toBe('•');
  await does(call, 'join');
  await expect.poll(() => badgeOf(app)).toBe('');
  expect((await pendingOf(app))?.phase).toBe('due');
});

test('T35: a pause that is being taken closes quietly when a call begins, and it counts', async () => {
  await noticeCalls(world);
  const call = await openSite();
  await workedFor(app, 55);
  const { slot } = await offered(app);
  const opening = world.chromium.context.waitForEvent('page');
  await app.evaluate((of) => {
    const url = chrome.runtime.getURL(`pause/index.html#begin/${encodeURIComponent(of)}`);
    return chrome.windows.create({ url, type: 'popup', focused: false });
  }, slot);
  const pause = await opening;
  await expect.poll(() => pendingOf(app).then((pending) => pending?.phase)).toBe('open');
  const closed = pause.waitForEvent('close');
  await does(call, 'join');
  await closed;
  expect((await engineOf(app)).settled.at(-1)).toEqual([slot, 'interrupted']);
  expect(await pendingOf(app)).toBeUndefined();
  expect((await ledger(app))[0]).not.toMatch(/skip|not now/i);
});

test('T36: calls in a row hold a pause across the short gaps between them', async () => {
  await noticeCalls(world);
  const call = await openSite();
  await does(call, 'join');
  await expect.poll(inCall).toBe(true);
  await waitsForCall();
  for (let calls = 0; calls < 2; calls += 1) {
    await does(call, 'hangUp');
    await expect.poll(inCall).toBe(false);
    await calledUntil(app, 30);
    await ring(app);
    expect((await pendingOf(app))?.phase).toBe('due');
    await does(call, 'join');
    await expect.poll(inCall).toBe(true);
  }
  await does(call, 'hangUp');
  await expect.poll(inCall).toBe(false);
  await calledUntil(app, 61);
  await offered(app);
});

test('T36: after two hours of calls a pause is let go with its reason, and none is made up for', async () => {
  await noticeCalls(world);
  const call = await openSite();
  await does(call, 'join');
  await expect.poll(inCall).toBe(true);
  await waitsForCall();
  await waitedFor(app, 121);
  await ring(app);
  await expect.poll(() => pendingOf(app)).toBeUndefined();
  expect((await ledger(app))[0]).toContain('call');
  await does(call, 'hangUp');
  await expect.poll(inCall).toBe(false);
  await calledUntil(app, 61);
  await ring(app);
  expect(await pendingOf(app)).toBeUndefined();
});

test('whoever only listens is in a call, too', async () => {
  await noticeCalls(world);
  const call = await openSite();
  await does(call, 'listen');
  await expect.poll(inCall).toBe(true);
  await does(call, 'hangUp');
  await expect.poll(inCall).toBe(false);
});

test('a call is noticed in a page that was open before Comma was allowed to, and in a frame of another site', async () => {
  const call = await openSite();
  await noticeCalls(world);
  await expect
    .poll(() => call.evaluate(() => navigator.mediaDevices.getUserMedia.toString()))
    .toContain('[native code]');
  await does(call, 'join');
  await expect.poll(inCall).toBe(true);
  await call.close();
  await ring(app);
  expect(await inCall()).toBe(false);

  const other = world.site.origin.replace('127.0.0.1', 'localhost');
  const around = await world.chromium.page(`${other}/?framed=${world.site.origin}`);
  const frame = around.frames().find((each) => each.url().startsWith(world.site.origin));
  if (!frame) throw new Error('There is no frame.');
  await does(frame, 'join');
  await expect.poll(inCall).toBe(true);
});

test.each(['closed', 'left', 'crashed'] as const)(
  'a call whose tab is %s is over, though the worker ended in between',
  async (how) => {
    await noticeCalls(world);
    const call = await openSite();
    await does(call, 'join');
    await expect.poll(inCall).toBe(true);
    await world.chromium.killWorker();
    await ring(app);
    expect(await inCall()).toBe(true);
    await world.chromium.killWorker();
    if (how === 'closed') await call.close();
    else if (how === 'left') await call.goto('about:blank');
    else await call.goto('chrome://crash').catch(() => undefined);
    await ring(app);
    await expect.poll(inCall).toBe(false);
  },
);

test('a browser that starts again knows of no call until there is one', async () => {
  await noticeCalls(world);
  const call = await openSite();
  await does(call, 'join');
  await expect.poll(inCall).toBe(true);
  await world.chromium.restart('crash');
  app = await world.chromium.extensionPage('app/index.html');
  await ring(app);
  await expect.poll(inCall).toBe(false);
  const again = await openSite();
  await does(again, 'join');
  await expect.poll(inCall).toBe(true);
});

test('what a page makes up holds a pause at most, and only while the page says it', async () => {
  await noticeCalls(world);
  const page = await openSite();
  await page.evaluate(() => {
    const say = (): void => {
      dispatchEvent(new CustomEvent('live-media-told', { detail: 'call <b>now</b>' }));
    };
    addEventListener('live-media-asked', say);
    dispatchEvent(new CustomEvent('live-media-changed', { detail: { call: 'x'.repeat(10_000) } }));
  });
  await expect.poll(inCall).toBe(true);
  await waitsForCall();
  await page.close();
  await ring(app);
  await expect.poll(inCall).toBe(false);
});
