import { expect, test, vi } from 'vitest';

import { createBridgePeer } from '#core/sync/bridge/client.ts';
import { systemRandom } from '#core/kernel/random.ts';

import { createChannelPair, type Fault } from '../../../support/channel-pair.ts';
import { createManualTimers } from '../../../support/manual-timers.ts';
import { bridgeKeys, row, setupBridge, type WorldOptions } from '../../../support/bridge-world.ts';

/** hello, welcome, two proofs, the request and its answer. */
const messagesOfOnePush = 6;

/** The worker of the first conversations dies instead of the nth message being delivered. */
const dyingAt =
  (n: number, conversations = 1): NonNullable<WorldOptions['faultOf']> =>
  (conversation, pair): Fault | undefined => {
    let seen = 0;
    if (conversation >= conversations) return undefined;
    return (message) => {
      if (++seen !== n) return [message];
      pair().kill();
      return [];
    };
  };

test.each(Array.from({ length: messagesOfOnePush }, (_, at) => at + 1))(
  'a push is answered although the worker died at message %i, and is not stored twice',
  async (n) => {
    const { createPeer, host, pairs } = await setupBridge({ faultOf: dyingAt(n) });
    const answer = await createPeer().push([row(1), row(2)]);
    expect(answer.ok.map(({ id }) => id)).toEqual(['row-1', 'row-2']);
    expect(host.rows).toHaveLength(2);
    expect(pairs).toHaveLength(2);
  },
);

test('the worker may die between two requests', async () => {
  const { createPeer, pairs } = await setupBridge();
  const peer = createPeer();
  await peer.push([row(1)]);
  pairs[0]?.kill();
  expect((await peer.push([row(2)])).from).toBe(1);
  expect(pairs).toHaveLength(2);
});

test('a worker that dies every time makes the request end as unreachable', async () => {
  const { createPeer, pairs } = await setupBridge({ faultOf: dyingAt(5, 99) });
  await expect(createPeer().push([row(1)])).rejects.toMatchObject({ type: 'Unreachable' });
  expect(pairs).toHaveLength(3);
});

test('without an extension a request ends as unreachable at once', async () => {
  const peer = createBridgePeer(
    () => Promise.reject(new Error('no such port')),
    await bridgeKeys(),
    {
      random: systemRandom,
      schedule: createManualTimers().schedule,
    },
  );
  await expect(peer.pull({ seq: 0, wit: null })).rejects.toMatchObject({ type: 'Unreachable' });
  expect(peer.state).toBe('Unreachable');
});

test('an extension that never answers the hello times out, and its line is closed', async () => {
  const timers = createManualTimers();
  const pair = createChannelPair();
  const peer = createBridgePeer(() => pair.page, await bridgeKeys(), {
    random: systemRandom,
    schedule: timers.schedule,
  });
  const pull = peer.pull({ seq: 0, wit: null });
  await vi.waitFor(() => {
    expect(pair.sent).toHaveLength(1);
  });
  timers.advance(5_000);
  await expect(pull).rejects.toMatchObject({ type: 'TimedOut' });
  expect(pair.isClosed()).toBe(true);
});

test('a connection that comes after the page gave up is closed unused', async () => {
  const timers = createManualTimers();
  const pair = createChannelPair();
  let arrive: () => void = () => undefined;
  const late = new Promise<typeof pair.page>((resolve) => {
    arrive = () => {
      resolve(pair.page);
    };
  });
  const peer = createBridgePeer(() => late, await bridgeKeys(), {
    random: systemRandom,
    schedule: timers.schedule,
  });
  const pull = peer.pull({ seq: 0, wit: null });
  timers.advance(5_000);
  await expect(pull).rejects.toMatchObject({ type: 'TimedOut' });
  arrive();
  await pair.closed;
  expect(pair.sent).toEqual([]);
});

test('a request that gets no answer times out, and the next one starts on a fresh line', async () => {
  let stuck = true;
  let called: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    called = resolve;
  });
  const world = await setupBridge();
  const pull = world.host.pull.bind(world.host);
  world.host.pull = (at) => {
    called();
    return stuck ? new Promise(() => undefined) : pull(at);
  };
  const peer = world.createPeer();
  const first = peer.pull({ seq: 0, wit: null });
  await reached;
  world.timers.advance(20_000);
  await expect(first).rejects.toMatchObject({ type: 'TimedOut' });
  stuck = false;
  expect(await peer.pull({ seq: 0, wit: null })).toMatchObject({ reset: false });
  expect(world.pairs).toHaveLength(2);
});

test('closing the peer ends what is under way and what comes later', async () => {
  const world = await setupBridge();
  let called: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    called = resolve;
  });
  world.host.pull = () => {
    called();
    return new Promise(() => undefined);
  };
  const peer = world.createPeer();
  const open = peer.pull({ seq: 0, wit: null });
  await reached;
  peer.close();
  await expect(open).rejects.toMatchObject({ type: 'Unreachable' });
  await expect(peer.push([row(1)])).rejects.toMatchObject({ type: 'Unreachable' });
  expect(peer.state).toBe('Closed');
  expect(world.host.calls).toEqual([]);
  expect(world.timers.waiting()).toEqual([]);
});

test('closing the peer while it connects ends the attempt', async () => {
  const timers = createManualTimers();
  const pair = createChannelPair();
  const peer = createBridgePeer(() => pair.page, await bridgeKeys(), {
    random: systemRandom,
    schedule: timers.schedule,
  });
  const pull = peer.pull({ seq: 0, wit: null });
  peer.close();
  await expect(pull).rejects.toMatchObject({ type: 'Unreachable' });
  expect(timers.waiting()).toEqual([]);
});
