/** Small secrets under a key of 32 bytes: `iv | AES-256-GCM`, bound to what they are for. */
import { concat, utf8, type Bytes } from '../../kernel/bytes.ts';
import type { Random } from '../../kernel/random.ts';

export const boxKeyLength = 32;
const ivLength = 12;

/** What lies in a box; one put in another's place does not open. */
export type BoxUse = 'way' | 'seeds' | 'later-secret' | 'later';

const parametersOf = (iv: Bytes, use: BoxUse): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8(`comma-lock1|${use}`),
});

const importKey = (key: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']);

export async function closeBox(
  key: Bytes,
  use: BoxUse,
  secret: Bytes,
  random: Random,
): Promise<Bytes> {
  const iv = random(ivLength);
  const sealed = await crypto.subtle.encrypt(parametersOf(iv, use), await importKey(key), secret);
  return concat(iv, new Uint8Array(sealed));
}

/** Null when the key is another one, or the bytes are not what was put in. */
export async function openBox(key: Bytes, use: BoxUse, box: Bytes): Promise<Bytes | null> {
  try {
    const parameters = parametersOf(box.slice(0, ivLength), use);
    const opened = await crypto.subtle.decrypt(
      parameters,
      await importKey(key),
      box.slice(ivLength),
    );
    return new Uint8Array(opened);
  } catch {
    return null; // WebCrypto has one answer for every wrong byte
  }
}
