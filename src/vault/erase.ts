import { createSeed } from './keys.ts';
import { createKeyring, putKeyring } from './keyring.ts';
import type { Vault } from './vault.ts';

/**
 * Empties this device's vault and gives it a new seed, so that nothing that still exists elsewhere opens
 * here. Other windows notice by the new keys; versions go on counting, so nothing old is mistaken for new.
 */
export async function eraseVault(vault: Vault): Promise<void> {
  const { db, setup } = vault;
  const fresh = await createKeyring(createSeed(setup.random));
  await db.transaction('rw', db.tables, async () => {
    const version = await db.currentVersion();
    for (const table of db.tables) await table.clear();
    await db.meta.put({ key: 'version', value: version });
    await putKeyring(db, fresh);
  });
  await vault.reloadKeyring();
  vault.announce();
}
