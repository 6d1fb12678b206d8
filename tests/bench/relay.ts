/**
 * `npm run bench:relay`: what a relay does in a second and what a row costs it, on SQLite and on PostgreSQL,
 * each a process of its own behind its socket; `-- sqlite` or `-- postgres` for one of them. The last figures are
 * in relay/README.md.
 */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { systemRandom } from '#core/kernel/random.ts';
import { toBase64Url } from '#core/kernel/bytes.ts';
import type { PushItem } from '#core/sync/peer.ts';
import type { RelayPeer } from '#core/sync/relay/peer.ts';

import { startCluster } from '../support/postgres-cluster.ts';
import { startRelayProcess, type RelayProcess } from '../support/relay-process.ts';
import { peerOf, strangerAt } from '../support/relay-world.ts';

const entries = 10_000;
/** Bytes of a sealed entry of 800 letters (sync design, §2.2). */
const entryBytes = 652;
const busyVaults = 32;
const busyMs = 4_000;
const vaultCounts = [10, 100, 1_000, 10_000];
/** One-row pushes and looks among so many vaults (chosen). */
const samples = 60;

const item = (): PushItem => ({
  id: toBase64Url(systemRandom(16)),
  base: null,
  ct: systemRandom(entryBytes),
});

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

async function pullAll(peer: RelayPeer): Promise<void> {
  for (let at = 0, more = true; more;) {
    const page = await peer.pull({ seq: at, wit: null });
    if (page.reset) throw new Error('a reset without a witness');
    ({ seq: at, more } = page);
  }
}

/** One-row pushes a second, by many vaults at once; and the time that 99 of 100 take at most. */
async function busy({ origin }: RelayProcess): Promise<{ perSecond: number; p99: number }> {
  const times: number[] = [];
  const until = performance.now() + busyMs;
  await Promise.all(
    Array.from({ length: busyVaults }, async () => {
      const peer = peerOf(strangerAt(origin));
      while (performance.now() < until) times.push(await timed(() => peer.push([item()])));
    }),
  );
  times.sort((a, b) => a - b);
  return {
    perSecond: (times.length / busyMs) * 1_000,
    p99: times[Math.floor(times.length * 0.99)] ?? NaN,
  };
}

async function memory({ pid }: RelayProcess): Promise<string> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const megabytes = (name: string): string => {
    const [, kilobytes] = new RegExp(`${name}:\\s+(\\d+)`).exec(status) ?? [];
    return ((Number(kilobytes ?? NaN) * 1_024) / 1e6).toFixed(0);
  };
  return `${megabytes('VmRSS')} MB resident, ${megabytes('VmHWM')} at most`;
}

async function measure(
  name: string,
  relay: RelayProcess,
  bytesOnDisk: () => Promise<number>,
): Promise<void> {
  const peer = peerOf(strangerAt(relay.origin));
  const all = Array.from({ length: entries }, item);
  const before = await bytesOnDisk();
  const push = await timed(async () => {
    for (let at = 0; at < entries; at += 1_000) await peer.push(all.slice(at, at + 1_000));
  });
  const perRow = ((await bytesOnDisk()) - before) / entries;
  const pull = await timed(() => pullAll(peer));
  const quiet: number[] = [];
  for (let round = 0; round < 200; round++)
    quiet.push(await timed(() => peer.pull({ seq: entries, wit: null })));
  quiet.sort((a, b) => a - b);
  const { perSecond, p99 } = await busy(relay);
  console.log(
    [
      name.padEnd(11),
      `push of ${entries} ${push.toFixed(0)} ms`,
      `pull ${pull.toFixed(0)} ms`,
      `nothing new ${(quiet[100] ?? NaN).toFixed(2)} ms`,
      `${perSecond.toFixed(0)} pushes/s of ${busyVaults} vaults (p99 ${p99.toFixed(0)} ms)`,
      `${perRow.toFixed(0)} bytes a row on disk`,
      await memory(relay),
    ].join(' · '),
  );
}

/** What one vault costs beside so many others, each of a row: a push, a look, and its bytes on the disk. */
async function measureVaults(
  name: string,
  relay: RelayProcess,
  bytesOnDisk: () => Promise<number>,
): Promise<void> {
  const empty = await bytesOnDisk();
  const peers: RelayPeer[] = [];
  for (const many of vaultCounts) {
    // Several at a time, as they would come.
    const claims = Array.from({ length: 16 }, async () => {
      while (peers.length < many) {
        const peer = peerOf(strangerAt(relay.origin));
        peers.push(peer);
        await peer.push([item()]);
      }
    });
    await Promise.all(claims);
    const bytes = ((await bytesOnDisk()) - empty) / many;
    const taken = { push: [] as number[], look: [] as number[] };
    for (let turn = 0; turn < samples; turn++) {
      const peer = peers[(turn * 7919) % peers.length];
      if (!peer) throw new Error('There is no vault.');
      taken.push.push(await timed(() => peer.push([item()])));
      taken.look.push(await timed(() => peer.pull({ seq: 1_000_000, wit: null })));
    }
    const median = (times: number[]): string =>
      (times.toSorted((a, b) => a - b)[samples >> 1] ?? NaN).toFixed(2);
    console.log(
      [
        `${name}, ${many} vaults`.padEnd(24),
        `push ${median(taken.push)} ms`,
        `look ${median(taken.look)} ms`,
        `${bytes.toFixed(0)} bytes a vault on disk`,
        await memory(relay),
      ].join(' · '),
    );
  }
}

async function folderBytes(folder: string): Promise<number> {
  const files = await readdir(folder);
  const sizes = await Promise.all(files.map((file) => stat(join(folder, file))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

async function benchSqlite(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'comma-bench-'));
  const relay = await startRelayProcess({ RELAY_DATA: folder, RELAY_LOG: 'trouble' });
  console.log(`SQLite      · at start ${await memory(relay)}`);
  await measure('SQLite', relay, () => folderBytes(folder));
  await measureVaults('SQLite', relay, () => folderBytes(folder));
  await relay.end('SIGTERM');
  await rm(folder, { recursive: true });
}

async function benchPostgres(): Promise<void> {
  const cluster = await startCluster();
  const DATABASE_URL = await cluster.freshDatabase();
  const relay = await startRelayProcess({ DATABASE_URL, RELAY_LOG: 'trouble' });
  console.log(`PostgreSQL  · at start ${await memory(relay)}`);
  await measure('PostgreSQL', relay, () => cluster.bytesOf(DATABASE_URL));
  await measureVaults('PostgreSQL', relay, () => cluster.bytesOf(DATABASE_URL));
  await relay.end('SIGTERM');
  await cluster.stop();
}

const [only = ''] = process.argv.slice(2);
if (only !== 'postgres') await benchSqlite();
if (only !== 'sqlite') await benchPostgres();
