/**
 * One secret of 16 bytes, and everything derived from it (sync design, §3.7). No password, so nothing
 * to stretch and no salt that a server could choose.
 */
import { toBase64Url, utf8, type Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';

export interface VaultKeys {
  /** The vault's public name: base64url of 16 bytes. */
  readonly vault: string;
  readonly epoch: string;
  readonly data: CryptoKey;
  readonly id: CryptoKey;
  /** HKDF base key of the transport between page and extension. */
  readonly bridge: CryptoKey;
}

export const createSeed = (random: Random): Bytes => random(16);

function rootOf(seed: Bytes): Promise<CryptoKey> {
  if (seed.length !== 16) throw new Error('a seed has 16 bytes');
  return crypto.subtle.importKey('raw', seed, 'HKDF', false, ['deriveKey', 'deriveBits']);
}

const branch = (name: string): HkdfParams => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: utf8('comma-sync-v1'),
  info: utf8(name),
});

/** Every key is non-extractable: what holds them can use them and cannot give them away. */
export async function deriveKeys(seed: Bytes): Promise<VaultKeys> {
  const root = await rootOf(seed);
  const [vault, data, id, bridge] = await Promise.all([
    crypto.subtle.deriveBits(branch('vault-id'), root, 128),
    crypto.subtle.deriveKey(branch('data|1'), root, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    crypto.subtle.deriveKey(
      branch('id'),
      root,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign'],
    ),
    crypto.subtle
      .deriveBits(branch('bridge|1'), root, 256)
      .then((bits) =>
        crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey', 'deriveBits']),
      ),
  ]);
  return { vault: toBase64Url(new Uint8Array(vault)), epoch: '1', data, id, bridge };
}

/** What opens this vault at one relay, in base64url; a leaked one opens nothing at another. */
export async function relayTokenOf(seed: Bytes, origin: string): Promise<string> {
  const root = await rootOf(seed);
  const bits = await crypto.subtle.deriveBits(branch(`relay-auth|${origin}`), root, 256);
  return toBase64Url(new Uint8Array(bits));
}

/** What opens the wakes of one device at one relay, and nothing else there; a locked device keeps it in the clear. */
export async function wakeTokenOf(
  seed: Bytes,
  origin: string,
  device: string,
): Promise<{ readonly token: string; readonly hash: string }> {
  const root = await rootOf(seed);
  const bits = await crypto.subtle.deriveBits(branch(`relay-wake|${device}|${origin}`), root, 256);
  const hash = await crypto.subtle.digest('SHA-256', bits);
  return { token: toBase64Url(new Uint8Array(bits)), hash: toBase64Url(new Uint8Array(hash)) };
}

/** A record's name for peers: they learn nothing from it, and a new seed renames every record. */
export async function wireIdOf(keys: VaultKeys, id: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', keys.id, utf8(id));
  return toBase64Url(new Uint8Array(mac, 0, 16));
}
