/**
 * Marks lie on the disk by the bucket, not one by one: ten thousand of them in rows of their own take as long
 * to write as the journal itself. A bucket is small enough to be written again for one edit.
 */
import type { Mark } from './marks.ts';

export interface MarkBucket {
  readonly peer: string;
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
