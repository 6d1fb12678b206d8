/** Takes in rows by compare-and-set (sync design, §3.6): all that fit stand afterwards, or none. */
import { pageBytes } from '../../src/sync/protocol/limits.ts';
import { ask, listOf, places, type Script } from './script.ts';
import { lockVault, type VaultRow } from './vaults.ts';

export interface Item {
  readonly id: Uint8Array;
  readonly base: Uint8Array | null;
  readonly rev: Uint8Array;
  readonly ct: Uint8Array;
}

export interface Quota {
  readonly rows: number;
  readonly bytes: number;
}

interface Held {
  readonly id: Uint8Array;
  readonly rev: Uint8Array;
  readonly size: number;
}

export interface Conflict {
  readonly id: Uint8Array;
  readonly ct: Uint8Array;
}

export type Pushed =
  | { readonly type: 'Gone' }
  | { readonly type: 'Full' }
  | {
      readonly type: 'Taken';
      readonly epoch: string;
      readonly from: number;
      readonly seq: number;
      readonly token: string;
      readonly ok: readonly Uint8Array[];
      readonly conflicts: readonly Conflict[];
    };

/** Commits whose tokens are remembered; an older witness only costs a device one full exchange. */
const remembered = 1_000;
/** Chosen: old tokens are looked for once in so many counters. */
const pruned = 64;

const isSame = (a: Uint8Array | null | undefined, b: Uint8Array | null): boolean =>
  Buffer.compare(a ?? Buffer.alloc(0), b ?? Buffer.alloc(0)) === 0;

const nameOf = (id: Uint8Array): string => Buffer.from(id).toString('latin1');

export function* pushRows(
  vault: Uint8Array,
  items: readonly Item[],
  quota: Quota,
  draw: () => string,
): Script<Pushed> {
  const head = yield* lockVault(vault);
  if (!head || head.deleted !== null) return { type: 'Gone' };
  const held = yield* readHeld(vault, items);
  const { ok, fresh, standing } = sort(items, held);
  const after = weigh(head, fresh, held);
  const grows = after.held_bytes > head.held_bytes || after.held_rows > head.held_rows;
  // What makes room is taken even from someone who is over a quota that was lowered.
  if (grows && (after.held_rows > quota.rows || after.held_bytes > quota.bytes))
    return { type: 'Full' };
  const conflicts = yield* readConflicts(vault, standing);
  const { epoch, seq: from } = head;
  if (fresh.length === 0)
    return { type: 'Taken', epoch, from, seq: from, token: head.token, ok, conflicts };
  const [seq, token] = [from + fresh.length, draw()];
  yield* ask(
    `insert into record (vault, id, seq, ct) values ${places(fresh.length, 4, 0)}
     on conflict (vault, id) do update set seq = excluded.seq, ct = excluded.ct`,
    fresh.flatMap(({ id, ct }, at) => [vault, id, from + at + 1, ct]),
  );
  yield* ask(
    'update vault set seq = $2, token = $3, held_rows = $4, held_bytes = $5 where id = $1',
    [vault, seq, token, after.held_rows, after.held_bytes],
  );
  yield* ask('insert into cmt (vault, seq, token) values ($1, $2, $3)', [vault, seq, token]);
  if (Math.floor(seq / pruned) > Math.floor(from / pruned)) yield* forgetOldCommits(vault);
  return { type: 'Taken', epoch, from, seq, token, ok, conflicts };
}

/** The revision is read off the bytes: kept beside them, it would vouch for what a disk has damaged. */
function* readHeld(vault: Uint8Array, items: readonly Item[]): Script<ReadonlyMap<string, Held>> {
  if (items.length === 0) return new Map();
  const rows = yield* ask<Held>(
    `select id, substr(ct, octet_length(ct) - 15) as rev, octet_length(ct) as size from record
     where vault = $1 and id in ${listOf(items.length, 1)}`,
    [vault, ...items.map(({ id }) => id)],
  );
  return new Map(rows.map((row) => [nameOf(row.id), row]));
}

interface Sorted {
  /** Stored after this push; some may have been before, when an answer was lost. */
  readonly ok: readonly Uint8Array[];
  readonly fresh: readonly Item[];
  /** Rows of ours that were not made from what is stored. */
  readonly standing: readonly Held[];
}

function sort(items: readonly Item[], held: ReadonlyMap<string, Held>): Sorted {
  const ok: Uint8Array[] = [];
  const fresh: Item[] = [];
  const standing: Held[] = [];
  for (const item of items) {
    const stored = held.get(nameOf(item.id));
    const isStored = stored !== undefined && isSame(stored.rev, item.rev);
    if (stored && !isStored && !isSame(stored.rev, item.base)) {
      standing.push(stored);
      continue;
    }
    ok.push(item.id);
    if (!isStored) fresh.push(item);
  }
  return { ok, fresh, standing };
}

function weigh(
  head: VaultRow,
  fresh: readonly Item[],
  held: ReadonlyMap<string, Held>,
): Pick<VaultRow, 'held_rows' | 'held_bytes'> {
  let { held_rows, held_bytes } = head;
  for (const { id, ct } of fresh) {
    const stored = held.get(nameOf(id));
    held_bytes += ct.length - (stored?.size ?? 0);
    if (!stored) held_rows++;
  }
  return { held_rows, held_bytes };
}

/** As many as fit into one page: the others are asked for again when these have been joined. */
function* readConflicts(vault: Uint8Array, standing: readonly Held[]): Script<readonly Conflict[]> {
  let bytes = 0;
  const shown = standing.filter(({ size }, at) => {
    bytes += size;
    return at === 0 || bytes <= pageBytes;
  });
  if (shown.length === 0) return [];
  return yield* ask<Conflict>(
    `select id, ct from record where vault = $1 and id in ${listOf(shown.length, 1)}`,
    [vault, ...shown.map(({ id }) => id)],
  );
}

function* forgetOldCommits(vault: Uint8Array): Script<void> {
  yield* ask(
    `delete from cmt where vault = $1 and seq <= (
       select seq from cmt where vault = $1 order by seq desc limit 1 offset $2)`,
    [vault, remembered],
  );
}
