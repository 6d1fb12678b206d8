/** The marks of one peer among the vault's tables; to be called inside a transaction that holds `mark`. */
import type { VaultDatabase } from '../vault/database.ts';
import {
  bucketOf,
  packBucket,
  readBucket,
  type MarkBucket,
  type Marks,
} from '../vault/mark-bucket.ts';
import type { Mark } from '../vault/marks.ts';

/** Those of these rows that have one. Without a peer there are none. */
export async function readMarks(
  db: VaultDatabase,
  peer: string | null,
  wires: readonly string[],
): Promise<ReadonlyMap<string, Mark>> {
  if (peer === null || wires.length === 0) return new Map();
  const buckets = await readBuckets(db, peer, wires);
  return new Map(
    wires.flatMap((wire) => {
      const mark = buckets.get(bucketOf(wire))?.get(wire);
      return mark ? [[wire, mark]] : [];
    }),
  );
}

export async function forgetMarks(db: VaultDatabase, peer: string): Promise<void> {
  await db.mark.where('peer').equals(peer).delete();
}

/** By their names: the buckets that these rows' marks lie in, or would. */
export async function readBuckets(
  db: VaultDatabase,
  peer: string,
  wires: readonly string[],
): Promise<Map<string, Marks>> {
  const names = [...new Set(wires.map(bucketOf))];
  if (names.length === 0) return new Map();
  const kept = await db.mark.bulkGet(names.map((name): [string, string] => [peer, name]));
  return new Map(names.map((name, index) => [name, readBucket(kept[index])]));
}

/** The buckets as they are to be written: first without the dropped marks, then with the new ones. */
export function changedBuckets(
  peer: string,
  buckets: Map<string, Marks>,
  dropped: readonly string[],
  put: readonly Mark[],
): readonly MarkBucket[] {
  for (const wire of dropped) buckets.get(bucketOf(wire))?.delete(wire);
  for (const mark of put) {
    const name = bucketOf(mark.wire);
    const marks = buckets.get(name) ?? new Map<string, Mark>();
    buckets.set(name, marks.set(mark.wire, mark));
  }
  return [...buckets].map(([name, marks]) => packBucket(peer, name, marks));
}
