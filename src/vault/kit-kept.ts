/** Whether the person has shown that the recovery kit of this key is written down. */
import type { VaultDatabase } from './database.ts';

const kitKey = 'kit-kept';

export const readKitKept = async (db: VaultDatabase, vault: string): Promise<boolean> =>
  (await db.meta.get(kitKey))?.value === vault;

export async function noteKitKept(db: VaultDatabase, vault: string): Promise<void> {
  await db.meta.put({ key: kitKey, value: vault });
}
