/** Ed25519 by WebCrypto: who signed some bytes, and whether they are still those bytes. */
import { fromBase64Url, toBase64Url, utf8, type Bytes } from '../kernel/bytes.ts';
import type { Signer } from './signer.ts';

const name = 'Ed25519';

/** Null where the browser has no Ed25519 (Chrome before 137, Firefox before 129, Safari before 17). */
async function having<Value>(work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work();
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'NotSupportedError') return null;
    throw failure;
  }
}

export const createSigner = (): Promise<Signer | null> =>
  having(async () => {
    const pair = await crypto.subtle.generateKey(name, true, ['sign', 'verify']);
    const [pkcs8, key] = await Promise.all([
      crypto.subtle.exportKey('pkcs8', pair.privateKey),
      crypto.subtle.exportKey('raw', pair.publicKey),
    ]);
    return { key: toBase64Url(new Uint8Array(key)), pkcs8: toBase64Url(new Uint8Array(pkcs8)) };
  });

export const sign = ({ pkcs8 }: Signer, bytes: Bytes): Promise<string | null> =>
  having(async () => {
    const key = await crypto.subtle.importKey('pkcs8', fromBase64Url(pkcs8), name, false, ['sign']);
    return toBase64Url(new Uint8Array(await crypto.subtle.sign(name, key, bytes)));
  });

/** Null where it cannot be told. */
export const isSignedBy = (key: string, sig: string, bytes: Bytes): Promise<boolean | null> =>
  having(async () => {
    try {
      const known = await crypto.subtle.importKey('raw', fromBase64Url(key), name, false, [
        'verify',
      ]);
      return await crypto.subtle.verify(name, known, fromBase64Url(sig), bytes);
    } catch (failure) {
      // Bytes that are no point of the curve are nobody's key.
      if (failure instanceof DOMException && failure.name !== 'NotSupportedError') return false;
      throw failure;
    }
  });

const digestOf = async (text: string): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(text)));

/** Twenty digits in four groups (66 bits): short enough to read out, and too many to hit by trying. */
export async function fingerprintOf(key: string): Promise<string> {
  const digest = await digestOf(`comma-key|${key}`);
  const groups = [0, 4, 8, 12].map((at) => new DataView(digest.buffer).getUint32(at) % 100_000);
  return groups.map((group) => String(group).padStart(5, '0')).join(' ');
}

/** The same name for the same text, on every device; tells nothing of it (72 bits). */
export const nameFor = async (text: string): Promise<string> =>
  toBase64Url((await digestOf(text)).slice(0, 9));
