// @vitest-environment happy-dom
/** A page that is left open has a next day, too. */
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Comma } from '#core/app/comma.svelte.ts';
import { contextOf } from '#core/app/context.ts';
import TryToday from '#core/app/TryToday.svelte';
import { PausesState } from '#core/features/pauses/pauses.svelte.ts';
import type { Ports } from '#core/ports.ts';
import { practicesFor } from '#core/content/practices.ts';
import { areas, type Area } from '#core/content/practice.ts';
import { areaFields } from '#core/features/practices/welcome.ts';
import { settingsId } from '#core/vault/settings-record.ts';
import type { Vault } from '#core/vault/vault.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import { SettingsState } from '#core/vault/settings.svelte.ts';

import { testVault } from '../../support/vault.ts';

const zone = 'Europe/Berlin';
const at = (time: string): number =>
  Temporal.PlainDateTime.from(time).toZonedDateTime(zone).epochMilliseconds;

const clock = { now: 0 };
let shown: ReturnType<typeof mount>;

/** What it asks of a page, and no more. */
async function open(time: string, given?: Vault): Promise<void> {
  clock.now = at(time);
  const vault = given ?? (await testVault());
  const ports = {
    languages: ['en'],
    clock: { wall: () => clock.now, mono: () => clock.now, zone: () => zone },
  } as unknown as Ports;
  const ahead = new Ahead(vault);
  const settings = new SettingsState(ahead);
  const pauses = new PausesState(vault, ahead, settings, ports);
  const comma = { vault, ports, settings, pauses, kept: () => true } as unknown as Comma;
  shown = mount(TryToday, { target: document.body, context: contextOf(comma) });
}

/** The clock goes on, and the screen looks at it. */
function goOn(time: string): void {
  clock.now = at(time);
  vi.advanceTimersByTime(5_000);
  flushSync();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(async () => {
  await unmount(shown);
  vi.useRealTimers();
});

const suggested = (): string | undefined => document.querySelector('h3')?.textContent;
const says = (): string => document.body.textContent;
const press = (name: string): void => {
  const buttons = [...document.querySelectorAll('button')];
  buttons.find(({ textContent }) => textContent.trim() === name)?.click();
};

test('what is suggested stays all day, and a page left open over the night has another in the morning', async () => {
  await open('2026-11-26T11:50');
  await expect.poll(suggested).toBeDefined();
  const first = suggested();
  goOn('2026-11-26T12:10');
  expect(suggested()).toBe(first);
  goOn('2026-11-27T03:59');
  expect(suggested()).toBe(first);
  goOn('2026-11-27T04:00');
  expect(suggested()).toBeDefined();
  expect(suggested()).not.toBe(first);
});

test('“Not today” is over with the day, on a page left open, too', async () => {
  await open('2026-11-26T22:00');
  await expect.poll(suggested).toBeDefined();
  press('Not today');
  await expect.poll(says).toContain('Nothing more for today.');
  goOn('2026-11-27T03:59');
  expect(says()).toContain('Nothing more for today.');
  goOn('2026-11-27T04:00');
  expect(suggested()).toBeDefined();
});

/** Every set of areas that a person may let in. */
const combinations = Array.from({ length: 2 ** areas.length }, (_, bits) =>
  areas.filter((_area, place) => bits & (1 << place)),
);
const { practices } = practicesFor(['en']);
const mayComeUp = (welcome: readonly Area[]): string[] =>
  practices
    .filter(({ area, level }) => level < 2 && welcome.includes(area))
    .map(({ title }) => title);

test('whatever is welcome, each day has something of it that is not private, or a plain word and two ways on', async () => {
  const vault = await testVault();
  const buttons = (): string[] =>
    [...document.querySelectorAll('button')].map(({ textContent }) => textContent.trim());
  for (const welcome of combinations) {
    const fields = Object.fromEntries(
      areas.flatMap((area) => Object.entries(areaFields(area, welcome.includes(area)))),
    );
    await vault.write({ id: settingsId, kind: 'settings', fields });
    const seen: string[] = [];
    for (const day of ['2026-11-26', '2026-11-27']) {
      await open(`${day}T11:50`, vault);
      await expect.poll(() => suggested() ?? says()).toMatch(/\S/);
      const title = suggested();
      if (title === undefined) {
        expect(says()).toContain('Nothing comes up by itself today.');
        expect(buttons()).toEqual(['Breathe', 'Go to Practise']);
      } else {
        expect(mayComeUp(welcome)).toContain(title);
        seen.push(title);
      }
      await unmount(shown);
    }
    expect(seen.length > 0, welcome.join()).toBe(mayComeUp(welcome).length > 0);
    expect(new Set(seen).size).toBe(seen.length);
  }
  await open('2026-11-26T11:50', vault);
});
