import type { Bytes } from '../../kernel/bytes.ts';
import type { VaultDatabase } from '../database.ts';
import type { Vault } from '../vault.ts';
import { readLater } from './open-later.ts';
import { openBox } from './secret-box.ts';

/**
 * Keeps what was written while locked. Each is cleared in the transaction that keeps it; one that cannot be
 * kept now (a full disk, a row that does not open) waits for the next unlocking.
 */
export async function keepLater(vault: Vault): Promise<void> {
  const { lock, lockKey } = vault;
  if (!lock || !lockKey || vault.readOnly) return;
  const secret = await openBox(lockKey, 'later-secret', lock.laterSecret);
  if (secret) await keepBy(vault, secret);
}

const leftKey = 'later-left';

/**
 * The lock goes for good, and with it what opens such notes: their secret stays until they are kept. Call in the
 * transaction that turns the lock off.
 */
export async function leaveLater(db: VaultDatabase, secret: Bytes): Promise<void> {
  await db.meta.put({ key: leftKey, value: secret });
}

/** Keeps what a lock left behind, now or when Comma next opens. False while some of it cannot be kept. */
export async function keepLeft(vault: Vault): Promise<boolean> {
  const { db } = vault;
  const secret = (await db.meta.get(leftKey))?.value as Bytes | undefined; // only leaveLater writes here
  if (!secret) return true;
  if (vault.isLocked || vault.readOnly) return false;
  await keepBy(vault, secret);
  if ((await readLater(db, secret)).length > 0) return false;
  await db.meta.delete(leftKey);
  return true;
}

async function keepBy(vault: Vault, secret: Bytes): Promise<void> {
  for (const { place, changes } of await readLater(vault.db, secret)) {
    const [first, ...rest] = changes;
    if (first) await vault.write({ ...first, draft: place }, ...rest);
  }
}
