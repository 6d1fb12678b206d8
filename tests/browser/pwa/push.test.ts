/** A phone that is woken: the app leaves its moments at the relay, a push service carries the push, the worker shows it. */
import { text } from 'node:stream/consumers';
import type { CDPSession, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { defaultPrompt } from '#core/features/pauses/prompt.ts';
import type { Subscription } from '#core/sync/protocol/wakes.ts';

import { startPushService, type PushService } from '../../support/push-service.ts';
import { axeFindings } from '../support/axe.ts';
import { pwaOrigin } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { appStands, button, goTo, pwaUrl } from '../support/comma.ts';
import { alwaysWelcome } from '../support/engine.ts';
import { putRules } from '../support/records.ts';
import { servePwaWithRelay, type PwaWithRelay } from '../support/relay.ts';

let service: PushService;
let served: PwaWithRelay;
let chromium: Chromium;

beforeEach(async () => {
  service = await startPushService();
  served = await servePwaWithRelay({
    RELAY_PUSH_SUBJECT: 'mailto:keeper@comma.example',
    RELAY_PUSH_STAND_IN: service.origin,
  });
  chromium = await Chromium.open({ extension: null });
});
afterEach(async () => {
  await chromium.close();
  await served.close();
  await service.close();
});

const days = [1, 2, 3, 4, 5, 6, 7];
const cadence = { type: 'clock' as const, times: [600, 900], days };

/** What the types of a page lack of a worker's. */
interface WorkerScope {
  readonly ExtendableEvent: new (type: string) => Event;
  readonly NotificationEvent: new (type: string, told: { notification: Notification }) => Event;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: object;
}

interface Phone {
  readonly page: Page;
  readonly session: CDPSession;
  readonly registrationId: string;
  /** In the order in which the browser gives them. */
  readonly subscriptions: readonly Subscription[];
}

/** With two prompts a day, and what they are called being nobody's business. */
async function openPhone(): Promise<Phone> {
  const { context } = chromium;
  await context.grantPermissions(['notifications'], { origin: pwaOrigin });
  const subscriptions = Array.from({ length: 4 }, () => service.subscribe());
  // No push service of Chromium's is there to subscribe at: this one stands in, and outlives a reload.
  await context.addInitScript((given) => {
    const place = 'test-subscription';
    const held = (): number => Number(localStorage.getItem(place) ?? 0);
    const made = (): object | null => {
      const { endpoint, p256dh, auth } = given[held() - 1] ?? {};
      return endpoint === undefined || localStorage.getItem('test-unsubscribed') !== null
        ? null
        : {
            toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
            options: {},
            unsubscribe: () => {
              localStorage.setItem('test-unsubscribed', '');
              return Promise.resolve(true);
            },
          };
    };
    Object.assign(PushManager.prototype, {
      subscribe: () => {
        localStorage.setItem(place, String(held() + 1));
        localStorage.removeItem('test-unsubscribed');
        return Promise.resolve(made());
      },
      getSubscription: () => Promise.resolve(made()),
    });
  }, subscriptions);
  const page = await context.newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(pwaUrl());
  await appStands(page);
  await putRules(page, {
    ...alwaysWelcome,
    prompts: [{ ...defaultPrompt, name: 'Xylophone practice', cadence }],
  });
  await page.reload();
  const session = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first) resolve(first.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  return { page, session, registrationId: await registered, subscriptions };
}

test('prompts by the clock reach a phone through the relay, which learns nothing but when', async () => {
  const { page, session, registrationId } = await openPhone();
  await goTo(page, 'settings');
  await button(page, 'Let prompts reach me here').click();
  await page.getByText(/^On\. 2[78] moments are planned\.$/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await button(page, 'Send me one now').click();
  await page.getByText('Sent. It may take a few seconds.').waitFor();
  const [push] = service.received;
  expect(push?.claims).toMatchObject({ sub: 'mailto:keeper@comma.example' });

  const deliver = (): Promise<unknown> =>
    session.send('ServiceWorker.deliverPushMessage', {
      origin: pwaOrigin,
      registrationId,
      data: push?.text ?? '',
    });
  const shown = (): Promise<string[][]> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notices = await registration.getNotifications();
      return notices.map(({ title, body, tag }) => [title, body, tag]);
    });
  // As a push service would, once more: a browser at its limits drops what the debugger hands it, without a word.
  let again = 0;
  const arrived = async (): Promise<string[][]> => {
    const notices = await shown();
    if (notices.length === 0 && performance.now() >= again) {
      again = performance.now() + 10_000;
      await deliver();
    }
    return notices;
  };
  await expect
    .poll(arrived, { timeout: 45_000 })
    .toEqual([['Comma', 'A comma, if you like.', 'pause']]);
  const saving = page.waitForEvent('download');
  await button(page, 'Save a calendar file').click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('comma.ics');
  const calendar = await text(await saved.createReadStream());
  expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(calendar.match(/^RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU\r$/gm)).toHaveLength(2);
  expect(calendar).not.toContain('Xylophone');
  await page.getByText(/^Saved as comma\.ics: 14 times a week\. /).waitFor();

  await goTo(page, 'today');
  await goTo(page, 'settings');
  await page.getByText(/^The last push arrived at /).waitFor();

  await goTo(page, 'checks');
  for (const said of ['It stands, and the relay knows it.', /^It arrived at /, /^Planned for /])
    await page.getByText(said).waitFor();
  await button(page, 'Send a push now').click();
  await expect.poll(() => service.received.length).toBe(2);
  await button(page, 'Set it up anew').click();
  await page.getByText('Set up anew. What is planned was left at the relay.').waitFor();
  expect(await axeFindings(page)).toEqual([]);

  await goTo(page, 'settings');
  for (const word of ['Xylophone', '2026-', 'slot:'])
    expect(await served.onDisk()).not.toContain(word);
  await button(page, 'Stop').click();
  await page.getByText('Stopped. Nothing of it is left at the relay.').waitFor();
});

