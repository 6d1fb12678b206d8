import { expect, test, vi } from 'vitest';

import { createBridgePeer, type BridgePeer } from '#core/sync/bridge/client.ts';
import type { BridgeState } from '#core/sync/bridge/connection.ts';
import { systemRandom } from '#core/kernel/random.ts';

import { createManualTimers } from '../../../support/manual-timers.ts';
import { anotherSeed, bridgeKeys, setupBridge } from '../../../support/bridge-world.ts';

const until = (peer: BridgePeer, wanted: BridgeState): Promise<void> =>
  vi.waitFor(
    () => {
      expect(peer.state).toBe(wanted);
    },
    { interval: 1, timeout: 20_000 },
  );

test('while it stays connected, a line lost with the worker comes back by itself after a second', async () => {
  const { createPeer, pairs, timers } = await setupBridge();
  const peer = createPeer();
  let looks = 0;
  peer.onChange(() => {
    looks++;
  });
  peer.stayConnected(true);
  await until(peer, 'Connected');
  expect(looks).toBe(0);
  pairs[0]?.kill();
  await until(peer, 'Idle');
  expect(timers.waiting()).toEqual([1_000]);
  timers.advance(1_000);
  await until(peer, 'Connected');
  expect(pairs).toHaveLength(2);
  // What changed in between was not heard, so the page is asked to look once.
  expect(looks).toBe(1);
});

test('a page that does not stay connected leaves a lost line alone until it needs it', async () => {
  const { createPeer, pairs, timers } = await setupBridge();
  const peer = createPeer();
  await peer.pull({ seq: 0, wit: null });
  pairs[0]?.kill();
  await until(peer, 'Idle');
  expect(timers.waiting()).toEqual([]);
});

test('a request that comes before the return makes it needless', async () => {
  const { createPeer, pairs, timers } = await setupBridge();
  const peer = createPeer();
  peer.stayConnected(true);
  await until(peer, 'Connected');
  pairs[0]?.kill();
  await until(peer, 'Idle');
  await peer.pull({ seq: 0, wit: null });
  expect(timers.waiting()).toEqual([]);
  expect(pairs).toHaveLength(2);
});

test('turning it off calls off the return', async () => {
  const { createPeer, pairs, timers } = await setupBridge();
  const peer = createPeer();
  peer.stayConnected(true);
  await until(peer, 'Connected');
  pairs[0]?.kill();
  await until(peer, 'Idle');
  peer.stayConnected(false);
  expect(timers.waiting()).toEqual([]);
});

test('each try to come back waits twice as long, up to a minute', async () => {
  const timers = createManualTimers();
  let tried = 0;
  const connect = () => {
    tried++;
    return Promise.reject(new Error('nobody'));
  };
  const peer = createBridgePeer(connect, await bridgeKeys(), {
    random: systemRandom,
    schedule: timers.schedule,
  });
  peer.stayConnected(true);
  for (const delay of [2, 4, 8, 16, 32, 60, 60]) {
    await vi.waitFor(
      () => {
        expect(timers.waiting()).toEqual([delay * 1_000]);
      },
      { interval: 1, timeout: 20_000 },
    );
    timers.advance(delay * 1_000);
  }
  expect(tried).toBe(8);
});

test('a request that finds nobody does not call off the return', async () => {
  const timers = createManualTimers();
  const connect = () => Promise.reject(new Error('nobody'));
  const peer = createBridgePeer(connect, await bridgeKeys(), {
    random: systemRandom,
    schedule: timers.schedule,
  });
  peer.stayConnected(true);
  await vi.waitFor(
    () => {
      expect(timers.waiting()).toEqual([2_000]);
    },
    { interval: 1, timeout: 20_000 },
  );
  await expect(peer.pull({ seq: 0, wit: null })).rejects.toMatchObject({ type: 'Unreachable' });
  expect(timers.waiting()).toEqual([2_000]);
});

test('another journal is not tried again by itself: only the person can change that', async () => {
  const { createPeer, timers, pairs } = await setupBridge();
  const peer = createPeer(await bridgeKeys(anotherSeed));
  peer.stayConnected(true);
  await until(peer, 'DifferentJournal');
  expect(timers.waiting()).toEqual([]);
  expect(pairs).toHaveLength(1);
});

test('those who watch the state hear each step once', async () => {
  const { createPeer } = await setupBridge();
  const peer = createPeer();
  const steps: BridgeState[] = [];
  const stop = peer.onState(() => steps.push(peer.state));
  await peer.pull({ seq: 0, wit: null });
  stop();
  peer.close();
  expect(steps).toEqual(['Connecting', 'Connected']);
});
