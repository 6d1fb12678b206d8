/**
 * Takes over another vault's seed: how two journals on one computer become one. Every row is sealed
 * again, in one transaction, so a crash leaves either journal whole and never a mixture.
 */
import type { Bytes } from '../kernel/bytes.ts';
import { openDraft } from './draft.ts';
import { putFormerSeeds, readFormerSeeds, reseededLock } from './former-seeds.ts';
import { createKeyring, putKeyring } from './keyring.ts';
import type { Row } from './row.ts';
import { sealDraft } from './seal-draft.ts';
import { rowOf } from './seal-row.ts';
import type { Vault } from './vault.ts';

/** Resolves when the vault stands under the new seed; everything is then unsynced for every peer. */
export async function adoptSeed(vault: Vault, seed: Bytes): Promise<void> {
  const next = await createKeyring(seed);
  const { db } = vault;
  while (next.keys.vault !== vault.keys.vault) {
    const { keys: old, seed: former, lock, lockKey } = vault;
    // Locked again with the same key, so that no passphrase is asked.
    const kept =
      lock && lockKey
        ? {
            vault: next.keys.vault,
            lock: await reseededLock(lock, lockKey, seed, vault.setup.random),
          }
        : next;
    const version = await db.currentVersion();
    const rows: Row[] = [];
    for (const row of await db.rec.toArray()) {
      const rec = await vault.openRec(row);
      if (rec) rows.push({ ...(await rowOf(next.keys, rec, vault.setup.random)), lv: row.lv });
    }
    const before = await db.draft.toArray();
    const drafts = await Promise.all(
      before.map(async ({ place, ct }) => {
        const text = await openDraft(old, { place, ct });
        return text === null
          ? { place, ct }
          : sealDraft(next.keys, place, text, vault.setup.random);
      }),
    );
    await db.transaction('rw', db.tables, async () => {
      if ((await db.currentVersion()) !== version) return;
      await db.mark.clear();
      await db.peer.clear();
      await db.rec.bulkPut(rows);
      await db.draft.bulkPut(drafts);
      // A row that did not open keeps its old seal, so the old seed is kept for the day it can be mended.
      if (kept === next) await putFormerSeeds(db, [...(await readFormerSeeds(db)), former]);
      await putKeyring(db, kept);
    });
    await vault.reloadKeyring();
  }
  vault.announce();
}