test('a way to the phone that has ended is made anew at launch, and one that the browser changed goes on', async () => {
  const { page, subscriptions } = await openPhone();
  const [, , third, fourth] = subscriptions;
  await goTo(page, 'settings');
  await button(page, 'Let prompts reach me here').click();
  await page.getByText(/^On\. /).waitFor();
  // The service gives up the first subscription, and the second, which is made in its place.
  service.answer(410);
  service.answer(410);
  await button(page, 'Send me one now').click();
  await page.getByText('The push service did not take it. Try again in a minute.').waitFor();
  expect(service.received).toEqual([]);

  await page.reload();
  await goTo(page, 'settings');
  const send = async (): Promise<void> => {
    await button(page, 'Send me one now').click();
    await page.getByText('Sent. It may take a few seconds.').waitFor();
  };
  await send();
  expect(service.received.map(({ endpoint }) => endpoint)).toEqual([third?.endpoint]);

  const [worker] = chromium.context.serviceWorkers();
  if (!worker) throw new Error('no worker');
  await worker.evaluate(async (given) => {
    const fresh = { toJSON: () => ({ endpoint: given?.endpoint, keys: given }) };
    const scope = globalThis as unknown as WorkerScope;
    const event = new scope.ExtendableEvent('pushsubscriptionchange');
    let done: Promise<unknown> = Promise.resolve();
    // Only a browser's own event may be waited for.
    const waitUntil = (work: Promise<unknown>): void => void (done = work);
    dispatchEvent(Object.assign(event, { newSubscription: fresh, waitUntil }));
    await done;
  }, fourth);
  await send();
  expect(service.received.at(-1)?.endpoint).toBe(fourth?.endpoint);

  const opened = await worker.evaluate(async () => {
    const scope = globalThis as unknown as WorkerScope;
    await scope.registration.showNotification('Comma', { tag: 'pause' });
    const [notification] = await scope.registration.getNotifications();
    if (!notification) throw new Error('no notice');
    const asked: string[] = [];
    const found = { all: [] as { focus: () => Promise<void> }[] };
    Object.assign(scope.clients, {
      matchAll: () => Promise.resolve(found.all),
      openWindow: (url: string) => Promise.resolve(asked.push(url)),
    });
    const press = async (): Promise<void> => {
      let done: Promise<unknown> = Promise.resolve();
      const event = new scope.NotificationEvent('notificationclick', { notification });
      const waitUntil = (work: Promise<unknown>): void => void (done = work);
      dispatchEvent(Object.assign(event, { waitUntil }));
      await done;
    };
    await press();
    found.all = [{ focus: () => Promise.resolve(void asked.push('the open page')) }];
    await press();
    return [...asked, (await scope.registration.getNotifications()).length];
  });
  expect(opened).toEqual(['/#/today', 'the open page', 0]);
});
