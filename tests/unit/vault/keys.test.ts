import { expect, test } from 'vitest';

import { toBase64Url, utf8 } from '#core/kernel/bytes.ts';
import { createSeed, deriveKeys, relayTokenOf, wakeTokenOf, wireIdOf } from '#core/vault/keys.ts';

import { seeded } from '../../support/seeded.ts';

const seed = Uint8Array.from({ length: 16 }, (_, at) => at);

// The expected values were worked out with Python's hmac and hashlib.
test('the same secret always gives the same vault and the same names on the wire', async () => {
  const keys = await deriveKeys(seed);
  expect(keys).toMatchObject({ vault: 'qphSUoyLbsULlyIr3aIYpw', epoch: '1' });
  expect(await wireIdOf(keys, 'settings')).toBe('JCuWjN3jtrJYhnsShZllmw');
});

test('a relay is opened by a token of its own, which opens no other', async () => {
  const token = await relayTokenOf(seed, 'https://relay.example');
  expect(token).toBe('egqCbQf5WiB2zXN97H_CknsJOV5eCFUmCRG0dUiXJAA');
  expect(await relayTokenOf(seed, 'https://relay.example:444')).not.toBe(token);
});

test('the wakes of a device are opened by a token of their own, known by its hash', async () => {
  const { token, hash } = await wakeTokenOf(seed, 'https://relay.example', 'phone');
  expect(token).toBe('MIsbSw8Du-5fFXaq2hhA2SQKZSZDfKvoqLgV3QcIEtg');
  expect(hash).toBe('UN0Hv2c_zwbYh2UlqLtIgtELU_IcUd9nemal0W1RnO4');
  const others = [
    await wakeTokenOf(seed, 'https://relay.example', 'laptop'),
    await wakeTokenOf(seed, 'https://relay.example:444', 'phone'),
  ];
  for (const other of others) expect(other.token).not.toBe(token);
});

test('the bridge key is a base for further keys', async () => {
  const { bridge } = await deriveKeys(seed);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8('x') },
    bridge,
    256,
  );
  expect(toBase64Url(new Uint8Array(bits))).toBe('fu9hTinu-0QKr6v-b-_TywK2yNSJKJnSfro6eKNgOgM');
});

test('the data key is the one of the vector', async () => {
  const { data } = await deriveKeys(seed);
  const raw = Uint8Array.from(atob('eOzwsSjWaH9Xbim2bKm00tJ0F/8uy2BsC/c83eeLg5k='), (letter) =>
    letter.charCodeAt(0),
  );
  const twin = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const iv = new Uint8Array(12);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, twin, utf8('hello'));
  const opened = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, data, sealed);
  expect(new Uint8Array(opened)).toEqual(utf8('hello'));
});

test('no key can be taken out', async () => {
  const { data, id, bridge } = await deriveKeys(seed);
  for (const key of [data, id, bridge]) {
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  }
});

test('a secret is 16 bytes of chance, and nothing else is taken for one', async () => {
  expect(createSeed(seeded(1).bytes)).toHaveLength(16);
  expect(createSeed(seeded(1).bytes)).not.toEqual(createSeed(seeded(2).bytes));
  await expect(deriveKeys(new Uint8Array(15))).rejects.toThrow('16 bytes');
});
