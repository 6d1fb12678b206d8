/** One row of ours meets the peer's version of it: what to keep, and who lacks what. */
import { sameBytes, type Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Bodies } from '../vault/bodies.ts';
import { columnsIn, unseal, type OpenFailure } from '../vault/envelope.ts';
import type { VaultKeys } from '../vault/keys.ts';
import { meetRec } from '../vault/meet-record.ts';
import { open, unpack } from '../vault/open.ts';
import type { Row } from '../vault/row.ts';
import { rowAround, rowOf } from '../vault/seal-row.ts';

export interface MergeTools {
  readonly keys: VaultKeys;
  readonly bodies: Bodies;
  readonly random: Random;
}

/** A row that has no version here yet. */
export type SealedRow = Omit<Row, 'lv'>;

export interface Meeting {
  /** What our row becomes; null when it already has everything of theirs. */
  readonly write: SealedRow | null;
  /** We hold something that theirs lacks. */
  readonly ahead: boolean;
}

/**
 * What came from a peer, proven, as it would lie here. The record stays packed where its seal tells the columns, and is
 * let go where it does not: few of thousands meet a row that is here already, and most are read much later.
 */
export async function openAsRow(
  keys: VaultKeys,
  wire: string,
  ct: Bytes,
): Promise<Result<SealedRow, OpenFailure>> {
  const plain = await unseal(keys, wire, ct);
  if (!plain.ok) return plain;
  const columns = columnsIn(plain.value);
  if (columns) return ok({ ...columns, wire, ct });
  const unpacked = await unpack(plain.value);
  return unpacked.ok ? ok(rowAround(unpacked.value, wire, ct)) : unpacked;
}

/** Whose row is of a newer kind than this app: it can be neither joined nor replaced. */
export type Unreadable = 'ours' | 'theirs';

/** Theirs counts as unreadable, too, when its record is another than its seal told. */
export async function meet(
  mine: Row | null,
  theirs: SealedRow,
  { keys, bodies, random }: MergeTools,
): Promise<Meeting | Unreadable> {
  if (!mine) return { write: theirs, ahead: false };
  // As when all that was believed of a peer is void: whole journals meet, and most rows are the very same.
  if (sameBytes(mine.ct, theirs.ct)) return { write: null, ahead: false };
  const opened = await open(keys, theirs.wire, theirs.ct);
  if (!opened.ok || opened.value.id !== theirs.id) return 'theirs';
  const met = await meetRec(mine, opened.value, keys, bodies);
  if (!met) return 'ours';
  const { becomes, ahead } = met;
  if (!becomes) return { write: null, ahead };
  // Their own seal holds it already.
  if (becomes === opened.value) return { write: rowAround(becomes, theirs.wire, theirs.ct), ahead };
  return { write: await rowOf(keys, becomes, random), ahead };
}
