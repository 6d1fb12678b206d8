import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  longestMessage,
  longestSealed,
  parseMessage,
  serialiseMessage,
  type Message,
} from '#core/sync/bridge/wire.ts';

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => new Uint8Array(array));
const nonce = bytes(16);

const messages: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ t: fc.constant('hello' as const), v: fc.nat(), nonce }),
  fc.record({ t: fc.constant('welcome' as const), nonce }),
  fc.record({ t: fc.constant('refuse' as const), reason: fc.constantFrom('busy', 'declined') }),
  fc.record({
    t: fc.constant('sealed' as const),
    n: fc.nat(),
    ct: fc.nat({ max: 200 }).chain((length) => bytes(16 + length)),
  }),
  fc.record({
    t: fc.constant('pair-ask' as const),
    v: fc.nat(),
    groups: fc.subarray(['X25519' as const, 'P-256' as const]),
  }),
  fc.record({ t: fc.constant('pair-offer' as const), publicKey: bytes(65), nonce }),
  fc.record({ t: fc.constant('pair-seed' as const), iv: bytes(12), ct: bytes(32) }),
);

test('every message is read back as it was written', () => {
  fc.assert(
    fc.property(messages, (message) => {
      expect(parseMessage(serialiseMessage(message))).toEqual(message);
    }),
  );
});

test('a message with a field more, less or of another type is rejected whole', () => {
  fc.assert(
    fc.property(messages, fc.jsonValue(), fc.nat(), (message, value, pick) => {
      const fields = JSON.parse(serialiseMessage(message)) as Record<string, unknown>;
      const names = Object.keys(fields);
      const name = names[pick % names.length] ?? 't';
      const { [name]: removed, ...less } = fields;
      expect(parseMessage(JSON.stringify(less))).toBeNull();
      expect(parseMessage(JSON.stringify({ ...fields, more: value }))).toBeNull();
      if (typeof value === typeof removed || Array.isArray(removed)) return;
      expect(parseMessage(JSON.stringify({ ...fields, [name]: value }))).toBeNull();
    }),
  );
});

test('whatever comes in is a message or null, and never an exception', () => {
  const anything = fc.oneof(fc.anything(), fc.json(), fc.string());
  fc.assert(
    fc.property(anything, (received) => {
      expect(parseMessage(received)).toBeNull();
    }),
  );
});

test.each(['{"t":"__proto__"}', '{"t":"toString"}', '{"t":"sealed","n":0,"ct":"A"}', '[]', 'null'])(
  'rejects %s',
  (text) => {
    expect(parseMessage(text)).toBeNull();
  },
);

test('a text over the limit is rejected without being read', () => {
  const message = serialiseMessage({ t: 'refuse', reason: 'busy' });
  expect(parseMessage(message.padEnd(longestMessage))).not.toBeNull();
  expect(parseMessage(message.padEnd(longestMessage + 1))).toBeNull();
});

test('the longest sealed bytes still make a message within the limit', () => {
  const ct = new Uint8Array(longestSealed);
  const text = serialiseMessage({ t: 'sealed', n: Number.MAX_SAFE_INTEGER, ct });
  expect(text.length).toBeLessThanOrEqual(longestMessage);
  expect(parseMessage(text)).not.toBeNull();
});
