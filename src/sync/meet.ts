/** One row of ours meets the peer's version of it: what to keep, and who lacks what. */
import type { Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import type { Bodies } from '../vault/bodies.ts';
import type { VaultKeys } from '../vault/keys.ts';
import { includes, join } from '../vault/merge.ts';
import type { Rec } from '../vault/record.ts';
import type { Row } from '../vault/row.ts';
import { openRow } from '../vault/open-row.ts';
import { rowAround, rowOf } from '../vault/seal-row.ts';

export interface MergeTools {
  readonly keys: VaultKeys;
  readonly bodies: Bodies;
  readonly random: Random;
}

export interface Meeting {
  /** What our row becomes; null when it already has everything of theirs. */
  readonly write: Omit<Row, 'lv'> | null;
  /** We hold something that theirs lacks. */
  readonly ahead: boolean;
}

/** Null when our own row is of a newer kind than this app: it can be neither joined nor replaced. */
export async function meet(
  mine: Row | null,
  theirs: { readonly wire: string; readonly ct: Bytes; readonly rec: Rec },
  { keys, bodies, random }: MergeTools,
): Promise<Meeting | null> {
  const taken = rowAround(theirs.rec, theirs.wire, theirs.ct);
  if (!mine) return { write: taken, ahead: false };
  const opened = await openRow(keys, mine);
  if (!opened.ok)
    // A damaged row of ours is mended from theirs.
    return opened.error.type === 'Tampered' ? { write: taken, ahead: false } : null;
  const ahead = !includes(theirs.rec, opened.value, bodies);
  if (includes(opened.value, theirs.rec, bodies)) return { write: null, ahead };
  if (!ahead) return { write: taken, ahead };
  return { write: await rowOf(keys, join(opened.value, theirs.rec, bodies), random), ahead };
}
