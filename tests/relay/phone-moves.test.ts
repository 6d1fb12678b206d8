/** A phone that is woken, while its journal goes to another relay or gets another key. */
import { expect, onTestFinished, test, vi } from 'vitest';

import type { Comma } from '#core/app/comma.svelte.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { createSeed } from '#core/vault/keys.ts';

import { PhonePromptsState } from '../../pwa/phone-prompts.svelte.ts';
import type { Environment } from '../../relay/environment.ts';
import { keep, setupRelay, type Kept, type ReopenedRelay } from '../support/kept.ts';
import { startPushService } from '../support/push-service.ts';
import { query } from '../support/relay-backup.ts';
import { testVault } from '../support/vault.ts';

interface World {
  readonly old: ReopenedRelay;
  readonly next: ReopenedRelay;
  readonly kept: Kept;
  readonly phone: PhonePromptsState;
}

/** A phone for which the relay of its journal knows a subscription; its browser's part is played here. */
async function setupPhone(): Promise<World> {
  const service = await startPushService();
  const environment: Environment = {
    RELAY_PUSH_SUBJECT: 'mailto:keeper@comma.example',
    RELAY_PUSH_STAND_IN: service.origin,
  };
  const [old, next] = [await setupRelay(environment), await setupRelay(environment)];
  let held: object | null = null;
  const pushManager = {
    getSubscription: () => Promise.resolve(held),
    subscribe: ({ applicationServerKey }: { readonly applicationServerKey: string }) => {
      const { endpoint, ...keys } = service.subscribe();
      held = {
        toJSON: () => ({ endpoint, keys }),
        options: { applicationServerKey: Buffer.from(applicationServerKey, 'base64url') },
        unsubscribe: () => Promise.resolve((held = null)),
      };
      return Promise.resolve(held);
    },
  };
  const registration = { pushManager };
  vi.stubGlobal('PushManager', {});
  vi.stubGlobal('navigator', {
    serviceWorker: {
      ready: Promise.resolve(registration),
      getRegistration: () => Promise.resolve(registration),
    },
  });
  onTestFinished(async () => {
    vi.unstubAllGlobals();
    await service.close();
  });
  const kept = await keep(await testVault());
  await kept.keeper.use({ origin: old.origin });
  await kept.keeper.sync();
  // What of an app this state asks for: its moments are the engine's matter.
  const comma = {
    vault: kept.vault,
    ports: {
      notices: { ask: () => Promise.resolve('granted') },
      clock: { wall: () => 5_000 },
    },
    pauses: { state: null },
  } as unknown as Comma;
  const phone = new PhonePromptsState(comma);
  kept.keeper.onState(() => {
    phone.movedTo(kept.keeper.state.origin);
  });
  expect(await phone.turnOn()).toBe(true);
  return { old, next, kept, phone };
}

const devicesAt = async ({ store }: ReopenedRelay): Promise<number> =>
  (await query(store, 'select id from device')).length;

test('when its journal goes to another relay, what wakes the phone goes along, and the old one wakes it no more', async () => {
  const { old, next, kept, phone } = await setupPhone();
  expect([await devicesAt(old), await devicesAt(next)]).toEqual([1, 0]);
  expect(await kept.keeper.move({ origin: next.origin })).toBeNull();
  await expect.poll(() => devicesAt(next)).toBe(1);
  await expect.poll(() => devicesAt(old)).toBe(0);
  expect(phone.trouble).toBeNull();
  expect(await phone.tryNow()).toBe(true);
});

test('an old relay that is gone for good, or a vault that was deleted there, does not keep the phone from being woken', async () => {
  const { old, next, kept, phone } = await setupPhone();
  await kept.keeper.remove();
  await adoptSeed(kept.vault, createSeed(systemRandom));
  await kept.keeper.use({ origin: old.origin });
  await kept.keeper.sync();
  await phone.recall();
  expect(phone.trouble).toBeNull();
  expect(await phone.tryNow()).toBe(true);

  await old.close();
  expect(await kept.keeper.move({ origin: next.origin })).toBeNull();
  await expect.poll(() => devicesAt(next)).toBe(1);
  await expect.poll(() => phone.working).toBe(false);
  expect(phone.trouble).toBeNull();
  expect(await phone.tryNow()).toBe(true);
});
