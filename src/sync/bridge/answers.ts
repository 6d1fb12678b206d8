/** What the extension says under seal: an answer to a numbered request, or that something has changed. */
import type { Bytes } from '../../kernel/bytes.ts';
import type { PullAnswer, PushAnswer, PulledRow } from '../peer.ts';
import {
  isObject,
  readCount,
  readFlag,
  readList,
  readNullable,
  readOneOf,
  readText,
  type Read,
} from '../../kernel/read.ts';
import { cut, packed, unpacked } from '../protocol/packing.ts';
import { hasBytes, longestBatch, packedWitness, readName, readWitness } from './requests.ts';

export type Answer =
  | { readonly kind: 'pulled'; readonly id: number; readonly answer: PullAnswer }
  | { readonly kind: 'pushed'; readonly id: number; readonly answer: PushAnswer }
  | {
      readonly kind: 'refused';
      readonly id: number;
      readonly reason: 'too-large' | 'unavailable';
    };

export type Notice = Answer | { readonly kind: 'changed' };

/** Bytes of rows in one page (sync design, §3.5); a single longer row still travels alone. */
const pageBytes = 1_000_000;

/** The first part of an answer that fits one message; its cursor stops at the last row it carries. */
export function pageOf(answer: PullAnswer): PullAnswer {
  if (answer.reset) return answer;
  let bytes = 0;
  let count = 0;
  for (const row of answer.rows) {
    bytes += row.ct.length;
    if (count >= longestBatch || (count > 0 && bytes > pageBytes)) break;
    count++;
  }
  const last = answer.rows[count - 1];
  if (count === answer.rows.length || !last) return answer;
  return { ...answer, rows: answer.rows.slice(0, count), more: true, seq: last.seq };
}

export function serialiseNotice(notice: Notice): Bytes {
  if (notice.kind === 'changed' || notice.kind === 'refused') return packed(notice);
  const { kind, id, answer } = notice;
  if (kind === 'pulled') {
    if (answer.reset) return packed({ kind, id, ...answer });
    const { rows, wit, ...rest } = answer;
    return packed(
      { kind, id, ...rest, wit: packedWitness(wit), rows: rows.map(rowHead) },
      rows.map((row) => row.ct),
    );
  }
  const { ok, conflicts, wit, ...rest } = answer;
  return packed(
    {
      kind,
      id,
      ...rest,
      ...(wit && { wit: packedWitness(wit) }),
      ok: ok.map((row) => [row.id, row.rev]),
      conflicts: conflicts.map((row) => [row.id, row.rev, row.ct.length]),
    },
    conflicts.map((row) => row.ct),
  );
}

const rowHead = (row: PulledRow): readonly [string, number, string, number] => [
  row.id,
  row.seq,
  row.rev,
  row.ct.length,
];

const readEpoch = readText(128);

export function parseNotice(bytes: Bytes): Notice | null {
  const parts = unpacked(bytes);
  if (!parts || !isObject(parts.head)) return null;
  const { head, rest } = parts;
  if (head['kind'] === 'changed') return rest.length === 0 ? { kind: 'changed' } : null;
  const id = readCount(head['id']);
  if (id === undefined) return null;
  switch (head['kind']) {
    case 'refused': {
      const reason = readOneOf('too-large', 'unavailable')(head['reason']);
      return reason === undefined || rest.length > 0 ? null : { kind: 'refused', id, reason };
    }
    case 'pulled': {
      const answer = parsePulled(head, rest);
      return answer && { kind: 'pulled', id, answer };
    }
    case 'pushed': {
      const answer = parsePushed(head, rest);
      return answer && { kind: 'pushed', id, answer };
    }
    default:
      return null;
  }
}

function parsePulled(head: Record<string, unknown>, rest: Bytes): PullAnswer | null {
  const epoch = readEpoch(head['epoch']);
  const reset = readFlag(head['reset']);
  if (epoch === undefined || reset === undefined) return null;
  if (reset) return rest.length === 0 ? { reset, epoch } : null;
  const heads = readList(readRow, longestBatch)(head['rows']);
  const more = readFlag(head['more']);
  const seq = readCount(head['seq']);
  const wit = readNullable(readWitness)(head['wit']);
  const blobs =
    heads &&
    cut(
      rest,
      heads.map(({ size }) => size),
    );
  if (!blobs || more === undefined || seq === undefined || wit === undefined) return null;
  const rows = heads.map((row, at) => ({ id: row.id, seq: row.seq, rev: row.rev, ct: blobs[at] }));
  return { reset, epoch, rows: rows.filter(hasBytes), more, seq, wit };
}

function parsePushed(head: Record<string, unknown>, rest: Bytes): PushAnswer | null {
  const epoch = readEpoch(head['epoch']);
  const ok = readList(readAccepted, longestBatch)(head['ok']);
  const heads = readList(readConflict, longestBatch)(head['conflicts']);
  const blobs =
    heads &&
    cut(
      rest,
      heads.map(({ size }) => size),
    );
  const from = head['from'] === undefined ? null : readCount(head['from']);
  const wit = head['wit'] === undefined ? null : readWitness(head['wit']);
  if (epoch === undefined || !ok || !blobs || from === undefined || wit === undefined) return null;
  const conflicts = heads.map((row, at) => ({ id: row.id, rev: row.rev, ct: blobs[at] }));
  return {
    epoch,
    ok,
    conflicts: conflicts.filter(hasBytes),
    ...(from !== null && { from }),
    ...(wit !== null && { wit }),
  };
}

const readRow: Read<{ id: string; seq: number; rev: string; size: number }> = (value) => {
  if (!Array.isArray(value) || value.length !== 4) return undefined;
  const conflict = readConflict([value[0], value[2], value[3]]);
  const seq = readCount(value[1]);
  return conflict && seq !== undefined ? { ...conflict, seq } : undefined;
};

const readConflict: Read<{ id: string; rev: string; size: number }> = (value) => {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const accepted = readAccepted([value[0], value[1]]);
  const size = readCount(value[2]);
  return accepted && size !== undefined ? { ...accepted, size } : undefined;
};

const readAccepted: Read<{ id: string; rev: string }> = (value) => {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const id = readName(value[0]);
  const rev = readName(value[1]);
  return id === undefined || rev === undefined ? undefined : { id, rev };
};
