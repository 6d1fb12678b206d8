/** Two real vaults and a real relay, over a real socket. */
import { expect, onTestFinished, test } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { syncRound, type RoundReport } from '#core/sync/engine.ts';
import type { RelayPeer } from '#core/sync/relay/peer.ts';
import { createVaultStore } from '#core/sync/vault-store.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import type { Vault } from '#core/vault/vault.ts';

import { Device } from '../support/device.ts';
import {
  accessOf,
  freshSqlite,
  peerOf,
  sqliteInMemory,
  startRelay,
  strangerAt,
} from '../support/relay-world.ts';
import { seeded } from '../support/seeded.ts';
import { worldKeys } from '../support/sync-world.ts';
import { testVault } from '../support/vault.ts';

interface Placed {
  readonly vault: Vault;
  readonly peer: RelayPeer;
  sync(): Promise<RoundReport>;
}

async function place(vault: Vault, origin: string): Promise<Placed> {
  const peer = peerOf(await accessOf(vault.seed, origin));
  return {
    vault,
    peer,
    async sync() {
      const context = { keys: vault.keys, bodies: yjsBodies, random: systemRandom, wall: () => 1 };
      const store = createVaultStore(vault.db, vault.keys.vault);
      const result = await syncRound(peer, store, context);
      if (!result.ok) throw new Error(result.error.type);
      return result.value;
    },
  };
}

async function setupTwo(): Promise<{ desk: Placed; phone: Placed }> {
  const store = await freshSqlite();
  const relay = await startRelay({ store });
  onTestFinished(async () => {
    await relay.close();
    await store.close();
  });
  const desk = await place(await testVault(), relay.origin);
  const other = await testVault();
  await adoptSeed(other, desk.vault.seed);
  return { desk, phone: await place(other, relay.origin) };
}

const entry = (text: string): { id: string; kind: string; text: string } => ({
  id: 'a',
  kind: 'entry',
  text,
});

test('what is written at the desk is read on the phone', async () => {
  const { desk, phone } = await setupTwo();
  await desk.vault.write(entry('tea in the rain'));
  expect(await desk.sync()).toMatchObject({ pushed: 1 });
  expect(await phone.sync()).toMatchObject({ pulled: 1, merged: 1 });
  expect((await phone.vault.read('a'))?.text).toBe('tea in the rain');
});

test('an entry edited on both sides while apart keeps the words of both', async () => {
  const { desk, phone } = await setupTwo();
  await desk.vault.write(entry('tea'));
  await desk.sync();
  await phone.sync();
  await desk.vault.write(entry('tea and toast'));
  await phone.vault.write(entry('warm tea'));
  await desk.sync();
  expect(await phone.sync()).toMatchObject({ merged: 1, pushed: 1 });
  await desk.sync();
  for (const { vault } of [desk, phone])
    expect((await vault.read('a'))?.text).toBe('warm tea and toast');
});

test('a round without news moves nothing', async () => {
  const { desk, phone } = await setupTwo();
  await desk.vault.write(entry('tea'));
  await desk.sync();
  await phone.sync();
  expect(await desk.sync()).toMatchObject({ pulled: 0, pushed: 0 });
  expect(await phone.sync()).toMatchObject({ pulled: 0, pushed: 0 });
});

test('the phone hears at once that the desk has news, and not of its own', async () => {
  const { desk, phone } = await setupTwo();
  await phone.sync();
  let rings = 0;
  const ring = Promise.withResolvers<undefined>();
  const hush = phone.peer.onChange(() => {
    rings++;
    ring.resolve(undefined);
  });
  onTestFinished(hush);
  await phone.vault.write({ ...entry('mine'), id: 'b' });
  await phone.sync();
  expect(rings).toBe(0);
  await desk.vault.write(entry('yours'));
  await desk.sync();
  await ring.promise;
  await phone.sync();
  expect((await phone.vault.read('a'))?.text).toBe('yours');
});

test('an upload in fifty pushes asks once about each of them, in answers of less than a kilobyte', async () => {
  const pushes = 50;
  const store = await sqliteInMemory();
  // Each push and the question about it, and a page at either end.
  const relay = await startRelay({
    store,
    environment: { RELAY_REQUESTS_PER_MINUTE: String(2 * pushes + 2) },
  });
  onTestFinished(async () => {
    await relay.close();
    await store.close();
  });
  const answers: number[] = [];
  const peer = peerOf(strangerAt(relay.origin), {
    rows: 10,
    async fetch(address, request) {
      const answer = await fetch(address, request);
      if (address.includes('/pull')) answers.push((await answer.clone().arrayBuffer()).byteLength);
      return answer;
    },
  });
  const device = new Device({ keys: worldKeys, chance: seeded(1) });
  for (let at = 0; at < 10 * pushes; at++) await device.write(`id${at}`, 'tea '.repeat(100));
  const sync = (): ReturnType<typeof syncRound> => syncRound(peer, device.store, device.context);
  expect(await sync()).toMatchObject({ ok: true, value: { pushed: 10 * pushes } });
  expect(await sync()).toMatchObject({ ok: true, value: { pushed: 0 } });
  // A proof during the upload may bring the first row of the push beside it.
  expect(Math.max(...answers)).toBeLessThan(1_000);
});
