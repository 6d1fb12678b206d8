/** The app alone, in a page: it sleeps, and it travels. Rows T11 and T20 of the pauses reference. */
import { type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { defaultPrompt } from '#core/features/pauses/prompt.ts';
import { minutesToClock } from '#core/kernel/civil-time.ts';

import { type Served } from '../../../scripts/server.ts';
import { pwaOrigin, servePwa } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { button, goTo, ledger, openPwa } from '../support/comma.ts';
import { alwaysWelcome, engineOf, pendingOf, workedFor } from '../support/engine.ts';
import { putRules } from '../support/records.ts';
import { whileTyping } from '../support/typing.ts';
import { WallClock } from '../support/wall-clock.ts';

const minute = 60;
const newYork = 'America/New_York';
const berlin = 'Europe/Berlin';

let served: Served;
let clock: WallClock;
let chromium: Chromium;
let pwa: Page;

beforeAll(async () => {
  served = await servePwa();
});
afterAll(() => served.close());
beforeEach(async () => {
  clock = await WallClock.make();
  chromium = await Chromium.open({ extension: null, clock });
  pwa = await openPwa(chromium);
});
afterEach(async () => {
  await chromium.close();
  await clock.remove();
});

/** What a page in view does whenever it comes into view again. */
const look = (): Promise<unknown> =>
  pwa.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
const phase = (): Promise<string | undefined> => pendingOf(pwa).then((slot) => slot?.phase);

test('T11: a pause that the computer slept through is over at waking, and the app is back on Today', async () => {
  await button(pwa, 'Pause now').click();
  await expect.poll(phase).toBe('open');
  await pwa.getByText('Back to my day').waitFor();
  await clock.sleep(10 * minute);
  await expect.poll(() => pwa.url()).toContain('#/today');
  const { settled, slots } = await engineOf(pwa);
  expect(settled.map(([, ending]) => ending)).toEqual(['taken']);
  expect(slots).toEqual([]);
  const told = (await ledger(pwa)).filter((row) => row.includes('You took a pause'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('the computer rested with you');
});

test('T20: a journey moves a prompt of the local clock, leaves one of a fixed zone, and neither comes twice a day', async () => {
  const session = await chromium.context.newCDPSession(pwa);
  const travel = async (timezoneId: string): Promise<void> => {
    await session.send('Emulation.setTimezoneOverride', { timezoneId });
    await look();
  };
  const civil = (zone: string): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(zone);
  const minuteOf = ({ hour, minute: past }: Temporal.ZonedDateTime): number => hour * 60 + past;

  // Where a minute ago in Berlin is still to come in New York, on the same date.
  await clock.step(((36 * 60 - minuteOf(civil(berlin))) % (24 * 60)) * minute);
  const there = minuteOf(civil(berlin)) - 1;
  const days = [1, 2, 3, 4, 5, 6, 7];
  const at = { ...defaultPrompt, cadence: { type: 'clock' as const, times: [there], days } };
  await travel(newYork);
  await putRules(pwa, {
    ...alwaysWelcome,
    prompts: [
      { ...at, id: 'main' },
      { ...at, id: 'fixed', zone: newYork },
    ],
  });
  await look();
  await expect
    .poll(() => engineOf(pwa).then(({ prompts }) => Object.keys(prompts).toSorted()))
    .toEqual(['fixed', 'main']);
  expect(await pendingOf(pwa)).toBeUndefined();

  await travel(berlin);
  await expect.poll(phase).toBe('shown');
  const slot = (await pendingOf(pwa))?.slot;
  expect(slot).toBe(`slot:main:${civil(berlin).toPlainDate().toString()}T${minutesToClock(there)}`);
  await button(pwa, 'Not now').click();
  await expect
    .poll(() => engineOf(pwa).then(({ settled }) => settled))
    .toEqual([[slot, 'not now']]);

  await travel(newYork);
  // Until the same clock time is here, too: only the one that keeps this zone comes.
  await clock.step((there - minuteOf(civil(newYork)) + 1) * minute);
  await look();
  await expect.poll(phase).toBe('shown');
  expect((await pendingOf(pwa))?.slot).toContain('slot:fixed:');
  const { settled, slots } = await engineOf(pwa);
  expect(slots).toHaveLength(1);
  expect(settled.filter(([name]) => name.startsWith('slot:main:'))).toEqual([[slot, 'not now']]);
});

test('with the person’s leave the app knows of an empty chair and a locked screen, and without it does not', async () => {
  const session = await chromium.context.newCDPSession(pwa);
  const chair = (isUserActive: boolean, isScreenUnlocked: boolean): Promise<unknown> =>
    session.send('Emulation.setIdleOverride', { isUserActive, isScreenUnlocked });
  const whereabouts = (): Promise<string> =>
    engineOf(pwa).then(({ whereabouts: at }) => (at.is === 'away' ? at.cause : at.is));
  await session.send('Browser.setPermission', {
    permission: { name: 'idle-detection' },
    setting: 'denied',
    origin: pwaOrigin,
  });
  await chair(true, true);
  await goTo(pwa, 'noticing');
  await button(pwa, 'Let Comma notice when I am away').click();
  await pwa.getByText('Comma sees its own page only').waitFor();

  await session.send('Browser.grantPermissions', {
    permissions: ['idleDetection'],
    origin: pwaOrigin,
  });
  await button(pwa, 'Let Comma notice when I am away').click();
  await pwa.getByText('Comma notices when you are away from this computer.').waitFor();
  await chair(false, true);
  await expect.poll(whereabouts).toBe('idle');
  await chair(false, false);
  await expect.poll(whereabouts).toBe('locked');
  await chair(true, true);
  await expect.poll(whereabouts).toBe('here');

  await button(pwa, 'Stop noticing that I am away').click();
  await pwa.getByText('Comma sees its own page only').waitFor();
  await chair(false, false);
  await look();
  expect(await whereabouts()).toBe('here');
});

/** Waits until the tab that keeps the time has been told of a key in another one. */
const hearsKeys = (): Promise<void> =>
  pwa.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const tabs = new BroadcastChannel('comma-typing');
        tabs.onmessage = () => {
          tabs.close();
          resolve();
        };
      }),
  );

test('T38: while keys go into any tab of the app a pause waits for a gap, and then it comes', async () => {
  await putRules(pwa, alwaysWelcome);
  await look();
  const other = await openPwa(chromium);
  const note = other.getByLabel('A quick note');
  await note.focus();
  await whileTyping(
    () => other.keyboard.press('a'),
    async () => {
      await hearsKeys();
      await workedFor(pwa, 55);
      await hearsKeys();
      await expect
        .poll(async () => {
          await look();
          return (await pendingOf(pwa))?.heldBy;
        })
        .toEqual(['typing']);
      expect(await button(other, 'Not now').count()).toBe(0);
    },
  );
  await button(other, 'Not now').waitFor();
});
