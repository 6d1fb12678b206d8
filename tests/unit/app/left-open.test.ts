// @vitest-environment happy-dom
/** Pages that are left open over the night stand on the next day in the morning. */
import { flushSync, mount, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Comma } from '#core/app/comma.svelte.ts';
import { contextOf } from '#core/app/context.ts';
import JournalScreen from '#core/app/JournalScreen.svelte';
import MonthScreen from '#core/app/MonthScreen.svelte';
import NightScreen from '#core/app/NightScreen.svelte';
import SleepScreen from '#core/app/SleepScreen.svelte';
import Today from '#core/app/Today.svelte';
import { contentFor } from '#core/content/index.ts';
import { blankNight, nightFields, nightId, nightKind } from '#core/features/anchors/sleep/night.ts';
import { entryKind } from '#core/features/journal/entry.ts';
import { PausesState } from '#core/features/pauses/pauses.svelte.ts';
import type { Ports } from '#core/ports.ts';
import { allowFormats } from '#core/ui/formats.svelte.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import type { Change } from '#core/vault/item.ts';
import { SettingsState } from '#core/vault/settings.svelte.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../support/vault.ts';

const zone = 'Europe/Berlin';
const at = (time: string): number =>
  Temporal.PlainDateTime.from(time).toZonedDateTime(zone).epochMilliseconds;

const clock = { now: 0 };
let shown: ReturnType<typeof mount>;

async function open(Screen: Component<never>, time: string, of = ''): Promise<Vault> {
  clock.now = at(time);
  const vault = await testVault(undefined, () => clock.now);
  const languages = ['en'];
  const ports = {
    languages,
    shell: 'pwa',
    clock: { wall: () => clock.now, mono: () => clock.now, zone: () => zone },
    tell: () => Promise.resolve(),
  } as unknown as Ports;
  const ahead = new Ahead(vault);
  const settings = new SettingsState(ahead);
  const pauses = new PausesState(vault, ahead, settings, ports);
  const comma = {
    ...{ vault, early: vault, ahead, ports, settings, pauses },
    content: contentFor(languages),
    kept: () => true,
    // What is fetched later stands in tests of its own.
    bring: () => new Promise(() => undefined),
    bringLater: () => new Promise(() => undefined),
  } as unknown as Comma;
  shown = mount(Screen, {
    target: document.body,
    context: contextOf(comma),
    props: { router: { route: { of }, go: () => undefined } } as never,
  });
  flushSync();
  return vault;
}

const nightOf = (date: string): Change => ({
  ...{ id: nightId(date), kind: nightKind },
  fields: nightFields(null, {
    ...blankNight(date, zone),
    ...{ intoBed: '23:00', outOfBed: '07:00', enteredAt: 1 },
  }),
});

/** The clock goes on, and the screen looks at it. */
function goOn(time: string): void {
  clock.now = at(time);
  vi.advanceTimersByTime(5_000);
  flushSync();
}

/** The computer slept, and no timer ran. */
function wake(time: string): void {
  clock.now = at(time);
  document.dispatchEvent(new Event('visibilitychange'));
  flushSync();
}

beforeEach(() => {
  allowFormats();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
  vi.stubGlobal('matchMedia', () => new EventTarget());
});
afterEach(async () => {
  await unmount(shown);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const says = (): string => document.body.textContent.replaceAll(/\s+/g, ' ');

test('Today: the date, the greeting and what was written belong to the day that has begun', async () => {
  const vault = await open(Today as never, '2026-11-26T21:00');
  const entry = { id: 'entry:1', kind: entryKind, text: 'An evening.' };
  const fields = { day: '2026-11-26', at: at('2026-11-26T20:00'), zone, via: 'journal' };
  await vault.db.meta.put({ key: 'pauses', value: {} });
  await vault.write({ ...entry, fields });
  await expect.poll(says).toContain('An evening.');
  expect(says()).toContain('Thursday, November 26');
  expect(document.querySelector('h1')?.textContent).toMatch(/^Good evening/);
  goOn('2026-11-27T03:59');
  expect(says()).toContain('An evening.');
  goOn('2026-11-27T07:00');
  expect(says()).toContain('Friday, November 27');
  expect(document.querySelector('h1')?.textContent).toMatch(/^Good morning/);
  await expect.poll(says).not.toContain('An evening.');
});

test('the sleep screen: the newest night of its range is the one that has passed', async () => {
  const vault = await open(SleepScreen as never, '2026-11-26T21:00');
  await vault.write(nightOf('2026-11-27'));
  await expect.poll(() => document.querySelectorAll('svg').length).toBeGreaterThan(0);
  expect(document.querySelectorAll('[href*="night:2026-11-27"]')).toHaveLength(0);
  wake('2026-11-27T07:00');
  await expect
    .poll(() => document.querySelectorAll('[href*="2026-11-27"]').length)
    .toBeGreaterThan(0);
});

const heading = (): string | undefined => document.querySelector('h1')?.textContent.trim();

test('a form for last night that says nothing yet is about the night that has passed', async () => {
  await open(NightScreen as never, '2026-11-26T21:00');
  await expect.poll(() => document.querySelector('select')?.value).toBe('2026-11-26');
  goOn('2026-11-27T03:59');
  expect(document.querySelector('select')?.value).toBe('2026-11-26');
  const title = heading();
  wake('2026-11-27T04:00');
  await expect.poll(() => document.querySelector('select')?.value).toBe('2026-11-27');
  expect(heading()).toBe(title);
});

test('a night that something was said of stays the night it was said of', async () => {
  const vault = await open(NightScreen as never, '2026-11-26T21:00');
  await expect.poll(() => document.querySelector('select')?.value).toBe('2026-11-26');
  await vault.write(nightOf('2026-11-26'));
  await expect.poll(says).toContain('Put this night away');
  const title = heading();
  wake('2026-11-27T07:00');
  await expect.poll(heading).not.toBe(title);
  expect(document.querySelector('select')?.value).toBe('2026-11-26');
});

test('a month page: at the month’s end there is a way on', async () => {
  await open(MonthScreen as never, '2026-11-30T23:00');
  const ways = (): number => document.querySelectorAll('.ways button').length;
  expect(ways()).toBe(1);
  wake('2026-12-01T03:59');
  expect(ways()).toBe(1);
  wake('2026-12-01T04:00');
  expect(ways()).toBe(2);
});

test('the journal: the month it names is the one that has begun', async () => {
  await open(JournalScreen as never, '2026-11-30T23:00');
  expect(says()).toContain('November');
  goOn('2026-12-01T04:00');
  expect(says()).toContain('December');
});
