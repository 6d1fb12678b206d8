/** Seeds this vault had before it was joined to another; rows that did not open still carry their seal. */
import { concat, type Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import type { VaultDatabase } from './database.ts';
import type { Lock } from './lock/lock.ts';
import { closeBox, openBox } from './lock/secret-box.ts';
import { secretOfSeed } from './seed-secret.ts';

const formerKey = 'former-seeds';

/** The same lock around another seed; the one before it is kept behind it. */
export async function reseededLock(
  lock: Lock,
  key: Bytes,
  seed: Bytes,
  random: Random,
): Promise<Lock> {
  const before = await openBox(key, 'seeds', lock.seeds);
  const later = await openBox(key, 'later-secret', lock.laterSecret);
  if (!before || !later) throw new Error('the lock was changed meanwhile');
  return {
    ...lock,
    seeds: await closeBox(key, 'seeds', concat(seed, before), random),
    laterByKit: await closeBox(await secretOfSeed(seed, 'later'), 'later-secret', later, random),
  };
}

export async function readFormerSeeds(db: VaultDatabase): Promise<readonly Bytes[]> {
  return ((await db.meta.get(formerKey))?.value as Bytes[] | undefined) ?? []; // only written here
}

export async function putFormerSeeds(db: VaultDatabase, seeds: readonly Bytes[]): Promise<void> {
  if (seeds.length > 0) await db.meta.put({ key: formerKey, value: seeds });
  else await db.meta.delete(formerKey);
}
