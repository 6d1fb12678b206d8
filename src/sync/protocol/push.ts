/** Rows for a vault, each on the revision it was made from (sync design, §3.6). */
import type { Bytes } from '../../kernel/bytes.ts';
import { revOf } from '../../kernel/revision.ts';
import { mostRows } from './limits.ts';
import { mark, revision, rowName, witness } from './names.ts';
import type { Witnessed } from './pull.ts';
import { namesOnce, parseRows, rowSize, serialiseRows } from './rows.ts';
import { count, list, nullable, object, tuple } from './shape.ts';

export interface PushedRow {
  readonly id: string;
  readonly base: string | null;
  readonly ct: Bytes;
}

export interface StoredRow {
  readonly id: string;
  readonly rev: string;
  readonly ct: Bytes;
}

export interface Taken {
  readonly epoch: string;
  /** The vault's counter before this push. */
  readonly from: number;
  readonly wit: Witnessed;
  /** Names of rows that are stored now, with the bytes of the push. */
  readonly ok: readonly string[];
  /** What stands in the way of others; those in neither list did not fit into the answer. */
  readonly conflicts: readonly StoredRow[];
}

export const pushShape = object({
  items: list(tuple(rowName, nullable(revision), rowSize), mostRows),
});
export const takenShape = object({
  epoch: mark,
  from: count,
  wit: witness,
  ok: list(rowName, mostRows),
  conflicts: list(tuple(rowName, rowSize), mostRows),
});

export function serialisePush(rows: readonly PushedRow[]): Bytes {
  return serialiseRows(
    { items: rows.map(({ id, base, ct }) => [id, base, ct.length]) },
    rows.map(({ ct }) => ct),
  );
}

export function parsePush(bytes: Bytes): readonly PushedRow[] | null {
  const parsed = parseRows(bytes, pushShape, ({ items }) => items.map(([, , size]) => size));
  if (!parsed) return null;
  const { items } = parsed.head;
  const rows = parsed.blobs.flatMap((ct, at): PushedRow[] => {
    const item = items[at];
    return item ? [{ id: item[0], base: item[1], ct }] : [];
  });
  return namesOnce(rows.map(({ id }) => id)) ? rows : null;
}

export function serialiseTaken({ epoch, from, wit, ok, conflicts }: Taken): Bytes {
  return serialiseRows(
    {
      epoch,
      from,
      wit: [wit.seq, wit.token],
      ok,
      conflicts: conflicts.map(({ id, ct }) => [id, ct.length]),
    },
    conflicts.map(({ ct }) => ct),
  );
}

/** Null for anything but an answer about these rows, in which each has one outcome at most. */
export function parseTaken(bytes: Bytes, pushed: readonly PushedRow[]): Taken | null {
  const parsed = parseRows(bytes, takenShape, ({ conflicts }) => conflicts.map(([, size]) => size));
  if (!parsed) return null;
  const { epoch, from, wit, ok, conflicts } = parsed.head;
  const named = [...ok, ...conflicts.map(([id]) => id)];
  const asked = new Set(pushed.map(({ id }) => id));
  if (!namesOnce(named) || !named.every((id) => asked.has(id)) || from > wit[0]) return null;
  return {
    epoch,
    from,
    wit: { seq: wit[0], token: wit[1] },
    ok,
    conflicts: parsed.blobs.flatMap((ct, at): StoredRow[] => {
      const conflict = conflicts[at];
      return conflict ? [{ id: conflict[0], rev: revOf(ct), ct }] : [];
    }),
  };
}
