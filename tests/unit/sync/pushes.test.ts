import { expect, test } from 'vitest';

import { syncRound } from '#core/sync/engine.ts';
import type { SyncPeer } from '#core/sync/peer.ts';

import { seeded } from '../../support/seeded.ts';
import { setupSyncWorld } from '../../support/sync-world.ts';

test('a peer that takes long pushes is sent a shorter one first, to begin with', async () => {
  const { relay, one } = setupSyncWorld(2_000);
  for (let count = 0; count < 700; count++) await one.write(`id${count}`, 'x');
  const rows: number[] = [];
  const peer = relay.peer();
  const counting: SyncPeer = {
    ...peer,
    push(items) {
      rows.push(items.length);
      return peer.push(items);
    },
  };
  await syncRound(counting, one.store, one.context);
  expect(rows).toEqual([500, 200]);
});

test('a push is cut where it grows past a megabyte', async () => {
  const { relay, one } = setupSyncWorld();
  const noise = (length: number): string =>
    [...seeded(length).bytes(length)].map((byte) => byte.toString(16)).join(' ');
  for (let count = 0; count < 6; count++) await one.write(`id${count}`, noise(150_000 + count));
  const sizes: number[] = [];
  const peer = relay.peer();
  const weighing: SyncPeer = {
    ...peer,
    push(items) {
      sizes.push(items.reduce((sum, { ct }) => sum + ct.length, 0));
      return peer.push(items);
    },
  };
  await syncRound(weighing, one.store, one.context);
  expect(one.dirty('relay')).toEqual([]);
  expect(sizes.length).toBeGreaterThan(1);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000_000);
});
