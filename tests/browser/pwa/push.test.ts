/** A phone that is woken: the app leaves its moments at the relay, a push service carries the push, the worker shows it. */
import { text } from 'node:stream/consumers';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { defaultPrompt } from '#core/features/pauses/prompt.ts';

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

test('prompts by the clock reach a phone through the relay, which learns nothing but when', async () => {
  const { context } = chromium;
  await context.grantPermissions(['notifications'], { origin: pwaOrigin });
  // No push service of Chromium's is there to subscribe at: this one stands in.
  await context.addInitScript((given) => {
    const { endpoint, p256dh, auth } = given;
    const made = {
      toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
      options: {},
      unsubscribe: () => Promise.resolve(true),
    };
    let held: object | null = null;
    Object.assign(PushManager.prototype, {
      subscribe: () => Promise.resolve((held = made)),
      getSubscription: () => Promise.resolve(held),
    });
  }, service.subscribe());
  const page = await context.newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(pwaUrl());
  await appStands(page);
  const days = [1, 2, 3, 4, 5, 6, 7];
  const cadence = { type: 'clock' as const, times: [600, 900], days };
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
  await goTo(page, 'settings');
  await button(page, 'Let prompts reach me here').click();
  await page.getByText(/^On\. 2[78] moments are planned\.$/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await button(page, 'Send me one now').click();
  await page.getByText('Sent. It may take a few seconds.').waitFor();
  const [push] = service.received;
  expect(push?.claims).toMatchObject({ sub: 'mailto:keeper@comma.example' });

  const registrationId = await registered;
  await session.send('ServiceWorker.deliverPushMessage', {
    origin: pwaOrigin,
    registrationId,
    data: push?.text ?? '',
  });
  const shown = (): Promise<string[][]> =>
    page.evaluate(async () => {
      const { registration } = { registration: await navigator.serviceWorker.ready };
      const notices = await registration.getNotifications();
      return notices.map(({ title, body, tag }) => [title, body, tag]);
    });
  await expect.poll(shown).toEqual([['Comma', 'A comma, if you like.', 'pause']]);
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
  await button(page, 'Send me one now').click();
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
