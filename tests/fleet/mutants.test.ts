/** The simulation is worth what it catches: here on a relay in memory, in `relay.test.ts` on a real one. */
import '../support/seeded.ts';

import { expect, test, vi } from 'vitest';

import type { Bytes } from '#core/kernel/bytes.ts';
import type * as revision from '#core/kernel/revision.ts';
import { syncRound } from '#core/sync/engine.ts';
import type { SyncPeer } from '#core/sync/peer.ts';

import { createQuickKeys, useQuickCrypto } from '../support/quick-crypto.ts';
import { setupSyncWorld } from '../support/sync-world.ts';
import { runFleet } from './fleet.ts';
import { noWitness, passOn, unwitnessedPush } from './mutant-peers.ts';
import { firstCaught, mutants } from './mutants.ts';

const believed = vi.hoisted(() => new WeakMap<Uint8Array, string>());
vi.mock('#core/kernel/revision.ts', async (original) => {
  const real = await original<typeof revision>();
  return { ...real, revOf: (ct: Bytes) => believed.get(ct) ?? real.revOf(ct) };
});

useQuickCrypto();

const believesLabels = (peer: SyncPeer): SyncPeer => ({
  ...passOn(peer),
  async pull(at) {
    const answer = await peer.pull(at);
    if (!answer.reset) for (const { ct, rev } of answer.rows) believed.set(ct, rev);
    return answer;
  },
  async push(items) {
    const answer = await peer.push(items);
    for (const { ct, rev } of answer.conflicts) believed.set(ct, rev);
    return answer;
  },
});

test.each([
  ...mutants,
  // A real relay says itself that it never counted so far, and few lives show the rest.
  ['a cursor without its witness', { hear: noWitness }],
] as const)('%s loses words, and the fleet shows it', async (_, parts) => {
  expect(await firstCaught((seed) => runFleet(seed, parts))).not.toBe(null);
});

test.each([
  ['checked', passOn, 'tea and toast'],
  // Two to four times in 300 random lives, so here step by step.
  ['believed', believesLabels, 'tea'],
])('old bytes under a new label that is %s', async (_, hear, text) => {
  const { relay, one, two, sync } = setupSyncWorld(500, await createQuickKeys());
  await one.write('a', 'tea');
  await sync(one);
  await sync(two);
  const [[wire, { ct: old }] = unstored()] = relay.rows;
  await one.write('a', 'tea and toast');
  await sync(one);
  const replaying: SyncPeer = {
    ...relay.peer(),
    async pull(at) {
      const answer = await relay.peer().pull(at);
      if (answer.reset) return answer;
      return {
        ...answer,
        rows: answer.rows.map((row) =>
          row.id === wire ? { ...row, ct: Uint8Array.from(old) } : row,
        ),
      };
    },
  };
  await syncRound(hear(replaying), two.store, two.context);
  await sync(two);
  await sync(one);
  await sync(two);
  expect((await two.read('a'))?.text).toBe(text);
  expect((await one.read('a'))?.text).toBe('tea and toast');
});

function unstored(): never {
  throw new Error('nothing came to the relay');
}

test.each([
  ['witnessed', passOn, 2],
  // Once in 4,000 random lives, so here step by step.
  ['not witnessed', unwitnessedPush, 1],
])('after a push that was %s, a restored relay holds as many rows', async (_, hear, rows) => {
  const { relay, one, two, sync } = setupSyncWorld(500, await createQuickKeys());
  await sync(one);
  await two.write('b', 'from two');
  await sync(two);
  await syncRound(hear(relay.peer()), one.store, one.context);
  const backup = relay.backup();
  await one.write('a', 'from one');
  await syncRound(hear(relay.peer()), one.store, one.context);
  relay.restore(backup);
  await syncRound(hear(relay.peer()), one.store, one.context);
  expect(relay.rows.size).toBe(rows);
});
