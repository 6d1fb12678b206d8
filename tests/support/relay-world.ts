/** A real relay behind a real socket, and those who speak with it. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom, type Random } from '#core/kernel/random.ts';
import { createRelayPeer, type RelayOptions, type RelayPeer } from '#core/sync/relay/peer.ts';
import type { RelayAccess } from '#core/sync/relay/ask.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { deriveKeys, relayTokenOf } from '#core/vault/keys.ts';

import { createRelay } from '../../relay/app.ts';
import { readEnvironment, type Environment, type Settings } from '../../relay/environment.ts';
import type { LogLine } from '../../relay/log.ts';
import { listen } from '../../relay/serve.ts';
import { openSqlite } from '../../relay/store/sqlite.ts';
import type { Store } from '../../relay/store/store.ts';

function settingsOf(environment: Environment = {}): Settings {
  const read = readEnvironment({ PORT: '0', RELAY_REQUESTS_PER_MINUTE: '100000', ...environment });
  if (!read.ok) throw new Error(read.error.join('\n'));
  return read.value;
}

export interface RunningRelay {
  readonly origin: string;
  readonly store: Store;
  readonly log: LogLine[];
  /** Sends the pushes that are due now. */
  readonly sendDue: () => Promise<void>;
  close(): Promise<void>;
}

export interface RelaySetup {
  readonly store: Store;
  readonly environment?: Environment;
  /** Epoch milliseconds. */
  readonly wall?: () => number;
  /** For rate limits. */
  readonly mono?: () => number;
  readonly random?: Random;
  /** One that is free, unless it takes the place of another. */
  readonly port?: number;
}

/** Not the chance of a simulation, which is the devices' alone. */
const relayRandom: Random = (length) => Uint8Array.from(randomBytes(length));

/** The store is the caller's: it stays open when the relay ends. */
export async function startRelay(setup: RelaySetup): Promise<RunningRelay> {
  const { store, environment, wall = () => 1_800_000_000_000, mono = () => 0 } = setup;
  const { random = relayRandom, port = 0 } = setup;
  const log: LogLine[] = [];
  const settings = settingsOf({ RELAY_CLAIMS_PER_HOUR: '100000', ...environment });
  const relay = createRelay({
    store,
    settings,
    random,
    wall,
    mono,
    log: (line) => log.push(line),
  });
  const served = await listen(relay.app.fetch, '127.0.0.1', port, () => relay.close());
  return {
    origin: `http://127.0.0.1:${served.port}`,
    store,
    log,
    sendDue: () => relay.sendDue(),
    close: () => served.close(),
  };
}

/** A file of its own, gone afterwards. */
export async function freshSqlite(place = tmpdir()): Promise<Store & { readonly folder: string }> {
  const folder = await mkdtemp(join(place, 'comma-relay-'));
  const store = openSqlite(folder);
  return {
    ...store,
    folder,
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

const memoryDisk = '/dev/shm';
/** The same where nobody pulls the plug, on a disk that is memory if there is one: nothing waits for it. */
export const sqliteInMemory = (): Promise<Store> =>
  freshSqlite(existsSync(memoryDisk) ? memoryDisk : tmpdir());

/** Anybody's vault, without a journal behind it. */
export const strangerAt = (origin: string): RelayAccess => ({
  origin,
  vault: toBase64Url(systemRandom(16)),
  token: toBase64Url(systemRandom(32)),
});

export async function accessOf(
  seed: Uint8Array<ArrayBuffer>,
  origin: string,
): Promise<RelayAccess> {
  const { vault } = await deriveKeys(seed);
  return { origin, vault, token: await relayTokenOf(seed, origin) };
}

export const peerOf = (access: RelayAccess, options: Partial<RelayOptions> = {}): RelayPeer =>
  createRelayPeer(access, {
    fetch: (address, request) => fetch(address, request),
    schedule: systemSchedule,
    random: systemRandom,
    ...options,
  });
