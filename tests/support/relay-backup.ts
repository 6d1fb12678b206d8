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

export const backUp = (store: Store): Promise<Backup> =>
  store.write(
    (function* (): Script<Backup> {
      const vault = yield* ask<Row>('select * from vault', []);
      const record = yield* ask<Row>('select * from record', []);
      return { vault, record, cmt: yield* ask<Row>('select * from cmt', []) };
    })(),
  );

export const wipe = (store: Store): Promise<void> =>
  restore(store, { vault: [], record: [], cmt: [] });

export const restore = (store: Store, backup: Backup): Promise<void> =>
  store.write(
    (function* (): Script<void> {
      for (const name of Object.keys(tables) as (keyof typeof tables)[]) {
        yield* ask(`delete from ${name}`, []);
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
