/** The marks of one peer among the vault's tables; to be called inside a transaction that holds `mark`. */
import type { VaultDatabase } from '../vault/database.ts';
import {
  afterRuns,
  bucketOf,
  firstRun,
  isRun,
  packBucket,
  packRuns,
  readBucket,
  worthRun,
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
  const kept = await keptFor(db, peer, namesOf(wires));
  const runs = kept.filter(isRun).map((run) => marksIn(known, run));
  const buckets = new Map(kept.map((one) => [one.bucket, one]));
  return new Map(
    wires.flatMap((wire) => {
      const bucket = buckets.get(bucketOf(wire));
      // What was written last is what is believed.
      const within = runs.findLast((run) => run.has(wire)) ?? (bucket && marksIn(known, bucket));
      const mark = within?.get(wire);
      return mark ? [[wire, mark]] : [];
    }),
  );
}

export async function forgetMarks(db: VaultDatabase, peer: string): Promise<void> {
  await db.mark.where('peer').equals(peer).delete();
}

/** Where marks are to be written: behind the runs that lie there, or in buckets, which take in what lies in runs. */
export type Ground =
  | { readonly type: 'runs'; readonly last: string | undefined }
  | {
      readonly type: 'buckets';
      readonly buckets: Map<string, Marks>;
      readonly runs: readonly string[];
    };

export const bareGround = (): Ground => ({ type: 'buckets', buckets: new Map(), runs: [] });

/** For marks of these rows, put or dropped. */
export async function readGround(
  db: VaultDatabase,
  known: KnownBuckets,
  peer: string,
  { put, dropped }: { readonly put: readonly string[]; readonly dropped: readonly string[] },
): Promise<Ground> {
  if (dropped.length === 0 && put.length >= worthRun) {
    const keys = await runsOf(db, peer).primaryKeys();
    return { type: 'runs', last: keys.at(-1)?.[1] };
  }
  const names = namesOf([...put, ...dropped]);
  if (names.length === 0) return bareGround();
  const kept = await keptFor(db, peer, names);
  const runs = kept.filter(isRun);
  // The runs hold rows of every bucket.
  const whole = runs.length === 0 ? kept : await allKept(db, peer);
  const buckets = new Map<string, Marks>(names.map((name) => [name, new Map()]));
  for (const one of whole) if (!isRun(one)) buckets.set(one.bucket, new Map(marksIn(known, one)));
  for (const run of runs) for (const mark of marksIn(known, run).values()) putInto(buckets, mark);
  return { type: 'buckets', buckets, runs: runs.map(({ bucket }) => bucket) };
}

/** First without the dropped marks, then with the new ones. */
export async function writeMarks(
  db: VaultDatabase,
  known: KnownBuckets,
  peer: string,
  ground: Ground,
  { put, dropped }: { readonly put: readonly Mark[]; readonly dropped: readonly string[] },
): Promise<void> {
  if (ground.type === 'runs') {
    const runs = packRuns(peer, ground.last, put);
    for (const [run, marks] of runs) know(known, run, marks);
    await db.mark.bulkPut([...runs.keys()]);
    return;
  }
  const { buckets, runs } = ground;
  for (const wire of dropped) buckets.get(bucketOf(wire))?.delete(wire);
  for (const mark of put) putInto(buckets, mark);
  const changed = [...buckets].map(([name, marks]) => {
    const bucket = packBucket(peer, name, marks);
    know(known, bucket, marks);
    return bucket;
  });
  for (const bucket of runs) known.delete(keyOf({ peer, bucket }));
  await Promise.all([
    db.mark.bulkPut(changed),
    runs.length > 0 && db.mark.bulkDelete(runs.map((name): [string, string] => [peer, name])),
  ]);
}

function putInto(buckets: Map<string, Marks>, mark: Mark): void {
  const name = bucketOf(mark.wire);
  const marks = buckets.get(name) ?? new Map<string, Mark>();
  buckets.set(name, marks.set(mark.wire, mark));
}

const namesOf = (wires: readonly string[]): readonly string[] => [...new Set(wires.map(bucketOf))];

/** All runs, the oldest first, and the buckets of these names. */
async function keptFor(
  db: VaultDatabase,
  peer: string,
  names: readonly string[],
): Promise<readonly MarkBucket[]> {
  if (names.length >= worthAll) return allKept(db, peer);
  const [runs, kept] = await Promise.all([
    runsOf(db, peer).toArray(),
    db.mark.bulkGet(names.map((name): [string, string] => [peer, name])),
  ]);
  return [...runs, ...kept.flatMap((one) => one ?? [])];
}

const allKept = (db: VaultDatabase, peer: string): Promise<readonly MarkBucket[]> =>
  between(db, [peer, ''], [peer, '\uffff']).toArray();

const runsOf = (db: VaultDatabase, peer: string): ReturnType<typeof between> =>
  between(db, [peer, firstRun], [peer, afterRuns]);

const between = (
  db: VaultDatabase,
  from: readonly [string, string],
  until: readonly [string, string],
): ReturnType<VaultDatabase['mark']['toCollection']> =>
  db.mark.where('[peer+bucket]').between(from, until, true, false);

function marksIn(known: KnownBuckets, kept: MarkBucket): Marks {
  const now = known.get(keyOf(kept));
  if (now?.text === kept.marks) return now.marks;
  const marks = readBucket(kept);
  know(known, kept, marks);
  return marks;
}

function know(known: KnownBuckets, kept: MarkBucket, marks: Marks): void {
  known.set(keyOf(kept), { text: kept.marks, marks });
}

const keyOf = ({ peer, bucket }: Pick<MarkBucket, 'peer' | 'bucket'>): string =>
  `${bucket} ${peer}`;
