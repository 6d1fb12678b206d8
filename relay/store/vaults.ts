/** Vaults as such: made, looked at, deleted. */
import { ask, type Script } from './script.ts';

export interface VaultRow {
  readonly auth: Uint8Array;
  readonly epoch: string;
  readonly seq: number;
  readonly token: string;
  readonly held_rows: number;
  readonly held_bytes: number;
  /** Epoch milliseconds. */
  readonly deleted: number | null;
}

const columns = 'auth, epoch, seq, token, held_rows, held_bytes, deleted';

export function* readVault(vault: Uint8Array): Script<VaultRow | null> {
  const [row] = yield* ask<VaultRow>(`select ${columns} from vault where id = $1`, [vault]);
  return row ?? null;
}

/** Whoever comes next waits here, so the order of counters is the order of commits. */
export function* lockVault(vault: Uint8Array): Script<VaultRow | null> {
  const sql = `select ${columns} from vault where id = $1 for update`;
  const [row] = yield* ask<VaultRow>(sql, [vault]);
  return row ?? null;
}

/** The vault as it is then: when two devices claim at once, the first one's. */
export function* claimVault(
  vault: Uint8Array,
  auth: Uint8Array,
  draw: () => string,
): Script<VaultRow> {
  const token = draw();
  const made = yield* ask(
    `insert into vault (id, auth, epoch, seq, token, held_rows, held_bytes)
     values ($1, $2, $3, 0, $4, 0, 0) on conflict (id) do nothing returning seq`,
    [vault, auth, draw(), token],
  );
  if (made.length > 0)
    yield* ask('insert into cmt (vault, seq, token) values ($1, 0, $2)', [vault, token]);
  const row = yield* lockVault(vault);
  if (!row) throw new Error('a vault that was just made is not there');
  return row;
}

/** Its name stays, so that a device which has not heard of it does not bring everything back. */
export function* deleteVault(vault: Uint8Array, now: number): Script<void> {
  yield* lockVault(vault);
  yield* ask('delete from record where vault = $1', [vault]);
  for (const table of ['cmt', 'wake', 'device'])
    yield* ask(`delete from ${table} where vault = $1`, [vault]);
  yield* ask(
    `update vault set deleted = $2, seq = 0, held_rows = 0, held_bytes = 0, epoch = '', token = ''
     where id = $1`,
    [vault, now],
  );
}
