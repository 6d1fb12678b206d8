/** A phone sleeps, its moments at a real relay, and the person answers at the computer. */
import { expect, onTestFinished, test } from 'vitest';

import { callOffWakes } from '#core/app/call-off-wakes.ts';
import { PauseRunner } from '#core/app/pause-runner.ts';
import { promptKind, promptRecordId } from '#core/features/pauses/prompt-fields.ts';
import { defaultPrompt, type Prompt } from '#core/features/pauses/prompt.ts';
import { promptFields } from '#core/features/pauses/serialise-rules.ts';
import { lateBy } from '#core/features/pauses/wakes.ts';
import { fromBase64Url, toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import type { Fetch } from '#core/sync/relay/ask.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { wakeDeskAt } from '#core/sync/relay/wakes.ts';
import { wireIdOf } from '#core/vault/keys.ts';

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

test('a pause taken up at the computer in use wakes no phone; the next one, with nobody there, does', async () => {
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

  const shell = {
    shell: 'pwa' as const,
    boot: 'desk',
    clock,
    typedAt: () => undefined,
    act: () => Promise.resolve(),
  };
  const runner = new PauseRunner(vault, shell);
  await runner.take({ type: 'started', alone: true });
  for (let at = 0; at < 4; at++) {
    now += minute / 2;
    await runner.take({ type: 'heartbeat', presence: { state: 'active' } });
  }
  expect((await runner.state()).slots.map(({ slot }) => slot)).toEqual([
    'slot:tea:2026-11-23T10:00',
  ]);
  expect(await keeper.sync()).toBe(true);
  expect(await keeper.sync()).toBe(true);
  // Once said is enough.
  expect(asked).toHaveLength(1);

  now += 5 * minute;
  await relay.sendDue();
  expect(service.received).toEqual([]);
  now += 60 * minute;
  await relay.sendDue();
  expect(service.received).toHaveLength(1);
});
