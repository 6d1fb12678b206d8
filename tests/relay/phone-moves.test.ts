/** A phone that is woken, while its journal goes to another relay or gets another key. */
import { expect, onTestFinished, test, vi } from 'vitest';

import type { Comma } from '#core/app/comma.svelte.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { vaultName } from '#core/app/vault-name.ts';
import { freshState } from '#core/features/pauses/engine-state.ts';
import { promptKind, promptRecordId } from '#core/features/pauses/prompt-fields.ts';
import { defaultPrompt, mainPromptId } from '#core/features/pauses/prompt.ts';
import { defaultRules, type PauseRules } from '#core/features/pauses/rules.ts';
import { promptFields } from '#core/features/pauses/serialise-rules.ts';
import { phonePromptsKey, type PhonePrompts } from '#core/vault/phone-prompts.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { createSeed } from '#core/vault/keys.ts';

import { wordsOfPush } from '../../pwa/on-push.ts';
import { PhonePromptsState } from '../../pwa/phone-prompts.svelte.ts';
import type { Environment } from '../../relay/environment.ts';
import { keep, setupRelay, type Kept, type ReopenedRelay } from '../support/kept.ts';
import { startPushService } from '../support/push-service.ts';
import { query } from '../support/relay-backup.ts';
import { peerOf } from '../support/relay-world.ts';
import { testVault } from '../support/vault.ts';

interface World {
  readonly old: ReopenedRelay;
  readonly next: ReopenedRelay;
  readonly kept: Kept;
  readonly phone: PhonePromptsState;
  readonly environment: Environment;
}

const nothingKnown = { state: null } as unknown as Comma['pauses'];

/** A phone for which the relay of its journal knows a subscription; its browser's part is played here. */
async function setupPhone(name?: string, pauses = nothingKnown): Promise<World> {
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
  const kept = await keep(await testVault(name));
  await kept.keeper.use({ origin: old.origin });
  await kept.keeper.sync();
  // What of an app this state asks for: its moments are the engine's matter.
  const comma = {
    vault: kept.vault,
    ports: {
      notices: { ask: () => Promise.resolve('granted') },
      clock: { wall: () => 5_000 },
    },
    pauses,
  } as unknown as Comma;
  const phone = new PhonePromptsState(comma);
  kept.keeper.onState(() => {
    phone.movedTo(kept.keeper.state.origin);
  });
  expect(await phone.turnOn()).toBe(true);
  return { old, next, kept, phone, environment };
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

const keptOf = async ({ vault }: Kept): Promise<PhonePrompts> =>
  (await vault.db.meta.get(phonePromptsKey))?.value as PhonePrompts;

test('what lies on the phone for its worker opens no row; called off while the relay is away, or the lock is closed, a moment names nothing and goes', async () => {
  const prompt = {
    ...defaultPrompt,
    ...{ name: 'Xylophone practice', notice: 'named' as const },
    cadence: { type: 'clock' as const, days: [1, 2, 3, 4, 5, 6, 7], times: [540, 900] },
  };
  const rules: PauseRules = {
    ...defaultRules,
    hours: defaultRules.hours.map(() => [{ from: 0, until: 1440 }]),
    prompts: [prompt],
  };
  const now = { wall: 5_000, mono: 0, boot: 'page', zone: 'Europe/Berlin' };
  const pauses = { state: freshState(now), rules, now };
  const { old, kept, phone, environment } = await setupPhone(
    vaultName,
    pauses as unknown as Comma['pauses'],
  );
  const id = promptRecordId(mainPromptId);
  await kept.vault.write({ id, kind: promptKind, fields: promptFields(prompt, 0) });
  const { vault, origin, token, wakes } = await keptOf(kept);
  const [first, second] = wakes;
  const narrow = peerOf({ vault, origin, token });
  for (const open of [() => narrow.pull({ seq: 0, wit: null }), () => narrow.remove()])
    await expect(open()).rejects.toMatchObject({ refusal: 'unauthorised' });

  const saidFor = async (moment: typeof first): Promise<string> =>
    (await wordsOfPush((moment?.at ?? 0) + 60_000, ['en'])).body;
  const left = async (): Promise<number> =>
    (await query(old.store, 'select name from wake')).length;
  expect(await saidFor(first)).toBe('Xylophone practice');
  const planned = await left();
  const taken = (slot = ''): void => {
    const { state } = pauses;
    pauses.state = { ...state, settled: [...state.settled, [slot, 'taken']] };
    phone.changed(pauses.state, rules);
  };
  await old.close();
  taken(first?.slot);
  await expect.poll(() => saidFor(first)).toBe('A comma, if you like.');
  await expect.poll(() => phone.trouble).toBe('relay');
  expect(await saidFor(second)).toBe('Xylophone practice');

  await old.reopen(environment);
  kept.vault.shut();
  taken(second?.slot);
  await expect.poll(left).toBe(planned - 2);
  expect(await keptOf(kept)).toMatchObject({ wakes, off: [first?.name, second?.name] });
});
