import { expect, test } from 'vitest';

import { forgetOldDays, PauseRunner, type PauseAction } from '#core/app/pause-runner.ts';
import { factsId, ledgerId, parseLedger } from '#core/features/pauses/day-records.ts';
import type { EngineState } from '#core/features/pauses/engine-state.ts';
import type { PauseEvent } from '#core/features/pauses/events.ts';
import { serialiseRules } from '#core/features/pauses/serialise-rules.ts';
import { defaultRules } from '#core/features/pauses/rules.ts';
import { readOrCreateDevice } from '#core/vault/device-id.ts';
import type { Item } from '#core/vault/item.ts';
import type { Vault } from '#core/vault/vault.ts';
import { testVault } from '../../support/vault.ts';

const minute = 60_000;
const allDay = { from: 0, until: 24 * 60 };
/** A Monday noon in Berlin, so that neither midnight nor a clock change is near. */
const noon = Date.parse('2026-11-23T12:00:00+01:00');

interface World {
  readonly vault: Vault;
  readonly runner: PauseRunner;
  readonly actions: PauseAction[];
  /** What the shell knows of them. */
  readonly keys: { at?: number };
  pass: (minutes: number, unseen?: number) => Promise<void>;
}

async function setupRunner(
  vault?: Vault,
  shell: 'extension' | 'pwa' = 'extension',
): Promise<World> {
  let now = noon;
  const keys: World['keys'] = {};
  const opened = vault ?? (await testVault(undefined, () => now));
  const rules = { ...defaultRules, hours: defaultRules.hours.map(() => [allDay]) };
  await opened.write({ id: 'settings', kind: 'settings', fields: serialiseRules(rules) });
  const actions: PauseAction[] = [];
  const runner = new PauseRunner(opened, {
    shell,
    boot: shell,
    typedAt: () => keys.at,
    clock: { wall: () => now, mono: () => now - noon, zone: () => 'Europe/Berlin' },
    act: (action) => {
      actions.push(action);
      return Promise.resolve();
    },
  });
  await runner.take({ type: 'started', alone: true });
  const pass = async (minutes: number, unseen = 0): Promise<void> => {
    now += unseen * minute;
    for (let at = 0; at < minutes * 2; at++) {
      now += minute / 2;
      await runner.take({ type: 'heartbeat', presence: { state: 'active' } });
    }
  };
  return { vault: opened, runner, actions, keys, pass };
}

const offers = ({ actions }: World): string[] =>
  actions.flatMap((action) => (action.type === 'offer' ? [action.slot] : []));

const ledgerOf = async ({ vault }: World, shell = 'extension'): Promise<Item | null> =>
  vault.read(ledgerId(shell, '2026-11-23', await readOrCreateDevice(vault.db, vault.setup.random)));

const verdicts = async (world: World): Promise<string[]> =>
  parseLedger((await ledgerOf(world))?.fields ?? {}).map(({ verdict }) => verdict);

test('news of other devices that arrives while keys go in brings no pause between them', async () => {
  const world = await setupRunner();
  await world.pass(49.5);
  world.keys.at = noon + 51 * minute;
  await world.pass(0, 1);
  await world.runner.hear();
  expect(offers(world)).toEqual([]);
  delete world.keys.at;
  await world.runner.hear();
  expect(offers(world)).toHaveLength(1);
});

test('after fifty active minutes a pause is offered, once it is shown not again', async () => {
  const world = await setupRunner();
  await world.pass(49);
  expect(offers(world)).toEqual([]);
  await world.pass(1);
  const [slot = ''] = offers(world);
  await world.runner.take({ type: 'shown', slot, surface: 'popup' });
  await world.pass(2);
  expect(new Set(offers(world))).toEqual(new Set([slot]));
  expect(await verdicts(world)).toContain('shown');
});

test('two apps that decide on one slot keep a ledger each', async () => {
  const [desk, phone] = [await setupRunner(undefined, 'pwa'), await setupRunner(undefined, 'pwa')];
  const ids: (string | undefined)[] = [];
  for (const world of [desk, phone]) {
    await world.pass(51);
    await world.runner.take({ type: 'notNow' });
    ids.push((await ledgerOf(world, 'pwa'))?.id);
  }
  expect(ids).not.toContain(undefined);
  expect(new Set(ids).size).toBe(2);
});

