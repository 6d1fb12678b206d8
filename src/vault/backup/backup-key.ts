/** The secret that opens backups made "with the recovery kit": the seed's own, and of no other use. */
import { utf8, type Bytes } from '../../kernel/bytes.ts';

/** A scalar of X25519, as age has it. */
export async function backupSecretOf(seed: Bytes): Promise<Bytes> {
  const root = await crypto.subtle.importKey('raw', seed, 'HKDF', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: utf8('comma-backup-1'), info: utf8('age-x25519') },
    root,
    256,
  );
  return new Uint8Array(bits);
}
