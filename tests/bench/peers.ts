/**
 * `npm run bench:peers`: 10,000 entries at Comma's relay and at what a self-hoster would pick instead, each server in a
 * process of its own, one after the other. The last table is in relay/README.md. Brings the peers on first use;
 * `npm run bench:peers -- comma tinybase` asks only these.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { root } from '../../scripts/place.ts';
import { run } from '../../scripts/run.ts';
import { startRelayProcess, type RelayProcess } from '../support/relay-process.ts';
import { markdown } from './measure.ts';

const entries = 10_000;
/** Whose devices take longer has no figures (chosen). */
const patience = 90_000;
const peers = {
  comma: 'Comma, SQLite',
  actual: 'Actual sync server, encrypted',
  pouchdb: 'PouchDB, express-pouchdb',
  hocuspocus: 'hocuspocus, SQLite',
  tinybase: 'TinyBase, a file',
} as const;
type Peer = keyof typeof peers;

const folderOf = join(root, 'tests/bench/peers');

async function bring(): Promise<void> {
  if (existsSync(join(folderOf, 'node_modules'))) return;
  // One of them is compiled against Node's own headers, which come with it.
  const headers = join(
    root,
    `node_modules/node/node_modules/node-${process.platform}-${process.arch}`,
  );
  const code = await run('npm', ['install', '--prefix', folderOf], { npm_config_nodedir: headers });
  if (code !== 0) throw new Error('The peers could not be installed.');
}

interface Server {
  readonly port: number;
  readonly pid: number | undefined;
  stop(): Promise<unknown>;
}

function lines(child: ChildProcess, hear: (said: Record<string, unknown>) => void): void {
  if (!child.stdout) throw new Error('It has no output.');
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('{')) hear(JSON.parse(line) as Record<string, unknown>);
  });
}

async function serve(peer: Peer, folder: string): Promise<Server> {
  if (peer === 'comma') {
    const start = (): Promise<RelayProcess> =>
      startRelayProcess({ RELAY_DATA: folder, RELAY_LOG: 'trouble' });
    // The first start on a computer strips the sources of their types, which later ones find done.
    await (await start()).end('SIGTERM');
    const relay = await start();
    return {
      port: Number(new URL(relay.origin).port),
      pid: relay.pid,
      stop: () => relay.end('SIGTERM'),
    };
  }
  const child = spawn(process.execPath, [join(folderOf, `${peer}.mjs`), 'serve', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const port = await new Promise<number>((resolve, reject) => {
    lines(child, (said) => {
      resolve(Number(said['port']));
    });
    void ended.then(() => {
      reject(new Error(`The server of ${peer} did not start.`));
    });
  });
  return {
    port,
    pid: child.pid,
    stop() {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** What goes over the wire, counted on the way. */
async function countBytes(
  to: number,
): Promise<{ port: number; bytes: () => number; close(): void }> {
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (piece) => (bytes += piece.length));
      from.on('error', () => undefined);
      from.pipe(into);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    bytes: () => bytes,
    close: () => server.close(),
  };
}

interface Taken {
  readonly ms: number;
  readonly bytes: number;
}

async function use(peer: Peer, folder: string, port: number): Promise<Record<string, Taken>> {
  const wire = await countBytes(port);
  const file =
    peer === 'comma' ? join(import.meta.dirname, 'comma-peer.ts') : join(folderOf, `${peer}.mjs`);
  const child = spawn(process.execPath, [file, 'use', String(wire.port), String(entries)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CLIENT_FOLDER: folder },
    timeout: patience,
  });
  const taken: Record<string, Taken> = {};
  let before = 0;
  lines(child, ({ begins, phase, ms }) => {
    if (begins !== undefined) before = wire.bytes();
    else taken[String(phase)] = { ms: Number(ms), bytes: wire.bytes() - before };
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  wire.close();
  if (code !== 0) process.stderr.write(`The devices of ${peer} did not come to their end.\n`);
  return taken;
}

/** Megabytes (of a million bytes): now, and the most it ever took. */
async function memory(pid: number | undefined): Promise<string> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8').catch(() => '');
  const [now, most] = ['VmRSS', 'VmHWM'].map(
    (name) => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? NaN) * 1.024) / 1_000,
  );
  return `${now?.toFixed(0) ?? ''}, ${most?.toFixed(0) ?? ''}`;
}

async function measure(peer: Peer): Promise<(string | number)[]> {
  const [kept, used] = [
    await mkdtemp(join(tmpdir(), 'comma-peer-')),
    await mkdtemp(join(tmpdir(), 'comma-peer-')),
  ];
  const server = await serve(peer, kept);
  try {
    const { push, pull, edit, nothing } = await use(peer, used, server.port);
    const each = (phase: Taken | undefined): string => ((phase?.bytes ?? NaN) / entries).toFixed(0);
    return [
      peers[peer],
      ((push?.ms ?? NaN) / 1_000).toFixed(2),
      ((pull?.ms ?? NaN) / 1_000).toFixed(2),
      edit?.ms.toFixed(0) ?? '',
      each(push),
      each(pull),
      nothing?.bytes ?? '',
      await memory(server.pid),
    ];
  } finally {
    await server.stop();
    for (const folder of [kept, used]) await rm(folder, { recursive: true, force: true });
  }
}

await bring();
const asked = process.argv.slice(2) as Peer[];
const rows: (string | number)[][] = [];
for (const peer of asked.length > 0 ? asked : (Object.keys(peers) as Peer[]))
  rows.push(await measure(peer));
const head = [
  `${entries} entries`,
  'push, s',
  'fresh pull, s',
  'one edit, ms',
  'up, bytes an entry',
  'down, bytes an entry',
  'a round without news, bytes',
  'server, MB after, at most',
];
console.log(markdown(head, rows));