test('a pause that was taken is in the ledger, and told to the other shell', async () => {
  const world = await setupRunner();
  await world.pass(50);
  const [slot = ''] = offers(world);
  await world.runner.take({ type: 'opened', slot });
  await world.runner.take({ type: 'finished', slot, seconds: 60, how: 'done' });
  expect(await verdicts(world)).toContain('taken');
  const told = await world.vault.read(factsId('2026-11-23'));
  expect(JSON.stringify(told?.fields)).toContain('"type":"took"');
});

test('a pause taken in one shell is not offered in the other that shares the journal', async () => {
  const extension = await setupRunner();
  const pwa = await setupRunner(await testVault(undefined, () => noon), 'pwa');
  await extension.pass(50);
  await pwa.pass(50);
  const [slot = ''] = offers(extension);
  await extension.runner.take({ type: 'opened', slot });
  await extension.runner.take({ type: 'finished', slot, seconds: 60, how: 'done' });

  // What sync would carry over.
  const facts = await extension.vault.read(factsId('2026-11-23'));
  await pwa.vault.write({ id: factsId('2026-11-23'), kind: 'pauses', fields: facts?.fields ?? {} });
  await pwa.runner.hear();
  const before = offers(pwa).length;
  await pwa.pass(40);
  expect(offers(pwa).length).toBe(before);
});

test.each(['2026-11-22', '2026-11-24'])(
  'what was decided where it is already or still %s counts here, too',
  async (day) => {
    const world = await setupRunner();
    const quiet = { type: 'quiet', at: noon, until: noon + 90 * minute, by: 'length' };
    await world.vault.write({ id: factsId(day), kind: 'pauses', fields: { 'fact.quiet': quiet } });
    await world.runner.hear();
    await world.pass(60);
    expect(offers(world)).toEqual([]);
    expect((await world.runner.state()).quiet?.until).toBe(quiet.until);
  },
);

test.each<readonly [PauseEvent, (state: EngineState) => unknown]>([
  [{ type: 'call', until: noon + 90 * minute }, ({ call }) => call?.until],
  [{ type: 'anchor', anchor: 'woke', at: noon - 60 * minute }, ({ anchors }) => anchors.woke?.at],
  [{ type: 'notToday', prompt: 'main' }, ({ prompts }) => prompts['main']?.notToday],
])('%o in one shell is known in the other that shares the journal', async (event, known) => {
  const extension = await setupRunner();
  const pwa = await setupRunner(await testVault(undefined, () => noon), 'pwa');
  const there = known(await extension.runner.take(event));
  const facts = await extension.vault.read(factsId('2026-11-23'));
  await pwa.vault.write({ id: factsId('2026-11-23'), kind: 'pauses', fields: facts?.fields ?? {} });
  await pwa.runner.hear();
  expect(there).toBeDefined();
  expect(known(await pwa.runner.state())).toEqual(there);
});

test('events are taken one by one, also when they arrive together', async () => {
  const world = await setupRunner();
  await world.pass(50);
  const [slot = ''] = offers(world);
  await Promise.all([
    world.runner.take({ type: 'shown', slot, surface: 'popup' }),
    world.runner.take({ type: 'notNow', slot }),
    world.runner.take({ type: 'notNow', slot }),
  ]);
  expect((await verdicts(world)).filter((verdict) => verdict === 'not now')).toHaveLength(1);
});

test.each([{ type: 'started', alone: true } as const, { type: 'heartbeat' } as const])(
  'T49: a state that cannot be read is replaced and said in the ledger, whatever $type finds it',
  async (event) => {
    const world = await setupRunner();
    await world.vault.db.meta.put({ key: 'pauses', value: { version: 'broken' } });
    await world.runner.take(event);
    expect((await verdicts(world)).filter((verdict) => verdict === 'state repaired')).toHaveLength(
      1,
    );
    expect((await world.runner.state()).version).toBe(2);
  },
);

test('ledgers older than a month are let go, younger ones stay', async () => {
  const { vault } = await setupRunner();
  for (const day of ['2026-10-20', '2026-11-20'])
    await vault.write({ id: ledgerId('pwa', day, 'a'), kind: 'ledger', fields: { day, x: 1 } });
  await forgetOldDays(vault, '2026-11-23');
  expect((await vault.read(ledgerId('pwa', '2026-10-20', 'a')))?.alive).toBe(false);
  expect((await vault.read(ledgerId('pwa', '2026-11-20', 'a')))?.alive).toBe(true);
});
