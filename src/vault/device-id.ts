import { createId, type Random } from '../kernel/random.ts';
import type { VaultDatabase } from './database.ts';

/**
 * The random name of this vault in this browser, by which its own records tell it from the person's other
 * devices. It leaves the device only inside sealed records; a copied profile has it, too.
 */
export function readOrCreateDevice(db: VaultDatabase, random: Random): Promise<string> {
  return db.transaction('rw', db.meta, async () => {
    const kept = (await db.meta.get('device'))?.value;
    if (typeof kept === 'string') return kept;
    const device = createId(random);
    await db.meta.put({ key: 'device', value: device });
    return device;
  });
}
