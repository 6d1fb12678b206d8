import { expect, test } from 'vitest';

import { bridgeChannel } from '../../../../extension/adapters/bridge-port.ts';
import { createFakePorts } from '../../../support/fake-port.ts';

const portFrom = (name: string, sender: chrome.runtime.MessageSender | undefined) => {
  const { near } = createFakePorts();
  return { port: { ...near, name, sender } as unknown as chrome.runtime.Port, near };
};

test.each([
  ['its origin', { origin: __PWA_ORIGIN__ }],
  ['its address, where the browser names no origin', { url: `${__PWA_ORIGIN__}/#/today` }],
])('the PWA is known by %s', (_, sender) => {
  const { port, near } = portFrom('comma-bridge', sender);
  expect(bridgeChannel(port)).not.toBeNull();
  expect(near.isOpen()).toBe(true);
});

const { protocol, hostname } = new URL(__PWA_ORIGIN__);

test.each([
  ['another port of the same host', { origin: `${protocol}//${hostname}:1` }],
  ['another site', { origin: 'https://example.org', url: `${__PWA_ORIGIN__}/` }],
  ['a sandboxed frame', { origin: 'null', url: `${__PWA_ORIGIN__}/` }],
  ['a longer host that begins alike', { url: `${__PWA_ORIGIN__}.example.org/` }],
  ['nobody named', undefined],
])('%s is disconnected', (_, sender) => {
  const { port, near } = portFrom('comma-bridge', sender);
  expect(bridgeChannel(port)).toBeNull();
  expect(near.isOpen()).toBe(false);
});

test('a port of another name is left to whoever it is for', () => {
  const { port, near } = portFrom('panel', { origin: __PWA_ORIGIN__ });
  expect(bridgeChannel(port)).toBeNull();
  expect(near.isOpen()).toBe(true);
});
