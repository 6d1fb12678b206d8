import type { Bytes } from '../../kernel/bytes.ts';
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

/** The same by the secret half itself. */
export async function keepBy(vault: Vault, secret: Bytes): Promise<void> {
  for (const { place, changes } of await readLater(vault.db, secret)) {
    const [first, ...rest] = changes;
    if (first) await vault.write({ ...first, draft: place }, ...rest);
  }
}
