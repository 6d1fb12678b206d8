/** One page of what changed in a vault. */
import type { PullQuestion } from '../../src/sync/protocol/pull.ts';
import { pageBytes } from '../../src/sync/protocol/limits.ts';
import { ask, type Script } from './script.ts';

export interface PageLine {
  readonly epoch: string;
  readonly head: number;
  readonly token: string;
  /** The token of the commit that the question calls its witness, if that commit is known. */
  readonly witnessed: string | null;
  /** Null, as the rest, on the one line of a page without rows. */
  readonly id: Uint8Array | null;
  readonly seq: number | null;
  readonly ct: Uint8Array | null;
}

/**
 * In one statement: rows and head must be of one moment, or a device would take a counter for witnessed that
 * is not. The first row comes however long it is. No lines when there is no such vault.
 */
const sql = `
  select v.epoch, v.seq as head, v.token, r.id, r.seq, r.ct,
    (select c.token from cmt c where c.vault = $1 and c.seq = $2) as witnessed
  from vault v left join (
    select id, seq, ct from (
      select id, seq, ct, octet_length(ct) as size, sum(octet_length(ct)) over (order by seq) as upto
      from (
        select id, seq, ct from record where vault = $1 and seq > $3 order by seq limit $4
      ) newer
    ) measured
    where upto <= $5 or upto = size
  ) r on true
  where v.id = $1 and v.deleted is null
  order by r.seq`;

export const readPage = (
  vault: Uint8Array,
  { since, wit, limit }: PullQuestion,
): Script<readonly PageLine[]> =>
  ask<PageLine>(sql, [vault, wit?.seq ?? null, since, limit, pageBytes]);
