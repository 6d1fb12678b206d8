/**
 * The seed and the keys made from it, as they lie in `meta`. The seed stays readable because the person
 * must be able to show it to a second device; the keys themselves cannot be exported. With the lock on neither
 * lies there: a lock stands in their place.
 */
import type { Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import type { VaultDatabase } from './database.ts';
import { createSeed, deriveKeys, type VaultKeys } from './keys.ts';
import type { Lock } from './lock/lock.ts';
import { openBox } from './lock/secret-box.ts';

export interface Keyring {
  readonly seed: Bytes;
  readonly keys: VaultKeys;
}

export interface LockedKeyring {
  /** The vault's public name. */
  readonly vault: string;
  readonly lock: Lock;
}

export type KeptKeyring = Keyring | LockedKeyring;

/** Where in `meta` it lies. */
export const keyringKey = 'keyring';
const seedLength = 16;

/** What is kept of this vault's keyring; made on first run. Two first runs at once agree on one. */
export async function readOrCreateKeyring(db: VaultDatabase, random: Random): Promise<KeptKeyring> {
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

export async function readKeyring(db: VaultDatabase): Promise<KeptKeyring | undefined> {
  return (await db.meta.get(keyringKey))?.value as KeptKeyring | undefined; // only putKeyring writes here
}

/** The public name of the vault that stands now; undefined before the first run. */
export async function readVaultName(db: VaultDatabase): Promise<string | undefined> {
  const kept = await readKeyring(db);
  return kept && nameIn(kept);
}

export const nameIn = (kept: KeptKeyring): string =>
  'lock' in kept ? kept.vault : kept.keys.vault;

export async function putKeyring(db: VaultDatabase, keyring: KeptKeyring): Promise<void> {
  await db.meta.put({ key: keyringKey, value: keyring });
}

/** Null when the lock key is not this lock's. */
export async function unlockKeyring({ lock }: LockedKeyring, key: Bytes): Promise<Keyring | null> {
  const seeds = await openBox(key, 'seeds', lock.seeds);
  return seeds && createKeyring(seeds.slice(0, seedLength));
}
