import { createId, type Random } from '../kernel/random.ts';
import type { VaultDatabase } from './database.ts';

/** A random name this database got on its first day: a peer that meets a new one starts over. */
export function readOrCreateEpoch(db: VaultDatabase, random: Random): Promise<string> {
  return db.transaction('rw', db.meta, async () => {
    const kept = (await db.meta.get('epoch'))?.value;
    if (typeof kept === 'string') return kept;
    const epoch = createId(random);
    await db.meta.put({ key: 'epoch', value: epoch });
    return epoch;
  });
}
