/**
 * A record is what sync merges: fields that each remember when they were last written, an optional
 * body of text, and an optional tombstone. Unknown fields are kept, so an older app never strips a
 * newer one's.
 */
import type { Bytes } from '../kernel/bytes.ts';
import type { Json } from '../kernel/json.ts';

/** `stamp` is a per-register Lamport clock that starts from wall time; `tie` settles equal stamps. */
export type Register = readonly [value: Json, stamp: number, tie: string];

/** Who forgot the record, when, and which words (state vector) they had seen when they did. */
export type Tombstone = readonly [stamp: number, tie: string, seen: Bytes];

/** When, and in which run of the app, something was written. */
export interface Moment {
  /** Epoch milliseconds, as the writer's clock shows them. */
  readonly wall: number;
  readonly tie: string;
}

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
  /** A delete taken back: outranks every tombstone of a lower stamp, and every erasure too. */
  readonly restored?: readonly [stamp: number, tie: string];
  /** Stamp of the tombstone whose content was erased for good; stale copies do not bring it back. */
  readonly purged?: number;
  /** Derived, so that a screen need not load Yjs to know: tombstoned, and holds no unseen word. */
  readonly gone?: true;
  /** Parts of the record that only a newer app understands; carried along untouched. */
  readonly extra?: Readonly<Record<string, Json>>;
}

/** Needs no Yjs: what a tombstone had seen was settled when the record was last written or joined. */
export const isAlive = (rec: Rec): boolean => rec.gone !== true;
