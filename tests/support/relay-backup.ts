/** What an operator does to a relay's database behind its back: copies it, puts it back, loses it. */
import { ask, places, type Script, type Value } from '../../relay/store/script.ts';
import type { Store } from '../../relay/store/store.ts';

const tables = {
  vault: ['id', 'auth', 'epoch', 'seq', 'token', 'held_rows', 'held_bytes', 'deleted'],
  record: ['vault', 'id', 'seq', 'ct'],
  cmt: ['vault', 'seq', 'token'],
} as const;

type Row = Readonly<Record<string, Value>>;
export type Backup = Readonly<Record<keyof typeof tables, readonly Row[]>>;

export const query = (
  store: Store,
  sql: string,
  values: readonly Value[] = [],
): Promise<readonly Row[]> => store.write(ask<Row>(sql, values));

/** Of one vault, or of all of them. */
type Which = Uint8Array | null;

function* ofVault(name: keyof typeof tables, vault: Which, verb: string): Script<readonly Row[]> {
  if (vault === null) return yield* ask<Row>(`${verb} from ${name}`, []);
  return yield* ask<Row>(`${verb} from ${name} where ${tables[name][0]} = $1`, [vault]);
}

/** A request that nobody waits for any more may still be at work; in SQLite a script is alone anyway. */
function* lockOut({ kind }: Store): Script<void> {
  if (kind === 'postgres') yield* ask('lock table vault in exclusive mode', []);
}

export const backUp = (store: Store, vault: Which = null): Promise<Backup> =>
  store.write(
    (function* (): Script<Backup> {
      yield* lockOut(store);
      const head = yield* ofVault('vault', vault, 'select *');
      const record = yield* ofVault('record', vault, 'select *');
      return { vault: head, record, cmt: yield* ofVault('cmt', vault, 'select *') };
    })(),
  );

export const wipe = (store: Store, vault: Which = null): Promise<void> =>
  restore(store, { vault: [], record: [], cmt: [] }, vault);

export const restore = (store: Store, backup: Backup, vault: Which = null): Promise<void> =>
  store.write(
    (function* (): Script<void> {
      yield* lockOut(store);
      for (const name of Object.keys(tables) as (keyof typeof tables)[]) {
        yield* ofVault(name, vault, 'delete');
        const columns = tables[name];
        for (let at = 0; at < backup[name].length; at += 100) {
          const rows = backup[name].slice(at, at + 100);
          yield* ask(
            `insert into ${name} (${columns.join(', ')}) values ${places(rows.length, columns.length, 0)}`,
            rows.flatMap((row) => columns.map((column) => row[column] ?? null)),
          );
        }
      }
    })(),
  );
