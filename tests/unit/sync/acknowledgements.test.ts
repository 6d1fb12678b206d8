/** A relay that says it has stored a push and has not: each push is vouched for by itself, and none by another. */
import { expect, test } from 'vitest';

import type { PushAnswer, SyncPeer } from '#core/sync/peer.ts';
import { revOf } from '#core/kernel/revision.ts';

import { setupSyncWorld, type SyncWorld } from '../../support/sync-world.ts';

/** Acknowledges these of its pushes, counted from 0, and stores nothing of them. */
function forgetful(
  { relay }: SyncWorld,
  lies: readonly number[],
  placed: Pick<PushAnswer, 'from'> | null = null,
): SyncPeer {
  const peer = relay.peer();
  let pushes = 0;
  return {
    ...peer,
    push(items) {
      const at = pushes++;
      if (!lies.includes(at)) return peer.push(items);
      const { epoch, seq } = relay.backup();
      return Promise.resolve({
        epoch,
        ok: items.map(({ id, ct }) => ({ id, rev: revOf(ct) })),
        conflicts: [],
        wit: { seq: seq + items.length, token: `made up ${at}` },
        ...(placed ?? { from: seq }),
      });
    },
  };
}

const threePushes = async (): Promise<SyncWorld> => {
  const world = setupSyncWorld(1);
  for (const id of ['a', 'b', 'c']) await world.one.write(id, `${id} `);
  return world;
};

test.each([[[0]], [[1]], [[2]], [[0, 1]], [[0, 2]], [[1, 2]], [[0, 1, 2]]])(
  'of three pushes that were all acknowledged, those that were not stored (%j) are sent again',
  async (lies) => {
    const world = await threePushes();
    const { relay, one, sync } = world;
    expect(await sync(one, forgetful(world, lies))).toMatchObject({ ok: true });
    expect(relay.rows.size).toBe(3 - lies.length);
    await sync(one);
    expect(relay.rows.size).toBe(3);
    expect(one.dirty('relay')).toEqual([]);
  },
);

test('so are those of which it did not even say where they came in', async () => {
  const world = await threePushes();
  const { relay, one, sync } = world;
  await sync(one, forgetful(world, [0], {}));
  await sync(one);
  expect(relay.rows.size).toBe(3);
});

test('and those whose place somebody else’s row has taken since', async () => {
  const world = await threePushes();
  const { relay, one, two, sync } = world;
  await two.write('d', 'from two');
  const lying = forgetful(world, [0]);
  let pushes = 0;
  const overtaken: SyncPeer = {
    ...lying,
    async push(items) {
      if (pushes++ === 1) await sync(two);
      return lying.push(items);
    },
  };
  await sync(one, overtaken);
  await sync(one);
  expect(relay.rows.size).toBe(4);
});

test('it is found out after the device was closed in between', async () => {
  const world = await threePushes();
  const { relay, one, sync } = world;
  const lying = forgetful(world, [0]);
  let pushes = 0;
  const breaking: SyncPeer = {
    ...lying,
    push: (items) => (pushes++ === 2 ? Promise.reject(new Error('line lost')) : lying.push(items)),
  };
  expect(await sync(one, breaking)).toMatchObject({ ok: false });
  await sync(one);
  expect(relay.rows.size).toBe(3);
});

test('pushes that were proved are not asked about again', async () => {
  const { relay, one, sync } = await threePushes();
  const peer = relay.peer();
  let asked = 0;
  const counting: SyncPeer = {
    ...peer,
    pull(at) {
      asked++;
      return peer.pull(at);
    },
  };
  await sync(one);
  await sync(one, counting);
  expect(asked).toBe(3);
  asked = 0;
  await sync(one, counting);
  expect(asked).toBe(1);
  await one.write('a', 'edited');
  await sync(one, counting);
  await sync(one, counting);
  expect(asked).toBe(3);
});

const upload = async (rows: number): Promise<SyncWorld> => {
  const world = setupSyncWorld(1);
  for (let at = 0; at < rows; at++) await world.one.write(`id${at}`, 'x');
  return world;
};

test('a long upload is proved as it goes: what was not stored is sent again within the round', async () => {
  const world = await upload(40);
  const { relay, one, sync } = world;
  expect(await sync(one, forgetful(world, [3, 22]))).toMatchObject({ ok: true });
  expect(relay.rows.size).toBe(40);
});

test('however long it is, few pushes are left to be proved, a few are asked about at once, and none again', async () => {
  const world = await upload(100);
  const { relay, one, sync } = world;
  const peer = relay.peer();
  let [asked, most, waiting] = [0, 0, 0];
  const limits = new Set<number | undefined>();
  const counting: SyncPeer = {
    ...peer,
    async pull(at) {
      most = Math.max(most, ++waiting);
      asked++;
      limits.add(at.limit);
      await Promise.resolve();
      waiting--;
      return peer.pull(at);
    },
  };
  await sync(one, counting);
  expect((await one.store.readPeer('relay')).unproven?.length).toBeLessThan(8);
  await sync(one, counting);
  // One page each round, and the proofs.
  expect(asked).toBeLessThanOrEqual(2 + 100);
  expect(most).toBeLessThanOrEqual(8);
  // A proof brings next to no rows along.
  expect([...limits]).toEqual([undefined, 1]);
});
