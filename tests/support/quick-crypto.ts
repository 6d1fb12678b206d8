/**
 * The same AES-GCM and HMAC as WebCrypto's, in one turn: a simulation seals and opens millions of rows,
 * and everything in it happens in an order that the seed alone decides.
 */
import { createCipheriv, createDecipheriv, createHmac, KeyObject } from 'node:crypto';

import type { Bytes } from '#core/kernel/bytes.ts';
import { deriveKeys, type VaultKeys } from '#core/vault/keys.ts';

const objects = new WeakMap<CryptoKey, KeyObject>();
const objectOf = (key: CryptoKey): KeyObject => {
  const object = objects.get(key) ?? KeyObject.from(key);
  objects.set(key, object);
  return object;
};

const bytesOf = (source: BufferSource | undefined): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source ?? new ArrayBuffer());

const joined = (...parts: readonly Uint8Array[]): ArrayBuffer =>
  (Uint8Array.from(Buffer.concat(parts)) satisfies Bytes).buffer;

function encrypt(
  { iv, additionalData }: AesGcmParams,
  key: CryptoKey,
  plain: BufferSource,
): ArrayBuffer {
  const cipher = createCipheriv('aes-256-gcm', objectOf(key), bytesOf(iv));
  cipher.setAAD(bytesOf(additionalData));
  return joined(cipher.update(bytesOf(plain)), cipher.final(), cipher.getAuthTag());
}

function decrypt(
  { iv, additionalData }: AesGcmParams,
  key: CryptoKey,
  sealed: BufferSource,
): ArrayBuffer {
  const bytes = bytesOf(sealed);
  const cipher = createDecipheriv('aes-256-gcm', objectOf(key), bytesOf(iv));
  cipher.setAAD(bytesOf(additionalData));
  cipher.setAuthTag(bytes.subarray(-16));
  return joined(cipher.update(bytes.subarray(0, -16)), cipher.final());
}

const later =
  <Given extends unknown[], Result>(run: (...given: Given) => Result) =>
  (...given: Given): Promise<Result> =>
    new Promise((resolve) => {
      resolve(run(...given));
    });

/** Keys that may leave WebCrypto, as this has to take them out; other keys for each `journal`. */
export async function createQuickKeys(journal = 0): Promise<VaultKeys> {
  const { id: hmac, bridge } = await deriveKeys(new Uint8Array(16).fill(journal));
  const bytes = new Uint8Array(32).fill(journal);
  return {
    vault: 'simulated',
    epoch: '1',
    data: await crypto.subtle.importKey('raw', bytes, 'AES-GCM', true, ['encrypt', 'decrypt']),
    id: await crypto.subtle.importKey('raw', bytes, hmac.algorithm, true, ['sign']),
    bridge,
  };
}

/** For the rest of this process; import it in simulations only. */
export function useQuickCrypto(): void {
  Object.assign(crypto.subtle, {
    encrypt: later(encrypt),
    decrypt: later(decrypt),
    sign: later((_: string, key: CryptoKey, data: BufferSource) =>
      joined(createHmac('sha256', objectOf(key)).update(bytesOf(data)).digest()),
    ),
  });
}
