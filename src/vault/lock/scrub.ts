/**
 * Makes the browser write its files anew. What was deleted from a database lies on in its log until enough has
 * been written after it: a key that is to be on no disk needs more than a delete.
 */
import type { Random } from '../../kernel/random.ts';
import type { VaultDatabase } from '../database.ts';

/**
 * Measured in Chromium: its log turns over every 4 MB, and a handful of them are merged into one without what was
 * deleted. A value over 64 kB would lie in a file of its own and turn nothing over.
 */
const pieceLength = 48 * 1024;
const batches = 10;
const batchPieces = 60;

/** 29 MB, gone again afterwards. A full disk ends it early: the lock stands all the same. */
export async function scrub(db: VaultDatabase, random: Random): Promise<void> {
  const keys = Array.from({ length: batches * batchPieces }, (_, at) => `scrub:${at}`);
  try {
    for (let at = 0; at < keys.length; at += batchPieces)
      // Random, because what is packed small would turn nothing over.
      await db.meta.bulkPut(
        keys.slice(at, at + batchPieces).map((key) => ({ key, value: random(pieceLength) })),
      );
  } finally {
    await db.meta.bulkDelete(keys);
  }
}
