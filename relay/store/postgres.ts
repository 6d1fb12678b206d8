/** PostgreSQL, for any number of relays on one database. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

import { kindOf, type Log } from '../log.ts';
import { added, schema, type Dialect } from './schema.ts';
import type { Script } from './script.ts';
import type { HeadListener, Store } from './store.ts';

const dialect: Dialect = { bytes: 'bytea', count: 'bigint' };

const channel = 'comma_heads';
/** Chosen: a notification holds 8,000 bytes, a name with its counter 39 at most. */
const mostHeads = 150;
/** Milliseconds (chosen): a burst of pushes is one notification, which locks the whole cluster for a moment. */
const gathering = 15;
/** Milliseconds for one statement, or to get a connection (chosen): a device asks again later. */
const patience = 20_000;
/** Milliseconds before a listener that was cut off comes back (chosen). */
const return_ = 500;

// Counters come as text because they could pass 2^53; ours do not.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export async function openPostgres(url: string, connections: number, log: Log): Promise<Store> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: patience,
    statement_timeout: patience,
  });
  // One that breaks while idle is replaced by the next that is needed.
  pool.on('error', (failure) => {
    log({ event: 'trouble', where: 'database', error: kindOf(failure) });
  });
  const listeners = new Set<HeadListener>();
  const waiting = new Map<string, number>();
  let sending: NodeJS.Timeout | null = null;
  let listener: pg.Client | null = null;
  let isClosed = false;

  const makeTables = async (): Promise<void> => {
    const client = await pool.connect();
    try {
      // Two relays that start at once would make the same table at once.
      await client.query("begin; select pg_advisory_xact_lock(hashtext('comma_relay'))");
      await client.query(schema(dialect));
      for (const { table, column, type } of added)
        await client.query(
          `alter table ${table} add column if not exists ${column} ${dialect[type]}`,
        );
      // Ciphertext does not compress: trying costs time for nothing.
      await client.query('alter table record alter column ct set storage external');
      await client.query('commit');
    } finally {
      client.release();
    }
  };

  const hear = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: url });
    client.on('notification', ({ payload = '' }) => {
      for (const part of payload.split(' ')) {
        const [name = '', seq = ''] = part.split(':');
        const moved = { vault: Buffer.from(name, 'base64url'), seq: Number(seq) };
        for (const listen of listeners) listen(moved);
      }
    });
    client.on('error', (failure) => {
      log({ event: 'trouble', where: 'listener', error: kindOf(failure) });
    });
    await client.connect();
    client.once('end', () => {
      listener = null;
      if (!isClosed) void hearAgain();
    });
    await client.query(`listen ${channel}`);
    listener = client;
  };
  const hearAgain = async (): Promise<void> => {
    while (!isClosed) {
      await sleep(return_);
      try {
        await hear();
        for (const listen of listeners) listen(null);
        return;
      } catch (failure) {
        log({ event: 'trouble', where: 'listener', error: kindOf(failure) });
      }
    }
  };

  const send = (): void => {
    sending = null;
    const parts = [...waiting].map(([name, seq]) => `${name}:${seq}`);
    waiting.clear();
    for (let at = 0; at < parts.length; at += mostHeads)
      pool
        .query('select pg_notify($1, $2)', [channel, parts.slice(at, at + mostHeads).join(' ')])
        .catch((failure: unknown) => {
          log({ event: 'trouble', where: 'notification', error: kindOf(failure) });
        });
  };

  try {
    await makeTables();
    await hear();
  } catch (failure) {
    isClosed = true;
    await pool.end();
    throw failure;
  }
  return {
    kind: 'postgres',
    read: (script) => run(pool, script),
    async write(script) {
      const client = await pool.connect();
      let isBroken = false;
      try {
        await client.query('begin');
        const result = await run(client, script);
        await client.query('commit');
        return result;
      } catch (failure) {
        await client.query('rollback').catch(() => {
          isBroken = true;
        });
        throw failure;
      } finally {
        client.release(isBroken);
      }
    },
    announce(vault, seq) {
      waiting.set(Buffer.from(vault).toString('base64url'), seq);
      sending ??= setTimeout(send, gathering);
    },
    onHead(listen) {
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
    async close() {
      isClosed = true;
      if (sending) {
        clearTimeout(sending);
        send();
      }
      await listener?.end();
      await pool.end();
    },
  };
}

async function run<Result>(
  on: Pick<pg.ClientBase, 'query'>,
  script: Script<Result>,
): Promise<Result> {
  for (let step = script.next(); ;) {
    if (step.done) return step.value;
    const { sql, values } = step.value;
    const { rows } = await on.query<Record<string, unknown>>(sql, [...values]);
    step = script.next(rows);
  }
}
