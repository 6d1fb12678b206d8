/** A record as it lies on the disk: sealed, with just enough outside the seal to query it. */
import type { Bytes } from '../kernel/bytes.ts';

export interface Row {
  readonly id: string;
  /** The name this record has on the wire: HMAC of `id`, so a peer learns nothing from it. */
  readonly wire: string;
  /** Local version: the vault's counter at the last change of this row. */
  readonly lv: number;
  /** The person's day it belongs to (`2026-11-22`), or empty. Readable on disk; see PRIVACY.md. */
  readonly day: string;
  /** What sort of record it is (`entry`, `settings`, …). Readable on disk; see PRIVACY.md. */
  readonly kind: string;
  readonly ct: Bytes;
}
