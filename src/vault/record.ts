/**
 * A record is what sync merges: fields that each remember when they were last written, an optional
 * body of text, and an optional tombstone. Unknown fields are kept, so an older app never strips a
 * newer one's.
 */
import type { Bytes } from '../kernel/bytes.ts';
import type { Json } from '../kernel/json.ts';

/** `stamp` is a per-register Lamport clock that starts from wall time; `tie` settles equal stamps. */
export type Register = readonly [value: Json, stamp: number, tie: string];

/** Who forgot the record, when, and which words (Yjs state vector) they had seen when they did. */
export type Tombstone = readonly [stamp: number, tie: string, seen: Bytes];

export interface Rec {
  /** Local id; may be meaningful (`settings`, `pause:2026-…`). Never leaves the seal. */
  readonly id: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, Register>>;
  /** The body as a Yjs update (V2) of a document whose root `Y.Text` is named `b`. */
  readonly body?: Bytes;
  /** The same body as plain text, so that a screen can show it without loading Yjs. Derived from `body`. */
  readonly text?: string;
  readonly tombstone?: Tombstone;
}
