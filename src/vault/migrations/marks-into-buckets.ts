/** A row for each mark became a row for each bucket of marks. Spelled out here: this shape never changes again. */
import type { Transaction } from 'dexie';

interface OldMark {
  readonly peer: string;
  readonly wire: string;
  readonly rev: string;
  readonly lv: number;
}

export async function marksIntoBuckets(tx: Transaction): Promise<void> {
  const buckets = new Map<string, OldMark[]>();
  for (const mark of await tx.table<OldMark>('sync').toArray()) {
    const place = JSON.stringify([mark.peer, mark.wire.charAt(0)]);
    buckets.set(place, [...(buckets.get(place) ?? []), mark]);
  }
  const rows = [...buckets].map(([place, marks]) => {
    const [peer, bucket] = JSON.parse(place) as [string, string];
    const list = marks.map(({ wire, rev, lv }) => [wire, rev, lv]);
    return { peer, bucket, marks: JSON.stringify(list) };
  });
  await tx.table('mark').bulkPut(rows);
}
