/** Devices whose clocks are off by a day, in step through a real relay: what one tells is understood by the other. */
import { expect, test } from 'vitest';

import { PauseRunner } from '#core/app/pause-runner.ts';
import { relayParts } from '#core/app/relay-parts.ts';
import type { Bytes } from '#core/kernel/bytes.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { readBehind } from '#core/vault/clock-behind.ts';

import { keep, setupRelay } from '../support/kept.ts';
import { testVault } from '../support/vault.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

interface Device {
  readonly runner: PauseRunner;
  readonly sync: () => Promise<boolean>;
  readonly wall: () => number;
  readonly behind: () => Promise<number | null>;
}

async function devices(origin: string, ...errors: number[]): Promise<Device[]> {
  const made: Device[] = [];
  let seed: Bytes | null = null;
  for (const error of errors) {
    const wall = (): number => Date.now() + error;
    const clock = { wall, mono: () => performance.now(), zone: () => 'Europe/Berlin' };
    const vault = await testVault(undefined, wall);
    if (seed) await adoptSeed(vault, seed);
    seed = vault.seed;
    const { fetch, afterRound } = relayParts(vault, clock);
    const { keeper } = await keep(vault, fetch, { wall, afterRound });
    await keeper.use({ origin });
    await keeper.sync();
    const runner = new PauseRunner(vault, {
      shell: 'pwa',
      boot: 'boot',
      clock,
      typedAt: () => undefined,
      act: () => Promise.resolve(),
    });
    made.push({ runner, wall, sync: () => keeper.sync(), behind: () => readBehind(vault.db) });
  }
  return made;
}

/** What the first told reaches the second. */
async function carry(from: Device, to: Device): Promise<void> {
  expect(await from.sync()).toBe(true);
  expect(await to.sync()).toBe(true);
  await to.runner.hear();
}

test('a device learns from the relay how its clock stands, and a clock that is right has nothing to correct', async () => {
  const { origin } = await setupRelay();
  const [right, ahead] = await devices(origin, 0, day);
  expect(await right?.behind()).toBe(0);
  expect(Math.abs(((await ahead?.behind()) ?? 0) + day)).toBeLessThan(minute / 2);
});

test.each([
  ['a day ahead', day],
  ['a day behind', -day],
  ['three years ahead', 1_100 * day],
  ['three years behind', -1_100 * day],
])(
  'T44: quiet that was asked for by a clock %s holds elsewhere for as long as it was asked for, and so it does back',
  async (_name, error) => {
    const { origin } = await setupRelay();
    const [right, wrong] = await devices(origin, 0, error);
    if (!right || !wrong) throw new Error('There are two.');
    for (const { runner } of [right, wrong]) await runner.take({ type: 'started', alone: true });
    const left = async ({ runner, wall }: Device): Promise<number> =>
      ((await runner.state()).quiet?.until ?? 0) - wall();
    for (const [asks, hears] of [
      [wrong, right],
      [right, wrong],
    ] as const) {
      await asks.runner.take({ type: 'quiet', until: asks.wall() + 60 * minute });
      await carry(asks, hears);
      expect(Math.abs((await left(hears)) - 60 * minute)).toBeLessThan(minute);
      await hears.runner.take({ type: 'quietEnded' });
      await carry(hears, asks);
      // A relay's date counts whole seconds, and its answer takes its way.
      expect(await left(asks)).toBeLessThan(minute / 2);
    }
  },
);

test('T44: a pause taken by a clock a day behind begins the interval anew elsewhere', async () => {
  const { origin } = await setupRelay();
  const [right, wrong] = await devices(origin, 0, -day);
  if (!right || !wrong) throw new Error('There are two.');
  for (const { runner } of [right, wrong]) await runner.take({ type: 'started', alone: true });
  const anchorOf = async ({ runner }: Device): Promise<number> =>
    Object.values((await runner.state()).prompts)[0]?.anchor ?? 0;
  const began = await anchorOf(right);
  // A relay's date counts whole seconds: what is told is right to about one.
  await expect.poll(() => Date.now() - began).toBeGreaterThan(3_000);
  await wrong.runner.take({ type: 'pauseNow' });
  const [asked] = (await wrong.runner.state()).slots;
  if (!asked) throw new Error('It was asked for.');
  await wrong.runner.take({ type: 'opened', slot: asked.slot });
  await wrong.runner.take({ type: 'finished', slot: asked.slot, seconds: 60, how: 'done' });
  await carry(wrong, right);
  expect(await anchorOf(right)).toBeGreaterThan(began);
});
