// @vitest-environment node
import { expect, test } from 'vitest';

import { isPublic, isPushService, lookUpPublic, usualHosts } from '../../../relay/push-hosts.ts';

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  '2002:a00:1::1',
  'nonsense',
])('%s is no address of a push service', (address) => {
  expect(isPublic(address)).toBe(false);
});

test.each(['142.250.1.95', '17.57.144.1', '2a00:1450:4001:800::200a'])('%s is one', (address) => {
  expect(isPublic(address)).toBe(true);
});

test('a name that leads into the own network leads nowhere', async () => {
  const failure = await new Promise((resolve) => {
    lookUpPublic('localhost', {}, resolve);
  });
  expect(failure).toMatchObject({ code: 'ENOTPUBLIC' });
});

test('push services are known by their names, and by nothing that looks like them', () => {
  const is = (endpoint: string): boolean =>
    isPushService(endpoint, { hosts: usualHosts, standIn: null });
  expect(is('https://fcm.googleapis.com/fcm/send/abc')).toBe(true);
  expect(is('https://web.push.apple.com/abc')).toBe(true);
  expect(is('https://push.apple.com.evil.example/abc')).toBe(false);
  expect(is('https://evilpush.apple.com/abc')).toBe(false);
  expect(is('http://127.0.0.1:9000/abc')).toBe(false);
});
