/**
 * Marks lie on the disk by the bucket, not one by one: ten thousand of them in rows of their own take as long
 * to write as the journal itself. A bucket is small enough to be written again for one edit. A whole batch of
 * marks lies in runs, as it came, until the next few are written: each batch would write every bucket anew.
 */
import type { Mark } from './marks.ts';

export interface MarkBucket {
  readonly peer: string;
  /** The name of a bucket or of a run. */
  readonly bucket: string;
  /** JSON: one text is read and written many times faster than as many small values. */
  readonly marks: string;
}

/** By name on the wire to what is known of it. */
export type Marks = Map<string, Mark>;

/** Names on the wire are base64url of a MAC, so the first letter makes 64 buckets of about one size. */
export const bucketOf = (wire: string): string => wire.charAt(0);

export function readBucket(kept: MarkBucket | undefined): Marks {
  const list = kept ? (JSON.parse(kept.marks) as [string, string, number][]) : []; // only packBucket writes it
  return new Map(list.map(([wire, rev, lv]) => [wire, { wire, rev, lv }]));
}

export const packBucket = (peer: string, bucket: string, marks: Marks): MarkBucket => ({
  peer,
  bucket,
  marks: JSON.stringify([...marks.values()].map(({ wire, rev, lv }) => [wire, rev, lv])),
});

/** Chosen: this many at once make runs; fewer touch few buckets. */
export const worthRun = 256;
/** Marks (chosen): some 55 kB. Chromium keeps a value over 64 kB in a file of its own. */
const longestRun = 900;

/** Before every letter of base64url, so that runs are read first, the oldest of them before all. */
export const firstRun = '+';
export const afterRuns = ',';

export const isRun = ({ bucket }: MarkBucket): boolean => bucket.startsWith(firstRun);

/** With the marks of each; behind the run of the name `last`, which is undefined while there is none. */
export function packRuns(
  peer: string,
  last: string | undefined,
  marks: readonly Mark[],
): ReadonlyMap<MarkBucket, Marks> {
  const first = Number(last?.slice(firstRun.length) ?? 0) + 1;
  return new Map(
    Array.from({ length: Math.ceil(marks.length / longestRun) }, (_, at) => {
      const some = marks.slice(at * longestRun, (at + 1) * longestRun);
      const name = `${firstRun}${String(first + at).padStart(9, '0')}`;
      const run: Marks = new Map(some.map((mark) => [mark.wire, mark]));
      return [packBucket(peer, name, run), run];
    }),
  );
}
