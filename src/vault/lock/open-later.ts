/** The opening half of `later.ts`; apart from it, because whoever writes while locked never opens. */
import { textOf, type Bytes } from '../../kernel/bytes.ts';
import type { VaultDatabase } from '../database.ts';
import type { Change } from '../item.ts';
import { agree, createPair, curve, laterPrefix } from './later.ts';
import { openBox } from './secret-box.ts';

/** Of the key that was made for one writing, in front of what it sealed. */
const publicLength = 65;

/** Public half raw, secret half PKCS #8. */
export async function createLaterKeys(): Promise<{ readonly key: Bytes; readonly secret: Bytes }> {
  const { publicKey, privateKey } = await createPair();
  const [key, secret] = await Promise.all([
    crypto.subtle.exportKey('raw', publicKey),
    crypto.subtle.exportKey('pkcs8', privateKey),
  ]);
  return { key: new Uint8Array(key), secret: new Uint8Array(secret) };
}

export interface Later {
  readonly place: string;
  readonly changes: readonly Change[];
}

/** Oldest first. What was sealed to another key stays where it is. */
export async function readLater(db: VaultDatabase, secret: Bytes): Promise<Later[]> {
  const kept = await db.draft.where('place').startsWith(laterPrefix).toArray();
  const mine = await crypto.subtle.importKey('pkcs8', secret, curve, false, ['deriveBits']);
  const opened = await Promise.all(
    kept.map(async ({ place, ct }): Promise<Later[]> => {
      const shared = await agree(mine, ct.slice(0, publicLength));
      const plain = await openBox(shared, 'later', ct.slice(publicLength));
      // Only putLater seals to this key what opens as JSON of changes.
      return plain ? [{ place, changes: JSON.parse(textOf(plain)) as Change[] }] : [];
    }),
  );
  return opened.flat();
}
