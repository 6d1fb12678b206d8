/** What a vault holds after some counter, in pages (sync design, §3.6). */
import type { Bytes } from '../../kernel/bytes.ts';
import { revOf } from '../../kernel/revision.ts';
import { mostRows } from './limits.ts';
import { mark, rowName, witness } from './names.ts';
import { namesOnce, parseRows, rowSize, serialiseRows } from './rows.ts';
import { constant, count, countFrom, either, list, nullable, object, tuple } from './shape.ts';

export interface Witnessed {
  readonly seq: number;
  readonly token: string;
}

export interface PullQuestion {
  readonly since: number;
  readonly wit: Witnessed | null;
  readonly limit: number;
}

export interface PageRow {
  readonly id: string;
  readonly seq: number;
  /** Never on the wire: whoever holds the bytes knows it. */
  readonly rev: string;
  readonly ct: Bytes;
}

/** There is more while the last row's counter is below the witness's; a label could only lie about it. */
export type Page =
  | { readonly reset: true; readonly epoch: string }
  | {
      readonly reset: false;
      readonly epoch: string;
      readonly wit: Witnessed;
      readonly rows: readonly PageRow[];
    };

export const questionShape = object({
  since: count,
  wit: nullable(witness),
  limit: countFrom(1, mostRows),
});

const resetHead = object({ reset: constant(true), epoch: mark });
const pageHead = object({
  reset: constant(false),
  epoch: mark,
  wit: witness,
  rows: list(tuple(rowName, count, rowSize), mostRows),
});
export const pageShape = either(resetHead, pageHead);

export function serialiseQuestion({ since, wit, limit }: PullQuestion): string {
  return JSON.stringify({ since, wit: wit && [wit.seq, wit.token], limit });
}

export function readQuestion(value: unknown): PullQuestion | undefined {
  const question = questionShape.read(value);
  if (!question) return undefined;
  const { since, wit, limit } = question;
  return { since, wit: wit && { seq: wit[0], token: wit[1] }, limit };
}

export function serialisePage(page: Page): Bytes {
  if (page.reset) return serialiseRows({ reset: true, epoch: page.epoch });
  const { epoch, wit, rows } = page;
  return serialiseRows(
    {
      reset: false,
      epoch,
      wit: [wit.seq, wit.token],
      rows: rows.map(({ id, seq, ct }) => [id, seq, ct.length]),
    },
    rows.map(({ ct }) => ct),
  );
}

/** Null for anything but an answer to this question: rows rise from `since` to the witness, each name once. */
export function parsePage(bytes: Bytes, { since, limit }: PullQuestion): Page | null {
  const parsed = parseRows(bytes, pageShape, (head) =>
    head.reset ? [] : head.rows.map(([, , size]) => size),
  );
  if (!parsed) return null;
  const { head, blobs } = parsed;
  if (head.reset) return head;
  const { reset, epoch } = head;
  const wit = { seq: head.wit[0], token: head.wit[1] };
  const rows = blobs.flatMap((ct, at): PageRow[] => {
    const named = head.rows[at];
    return named ? [{ id: named[0], seq: named[1], rev: revOf(ct), ct }] : [];
  });
  const rises = rows.every(({ seq }, at) => seq > (rows[at - 1]?.seq ?? since));
  const isWithin = (rows.at(-1)?.seq ?? since) <= wit.seq && rows.length <= limit;
  // A page without rows is the last one: there is nothing between `since` and the witness.
  const leads = rows.length > 0 || since === wit.seq;
  return rises && isWithin && leads && namesOnce(rows.map(({ id }) => id))
    ? { reset, epoch, wit, rows }
    : null;
}
