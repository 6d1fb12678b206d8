/** A phone sleeps, its moments at a real relay, and the person answers at the computer. */
import { expect, onTestFinished, test } from 'vitest';

import { callOffWakes } from '#core/app/call-off-wakes.ts';
import { PauseRunner } from '#core/app/pause-runner.ts';
import { presenceId, presenceKind, signFields } from '#core/features/pauses/presence-records.ts';
import { promptKind, promptRecordId } from '#core/features/pauses/prompt-fields.ts';
import { defaultPrompt, type Prompt } from '#core/features/pauses/prompt.ts';
import { promptFields } from '#core/features/pauses/serialise-rules.ts';
import { lateBy } from '#core/features/pauses/wakes.ts';
import { fromBase64Url, toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import type { Clock } from '#core/ports.ts';
import type { Fetch } from '#core/sync/relay/ask.ts';
import type { RelayKeeper } from '#core/sync/relay/keeper.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { wakeDeskAt } from '#core/sync/relay/wakes.ts';
import { wireIdOf } from '#core/vault/keys.ts';
import type { Vault } from '#core/vault/vault.ts';

import { keep } from '../support/kept.ts';
import { startPushService } from '../support/push-service.ts';
import { accessOf, freshSqlite, startRelay } from '../support/relay-world.ts';
import { testVault } from '../support/vault.ts';

const minute = 60_000;
const zone = 'Europe/Berlin';
const fetched: Fetch = (...asked) => fetch(...asked);

const tea: Prompt = {
  ...defaultPrompt,
  id: 'tea',
  hours: 'any',
  cadence: { type: 'clock', times: [600, 660], days: [1, 2, 3, 4, 5, 6, 7] },
};

interface Sleeping {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly keeper: RelayKeeper;
  readonly runner: PauseRunner;
  /** What the computer asked of the relay about wakes. */
  readonly asked: string[];
  /** Pushes that came to the phone. */
  readonly received: readonly unknown[];
  readonly sleep: (ms: number) => Promise<void>;
}

/** A phone that left ten and eleven o’clock at the relay, and sleeps; a computer of the same vault, two minutes before. */
async function whileThePhoneSleeps(): Promise<Sleeping> {
  let now = Date.parse('2026-11-23T09:58:00+01:00');
  const service = await startPushService();
  const store = await freshSqlite();
  const environment = {
    RELAY_PUSH_SUBJECT: 'mailto:keeper@comma.example',
    RELAY_PUSH_STAND_IN: service.origin,
  };
  const relay = await startRelay({ store, environment, wall: () => now });
  onTestFinished(async () => {
    await relay.close();
    await store.close();
    await service.close();
  });
  const vault = await testVault(undefined, () => now);
  const clock = { wall: () => now, mono: () => now, zone: () => zone };
  const asked: string[] = [];
  const noting: Fetch = (address, request) => {
    asked.push(address);
    return fetch(address, request);
  };
  const parts = { fetch: noting, schedule: systemSchedule };
  const { keeper } = await keep(vault, fetched, {
    wall: clock.wall,
    afterRound: (access) => callOffWakes(vault, access, clock, parts),
  });
  await vault.write({ id: promptRecordId('tea'), kind: promptKind, fields: promptFields(tea) });
  await vault.write({
    id: presenceId('phone'),
    kind: presenceKind,
    fields: signFields({ turn: 0, at: now, here: false }),
  });
  await keeper.use({ origin: relay.origin });
  expect(await keeper.sync()).toBe(true);

  const access = await accessOf(vault.seed, relay.origin);
  const phone = wakeDeskAt(access, fetched, systemSchedule);
  const wakes = await Promise.all(
    ['10:00', '11:00'].map(async (civil) => {
      const name = await wireIdOf(vault.keys, `wake slot:tea:2026-11-23T${civil}`);
      const at = Date.parse(`2026-11-23T${civil}:00+01:00`);
      return { name, wait: at + lateBy(fromBase64Url(name)) - now };
    }),
  );
  await phone.put(toBase64Url(systemRandom(16)), { subscription: service.subscribe(), wakes });

  const runner = new PauseRunner(vault, {
    shell: 'pwa',
    boot: 'desk',
    clock,
    typedAt: () => undefined,
    act: () => Promise.resolve(),
  });
  await runner.take({ type: 'started', alone: true });
  const sleep = async (ms: number): Promise<void> => {
    now += ms;
    await relay.sendDue();
  };
  return { vault, clock, keeper, runner, asked, received: service.received, sleep };
}

test('a pause taken up at the computer in use wakes no phone; the next one, with nobody there, does', async () => {
  const { keeper, runner, asked, received, sleep } = await whileThePhoneSleeps();
  for (let at = 0; at < 4; at++) {
    await sleep(minute / 2);
    await runner.take({ type: 'heartbeat', presence: { state: 'active' } });
  }
  expect((await runner.state()).slots.map(({ slot }) => slot)).toEqual([
    'slot:tea:2026-11-23T10:00',
  ]);
  expect(await keeper.sync()).toBe(true);
  expect(await keeper.sync()).toBe(true);
  // Once said is enough.
  expect(asked).toHaveLength(1);

  await sleep(5 * minute);
  expect(received).toEqual([]);
  await sleep(60 * minute);
  expect(received).toHaveLength(1);
});

test('times that are changed at the computer wake the phone no more; the one that stands does', async () => {
  const { vault, keeper, asked, received, sleep } = await whileThePhoneSleeps();
  expect(await keeper.sync()).toBe(true);
  expect(asked).toEqual([]);
  const moved: Prompt = { ...tea, cadence: { type: 'clock', times: [660, 720], days: [1] } };
  await vault.write({ id: promptRecordId('tea'), kind: promptKind, fields: promptFields(moved) });
  expect(await keeper.sync()).toBe(true);
  expect(await keeper.sync()).toBe(true);
  // Once said is enough.
  expect(asked).toHaveLength(1);
  await sleep(10 * minute);
  expect(received).toEqual([]);
  await sleep(60 * minute);
  expect(received).toHaveLength(1);
});

test('what a changed prompt lies in on this disk has none of its words', async () => {
  const { vault, keeper } = await whileThePhoneSleeps();
  const named = { ...promptFields(tea), name: 'words of mine' };
  await vault.write({ id: promptRecordId('tea'), kind: promptKind, fields: named });
  expect(await keeper.sync()).toBe(true);
  const kept = JSON.stringify(await vault.db.meta.toArray());
  expect(kept).toContain('prompt:tea');
  expect(kept).not.toContain('words of mine');
});
