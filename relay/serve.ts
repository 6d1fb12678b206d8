/** A relay behind a socket, and its way to an orderly end. */
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AddressInfo } from 'node:net';

import { systemRandom } from '../src/kernel/random.ts';
import { createRelay, type Relay } from './app.ts';
import { mono, wall } from './clock.ts';
import type { Settings } from './environment.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

/** Milliseconds that requests under way get to end (chosen): the longest push on a slow line may not. */
const grace = 5_000;

/** Milliseconds between looks for lines that nobody uses any more (chosen). */
const look = 25;

export interface Served {
  readonly port: number;
  close(): Promise<void>;
}

interface RelayOnStore {
  readonly relay: Relay;
  readonly store: Store;
}

/** Only the store that is wanted is loaded: the other's libraries are 10 MB of memory. */
async function openStore(database: Settings['database'], log: Log): Promise<Store> {
  if (!('url' in database)) return (await import('./store/sqlite.ts')).openSqlite(database.folder);
  const { openPostgres } = await import('./store/postgres.ts');
  return openPostgres(database.url, database.connections, log);
}

/** The relay as these settings want it, not listening yet. */
export async function openRelay(settings: Settings, log: Log): Promise<RelayOnStore> {
  const { database } = settings;
  const store = await openStore(database, log);
  const relay = createRelay({ store, settings, random: systemRandom, wall, mono, log });
  return { relay, store };
}

/** Rejects with the system's error, `EADDRINUSE` among them; port 0 takes any free one. */
export async function listen(
  fetch: Hono['fetch'],
  host: string,
  port: number,
  close: () => Promise<void>,
): Promise<Served> {
  const server = createAdaptorServer({ fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port, // it listens on a port, not on a pipe
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      const late = setTimeout(() => {
        if ('closeAllConnections' in server) server.closeAllConnections();
      }, grace);
      // A line whose last answer is under way falls idle later, and would be kept open for its next question.
      const idle = setInterval(() => {
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }, look);
      await Promise.all([closed, close()]);
      clearTimeout(late);
      clearInterval(idle);
    },
  };
}

/** A relay alone. */
export async function serveRelay(settings: Settings, log: Log): Promise<Served> {
  const { relay, store } = await openRelay(settings, log);
  const served = await listen(relay.app.fetch, settings.host, settings.port, () =>
    relay.close(),
  ).catch(async (failure: unknown) => {
    await store.close();
    throw failure;
  });
  return {
    port: served.port,
    async close() {
      await served.close();
      await store.close();
    },
  };
}
