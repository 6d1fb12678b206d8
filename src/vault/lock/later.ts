/**
 * What is written while the lock is closed: sealed to the vault's public key, so that it can be put down without
 * any key and read by nobody until somebody unlocks.
 */
import { concat, utf8, type Bytes } from '../../kernel/bytes.ts';
import type { Random } from '../../kernel/random.ts';
import type { VaultDatabase } from '../database.ts';
import type { Change } from '../item.ts';
import { boxKeyLength, closeBox } from './secret-box.ts';

/** Such places lie among the drafts: never synced, and cleared in the very transaction that keeps their words. */
export const laterPrefix = 'later:';
export const curve = { name: 'ECDH', namedCurve: 'P-256' };

export async function agree(mine: CryptoKey, theirs: Bytes): Promise<Bytes> {
  const other = await crypto.subtle.importKey('raw', theirs, curve, true, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, mine, 256);
  // The point itself is no key; its hash is.
  const hash = await crypto.subtle.digest(
    'SHA-256',
    concat(utf8('comma-later-1'), new Uint8Array(shared)),
  );
  return new Uint8Array(hash, 0, boxKeyLength);
}

export const createPair = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(curve, true, ['deriveBits']);

/** Puts changes down for whoever unlocks next. Bodies cannot be among them: nobody edits what cannot be read. */
export async function putLater(
  db: VaultDatabase,
  key: Bytes,
  changes: readonly Change[],
  { random, wall }: { readonly random: Random; readonly wall: () => number },
): Promise<void> {
  const { publicKey, privateKey } = await createPair();
  const shared = await agree(privateKey, key);
  const once = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  const box = await closeBox(shared, 'later', utf8(JSON.stringify(changes)), random);
  // The time in front, so that what was written first is kept first.
  const place = `${laterPrefix}${String(wall()).padStart(15, '0')}:${random(6).join('.')}`;
  await db.draft.put({ place, ct: concat(once, box) });
}
