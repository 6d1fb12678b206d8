/**
 * One conversation under seal. Both sides bring a fresh nonce, so keys never repeat and a message of another
 * conversation opens nowhere; each direction has its own key, so a reflected message does not open either.
 */
import { concat, utf8, type Bytes } from '../../kernel/bytes.ts';
import type { Message } from './wire.ts';

/** The part of the vault's keys that the bridge may use. */
export interface BridgeKeys {
  /** HKDF base key, not extractable. */
  readonly bridge: CryptoKey;
}

export type Side = 'page' | 'host';

export interface Nonces {
  readonly page: Bytes;
  readonly host: Bytes;
}

export interface Session {
  seal(plain: Bytes): Promise<Message<'sealed'>>;
  /** Null unless it is the very next message of the other side; after a null the session is of no more use. */
  open(message: Message<'sealed'>): Promise<Bytes | null>;
}

export async function deriveSession(
  keys: BridgeKeys,
  side: Side,
  nonces: Nonces,
): Promise<Session> {
  const salt = concat(nonces.page, nonces.host);
  const other: Side = side === 'page' ? 'host' : 'page';
  const [ours, theirs] = await Promise.all([
    deriveSide(keys.bridge, salt, side),
    deriveSide(keys.bridge, salt, other),
  ]);
  let sent = 0;
  let received = 0;
  return {
    async seal(plain) {
      const n = sent++;
      const ct = await crypto.subtle.encrypt(cipher(side, n), ours, plain);
      return { t: 'sealed', n, ct: new Uint8Array(ct) };
    },
    async open({ n, ct }) {
      if (n !== received) return null;
      received++;
      try {
        return new Uint8Array(await crypto.subtle.decrypt(cipher(other, n), theirs, ct));
      } catch (error) {
        if (error instanceof DOMException && error.name === 'OperationError') return null;
        throw error;
      }
    },
  };
}

const deriveSide = (base: CryptoKey, salt: Bytes, side: Side): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(`bridge-session|${side}`) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );

function cipher(side: Side, n: number): AesGcmParams {
  const iv = new Uint8Array(12);
  // A counter is a safe IV here: the key lives for one conversation and one direction.
  new DataView(iv.buffer).setBigUint64(4, BigInt(n));
  return { name: 'AES-GCM', iv, additionalData: utf8(`comma-bridge-1|${side}|${n}`) };
}
