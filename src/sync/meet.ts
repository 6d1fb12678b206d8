/** One row of ours meets the peer's version of it: what to keep, and who lacks what. */
import { sameBytes, type Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Bodies } from '../vault/bodies.ts';
import type { OpenFailure } from '../vault/envelope.ts';
import type { VaultKeys } from '../vault/keys.ts';
import { meetRec } from '../vault/meet-record.ts';
import { open } from '../vault/open.ts';
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
 * What came from a peer, proven and readable, as it would lie here. The record itself is let go: thousands of them,
 * kept until they are stored, cost as much to keep as they did to open, and few meet a row that is here already.
 */
export async function openAsRow(
  keys: VaultKeys,
  wire: string,
  ct: Bytes,
): Promise<Result<SealedRow, OpenFailure>> {
  const opened = await open(keys, wire, ct);
  return opened.ok ? ok(rowAround(opened.value, wire, ct)) : opened;
}

/** Null when our own row is of a newer kind than this app: it can be neither joined nor replaced. */
export async function meet(
  mine: Row | null,
  theirs: SealedRow,
  { keys, bodies, random }: MergeTools,
): Promise<Meeting | null> {
  if (!mine) return { write: theirs, ahead: false };
  // As when all that was believed of a peer is void: whole journals meet, and most rows are the very same.
  if (sameBytes(mine.ct, theirs.ct)) return { write: null, ahead: false };
  const opened = await open(keys, theirs.wire, theirs.ct);
  if (!opened.ok) throw new Error('A row that was opened does not open again.');
  const met = await meetRec(mine, opened.value, keys, bodies);
  if (!met) return null;
  const { becomes, ahead } = met;
  if (!becomes) return { write: null, ahead };
  // Their own seal holds it already.
  if (becomes === opened.value) return { write: theirs, ahead };
  return { write: await rowOf(keys, becomes, random), ahead };
}
