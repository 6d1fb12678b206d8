/** One row of ours meets the peer's version of it: what to keep, and who lacks what. */
import type { Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import type { Bodies } from '../vault/bodies.ts';
import type { VaultKeys } from '../vault/keys.ts';
import { meetRec } from '../vault/meet-record.ts';
import type { Rec } from '../vault/record.ts';
import type { Row } from '../vault/row.ts';
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
  { wire, ct, rec }: { readonly wire: string; readonly ct: Bytes; readonly rec: Rec },
  { keys, bodies, random }: MergeTools,
): Promise<Meeting | null> {
  const met = await meetRec(mine, rec, keys, bodies);
  if (!met) return null;
  const { becomes, ahead } = met;
  if (!becomes) return { write: null, ahead };
  // Their own seal holds it already.
  if (becomes === rec) return { write: rowAround(rec, wire, ct), ahead };
  return { write: await rowOf(keys, becomes, random), ahead };
}
