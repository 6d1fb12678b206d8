/** Secrets of 32 bytes that follow from the seed, so that whoever has the recovery kit has them, too. */
import { utf8, type Bytes } from '../kernel/bytes.ts';

/** `backup`: a scalar of X25519, as age has it. `later`: opens what was written while a lock was closed. */
export type SeedSecret = 'backup' | 'later';

export async function secretOfSeed(seed: Bytes, use: SeedSecret): Promise<Bytes> {
  const root = await crypto.subtle.importKey('raw', seed, 'HKDF', false, ['deriveBits']);
  const branch = { name: 'HKDF', hash: 'SHA-256', salt: utf8('comma-seed-1'), info: utf8(use) };
  return new Uint8Array(await crypto.subtle.deriveBits(branch, root, 256));
}
