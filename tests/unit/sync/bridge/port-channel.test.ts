import { expect, test } from 'vitest';

import { portToChannel } from '#core/sync/bridge/port-channel.ts';

import { createFakePorts } from '../../../support/fake-port.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('texts go both ways and a disconnect is heard once on the other end', async () => {
  const { near, far } = createFakePorts();
  const [a, b] = [portToChannel(near), portToChannel(far)];
  const heard: unknown[] = [];
  a.onMessage((message) => heard.push(['a', message]));
  b.onMessage((message) => heard.push(['b', message]));
  a.onClose(() => heard.push('a left alone'));
  b.onClose(() => heard.push('b left alone'));
  a.send('one');
  b.send('two');
  await turn();
  a.close();
  a.close();
  await turn();
  expect(heard).toEqual([['b', 'one'], ['a', 'two'], 'b left alone']);
});

test('a port that throws because its worker died counts as left, and sending goes on quietly', () => {
  const { near, far } = createFakePorts();
  const channel = portToChannel(near);
  let left = 0;
  channel.onClose(() => left++);
  far.disconnect();
  channel.send('one');
  channel.send('two');
  expect(left).toBe(1);
});
