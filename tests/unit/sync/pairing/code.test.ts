import fc from 'fast-check';
import { expect, test } from 'vitest';

import { codeOfText, codeToText } from '#core/sync/pairing/code.ts';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => bytes.slice());
const origins = fc.constantFrom(
  'https://relay.example',
  'https://relay.example:8443',
  'http://localhost:8787',
  'http://[::1]:8787',
);

test('a code that was copied, with whatever breaks a message put in, is the same code', () => {
  fc.assert(
    fc.property(secrets, origins, fc.nat(30), (secret, origin, at) => {
      const text = codeToText({ origin, secret });
      const wrapped = ` ${text.slice(0, at)}\n ${text.slice(at)}\t`;
      expect(codeOfText(wrapped)).toEqual({ origin, secret });
    }),
  );
});

test('a code that was cut short at either end is none', () => {
  fc.assert(
    fc.property(secrets, origins, fc.nat(), (secret, origin, cut) => {
      const text = codeToText({ origin, secret });
      const length = 1 + (cut % (text.length - 1));
      expect(codeOfText(text.slice(0, -length))).toBeNull();
      expect(codeOfText(text.slice(length))).toBeNull();
    }),
  );
});

test.each([
  'https://relay.example/',
  'comma1.AAAAAAAAAAAAAAAAAAAAAA.https://relay.example/path/',
  'comma1.AAAAAAAAAAAAAAAAAAAAAA.https://someone@relay.example/',
  'comma1.AAAAAAAAAAAAAAAAAAAAAA.javascript:alert(1)/',
  'comma2.AAAAAAAAAAAAAAAAAAAAAA.https://relay.example/',
])('%s is no code', (text) => {
  expect(codeOfText(text)).toBeNull();
});
