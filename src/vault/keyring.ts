/**
 * The seed and the keys made from it, as they lie in `meta`. The seed stays readable because the person
 * must be able to show it to a second device; the keys themselves cannot be exported.
 */
import type { Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import type { VaultDatabase } from './database.ts';
import { createSeed, deriveKeys, type VaultKeys } from './keys.ts';

export interface Keyring {
  readonly seed: Bytes;
  readonly keys: VaultKeys;
}

/** Where in `meta` it lies. */
export const keyringKey = 'keyring';

/** The keyring of this vault; made on first run. Two first runs at once agree on one. */
export async function readOrCreateKeyring(db: VaultDatabase, random: Random): Promise<Keyring> {
  const kept = await readKeyring(db);
  if (kept) return kept;
  const fresh = await createKeyring(createSeed(random));
  return db.transaction('rw', db.meta, async () => {
    const other = await readKeyring(db);
    if (other) return other;
    await putKeyring(db, fresh);
    return fresh;
  });
}

export async function createKeyring(seed: Bytes): Promise<Keyring> {
  return { seed, keys: await deriveKeys(seed) };
}

export async function readKeyring(db: VaultDatabase): Promise<Keyring | undefined> {
  return (await db.meta.get(keyringKey))?.value as Keyring | undefined; // only putKeyring writes here
}

export async function putKeyring(db: VaultDatabase, keyring: Keyring): Promise<void> {
  await db.meta.put({ key: keyringKey, value: keyring });
}

/** Seeds this vault had before it was joined to another; rows that did not open still carry their seal. */
export async function keepFormerSeed(db: VaultDatabase, seed: Bytes): Promise<void> {
  const former = (await db.meta.get('former-seeds'))?.value as Bytes[] | undefined; // only written here
  await db.meta.put({ key: 'former-seeds', value: [...(former ?? []), seed] });
}
