/**
 * The embedded store: one file, one process. A script runs in one turn, so nobody sees half of it, and with
 * `synchronous = FULL` a commit is on the disk when it returns.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

import { added, schema, type Dialect } from './schema.ts';
import type { Script, Statement } from './script.ts';
import type { HeadListener, Store } from './store.ts';

/** Statements kept ready (chosen): lists make one text for each length. */
const mostPrepared = 256;
/** Letters of a statement that is kept ready (chosen): one for a thousand rows takes a megabyte, and few are as long again. */
const longestPrepared = 2_000;

const dialect: Dialect = { bytes: 'blob', count: 'integer' };

export function openSqlite(folder: string): Store {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(folder, 'relay.sqlite'));
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000');
  // What was deleted shall not be read from the file any more.
  db.exec('pragma secure_delete = on');
  db.exec(schema(dialect));
  for (const { table, column, type } of added) {
    const known = db.prepare('select name from pragma_table_info(?)').all(table);
    if (!known.some(({ name }) => name === column))
      db.exec(`alter table ${table} add column ${column} ${dialect[type]}`);
  }

  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    // Here numbered values are spelled `?1`, and a transaction locks the whole file anyway.
    const made = db.prepare(sql.replaceAll(/\$(\d+)/g, '?$1').replace(/ for update$/, ''));
    if (sql.length > longestPrepared) return made;
    if (prepared.size >= mostPrepared) prepared.clear();
    prepared.set(sql, made);
    return made;
  };
  const run = <Result>(script: Script<Result>): Result => {
    for (let step = script.next(); ;) {
      if (step.done) return step.value;
      step = script.next(all(step.value));
    }
  };
  const all = ({ sql, values }: Statement): readonly unknown[] => prepare(sql).all(...values);

  const listeners = new Set<HeadListener>();
  return {
    kind: 'sqlite',
    read: (script) => attempt(() => run(script)),
    write: (script) =>
      attempt(() => {
        db.exec('begin immediate');
        try {
          const result = run(script);
          db.exec('commit');
          return result;
        } catch (failure) {
          if (db.isTransaction) db.exec('rollback');
          throw failure;
        }
      }),
    announce(vault, seq) {
      for (const listener of listeners) listener({ vault, seq });
    },
    onHead(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      attempt(() => {
        db.close();
      }),
  };
}

/** A failure of the disk is an answer, not a thrown surprise. */
const attempt = <Result>(act: () => Result): Promise<Result> =>
  new Promise((resolve) => {
    resolve(act());
  });
