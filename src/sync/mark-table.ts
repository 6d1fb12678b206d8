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

/**
 * Buckets as they were last read or written here, by peer and name: in a first exchange the same ones are asked
 * for with every batch, and reading their JSON again takes as long as the rest. The text says whether one still holds.
 */
export type KnownBuckets = Map<string, { readonly text: string; readonly marks: Marks }>;

/** Chosen: for this many of the 64, all of a peer's are read in one question. */
const worthAll = 16;

/** Those of these rows that have one. Without a peer there are none. */
export async function readMarks(
  db: VaultDatabase,
  known: KnownBuckets,
  peer: string | null,
  wires: readonly string[],
): Promise<ReadonlyMap<string, Mark>> {
  if (peer === null || wires.length === 0) return new Map();
  const buckets = await readBuckets(db, known, peer, wires);
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
  known: KnownBuckets,
  peer: string,
  wires: readonly string[],
): Promise<Map<string, Marks>> {
  const names = [...new Set(wires.map(bucketOf))];
  if (names.length === 0) return new Map();
  const kept = new Map((await keptBuckets(db, peer, names)).map((one) => [one.bucket, one]));
  return new Map(names.map((name) => [name, marksOf(known, peer, name, kept.get(name))]));
}

async function keptBuckets(
  db: VaultDatabase,
  peer: string,
  names: readonly string[],
): Promise<readonly MarkBucket[]> {
  if (names.length >= worthAll)
    return db.mark
      .where('[peer+bucket]')
      .between([peer, ''], [peer, '\uffff'], true, true)
      .toArray();
  const kept = await db.mark.bulkGet(names.map((name): [string, string] => [peer, name]));
  return kept.flatMap((one) => one ?? []);
}

function marksOf(
  known: KnownBuckets,
  peer: string,
  name: string,
  kept: MarkBucket | undefined,
): Marks {
  if (!kept) return new Map();
  const now = known.get(keyOf(peer, name));
  if (now?.text === kept.marks) return now.marks;
  const marks = readBucket(kept);
  known.set(keyOf(peer, name), { text: kept.marks, marks });
  return marks;
}

const keyOf = (peer: string, name: string): string => `${name} ${peer}`;

/** The buckets as they are to be written: first without the dropped marks, then with the new ones. */
export function changedBuckets(
  known: KnownBuckets,
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
  return [...buckets].map(([name, marks]) => {
    const bucket = packBucket(peer, name, marks);
    known.set(keyOf(peer, name), { text: bucket.marks, marks });
    return bucket;
  });
}
