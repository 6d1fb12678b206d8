import { expect, test } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { createBridgePeer } from '#core/sync/bridge/client.ts';
import { portToChannel } from '#core/sync/bridge/port-channel.ts';
import { createPairingDesk } from '#core/sync/pairing/desk.ts';
import { serveBridge } from '#core/sync/bridge/server.ts';
import { longestMessage } from '#core/sync/bridge/wire.ts';
import { post } from '#core/sync/bridge/window-post.ts';

import { relayWindow } from '../../../../extension/adapters/window-relay.ts';
import { connectWindow } from '../../../../pwa/adapters/bridge-window.ts';
import { bridgeKeys, createFakeHost, row, theSeed } from '../../../support/bridge-world.ts';
import { createFakePorts, type FakePort } from '../../../support/fake-port.ts';
import { createFakeWindow } from '../../../support/fake-window.ts';
import { createManualTimers } from '../../../support/manual-timers.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function setupRelay() {
  const window = createFakeWindow();
  const ports: FakePort[] = [];
  const heard: unknown[] = [];
  relayWindow(window, () => {
    const { near, far } = createFakePorts();
    far.onMessage.addListener((message) => heard.push(message));
    ports.push(far);
    return near;
  });
  const timers = createManualTimers();
  let opened = 0;
  const connect = () =>
    connectWindow(window, { schedule: timers.schedule, id: `channel ${opened++}` });
  return { window, ports, heard, timers, connect };
}

test('a sealed session runs through the window, the content script and a port', async () => {
  const window = createFakeWindow();
  const timers = createManualTimers();
  const keys = await bridgeKeys();
  const host = createFakeHost();
  const service = {
    keys: () => Promise.resolve(keys),
    host,
    onChanged: () => () => undefined,
    pairing: createPairingDesk({
      seed: () => Promise.resolve(theSeed),
      now: timers.now,
      schedule: timers.schedule,
      random: systemRandom,
      attempts: { load: () => Promise.resolve([]), save: () => Promise.resolve() },
    }),
    random: systemRandom,
    report: (error: unknown) => {
      throw error;
    },
  };
  const workers: FakePort[] = [];
  relayWindow(window, () => {
    const { near, far } = createFakePorts();
    workers.push(far);
    serveBridge(portToChannel(far), service);
    return near;
  });
  let opened = 0;
  const peer = createBridgePeer(
    () => connectWindow(window, { schedule: timers.schedule, id: `${opened++}` }),
    keys,
    { random: systemRandom, schedule: timers.schedule },
  );
  await peer.push([row(1), row(2)]);
  workers[0]?.disconnect();
  await turn();
  expect(peer.state).toBe('Idle');
  expect(await peer.pull({ seq: 0, wit: null })).toMatchObject({ rows: host.rows });
  expect(workers).toHaveLength(2);
  peer.close();
  await turn();
  expect(workers[1]?.isOpen()).toBe(false);
});

test('without a content script the page gives up after a second', async () => {
  const window = createFakeWindow();
  const timers = createManualTimers();
  const connecting = connectWindow(window, { schedule: timers.schedule, id: 'a' });
  timers.advance(1_000);
  await expect(connecting).rejects.toThrow('No extension');
});

test('an extension that was removed under the page is heard of at once', async () => {
  const window = createFakeWindow();
  relayWindow(window, () => {
    throw new Error('Extension context invalidated.');
  });
  const timers = createManualTimers();
  const connecting = connectWindow(window, { schedule: timers.schedule, id: 'a' });
  await expect(connecting).rejects.toThrow('No extension');
  expect(timers.waiting()).toEqual([]);
});

test('only the page itself is heard: no frame, no other origin, no other shape, nothing too long', async () => {
  const { window, heard, ports, connect } = setupRelay();
  const channel = await connect();
  const good = { comma: 'bridge', to: 'extension', id: 'channel 0', kind: 'message', text: 'no' };
  const { origin } = window.location;
  window.deliver(good, {}, origin);
  window.deliver(good, null, origin);
  window.deliver(good, window, 'https://example.org');
  for (const part of [
    { to: 'page' },
    { comma: 'other' },
    { id: 'channel 9' },
    { id: 5 },
    { kind: 'eval' },
    { text: 5 },
    { text: 'x'.repeat(longestMessage + 1) },
  ])
    window.deliver({ ...good, ...part }, window, origin);
  window.deliver('text', window, origin);
  channel.send('yes');
  await turn();
  expect(heard).toEqual(['yes']);
  expect(ports).toHaveLength(1);
});

test('one page has a few channels at most, and a closed one makes room', async () => {
  const { window, ports, connect } = setupRelay();
  const channels = await Promise.all([connect(), connect(), connect(), connect()]);
  post(window, 'extension', 'fifth', 'open');
  await turn();
  expect(ports).toHaveLength(4);
  channels[0].close();
  await turn();
  expect(ports[0]?.isOpen()).toBe(false);
  await connect();
  expect(ports).toHaveLength(5);
});

test('opening a channel twice opens one port', async () => {
  const { window, ports, connect } = setupRelay();
  await connect();
  post(window, 'extension', 'channel 0', 'open');
  await turn();
  expect(ports).toHaveLength(1);
});
