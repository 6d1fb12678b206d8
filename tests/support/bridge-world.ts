/** A page and an extension with a bridge between them, and a host that keeps rows as they come. */
import { createBridgePeer, type BridgePeer } from '#core/sync/bridge/client.ts';
import { createListeners } from '#core/sync/listeners.ts';
import { createPairingDesk, type DeskOptions, type PairingDesk } from '#core/sync/pairing/desk.ts';
import { serveBridge } from '#core/sync/bridge/server.ts';
import type { BridgeKeys } from '#core/sync/bridge/session.ts';
import type { Connect } from '#core/sync/bridge/channel.ts';
import type { PulledRow, SyncPeer } from '#core/sync/peer.ts';
import { utf8, type Bytes } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { deriveKeys } from '#core/vault/keys.ts';

import { createChannelPair, type ChannelPair, type Fault } from './channel-pair.ts';
import { createManualTimers, type ManualTimers } from './manual-timers.ts';

export const theSeed: Bytes = utf8('sixteen bytes ok');
export const anotherSeed: Bytes = utf8('another 16 bytes');

export const bridgeKeys = (seed = theSeed): Promise<BridgeKeys> => deriveKeys(seed);

export interface FakeHost extends Pick<SyncPeer, 'pull' | 'push'> {
  readonly rows: PulledRow[];
  /** Every call that reached it. */
  readonly calls: ('pull' | 'push')[];
}

export function createFakeHost(): FakeHost {
  const rows: PulledRow[] = [];
  const calls: FakeHost['calls'] = [];
  const token = (): string => `after ${rows.length}`;
  return {
    rows,
    calls,
    pull({ seq }) {
      calls.push('pull');
      return Promise.resolve({
        reset: false,
        epoch: 'first',
        rows: rows.filter((row) => row.seq > seq),
        more: false,
        seq: rows.length,
        wit: { seq: rows.length, token: token() },
      });
    },
    push(items) {
      calls.push('push');
      const from = rows.length;
      for (const { id, ct } of items) {
        const known = rows.findIndex((row) => row.id === id);
        if (known === -1) rows.push({ id, seq: rows.length + 1, rev: `rev-${id}`, ct });
      }
      const ok = items.map(({ id }) => ({ id, rev: `rev-${id}` }));
      const wit = { seq: rows.length, token: token() };
      return Promise.resolve({ epoch: 'first', ok, conflicts: [], from, wit });
    },
  };
}

export interface BridgeWorld {
  readonly host: FakeHost;
  readonly desk: PairingDesk;
  readonly timers: ManualTimers;
  readonly connect: Connect;
  readonly pairs: ChannelPair[];
  /** What the extension reported as gone wrong on its own side. */
  readonly reported: unknown[];
  readonly change: () => void;
  /** How many sessions of the extension listen for changes. */
  readonly listening: () => number;
  readonly createPeer: (keys?: BridgeKeys) => BridgePeer;
}

export interface WorldOptions {
  /** What happens on the line of the nth conversation. */
  readonly faultOf?: (conversation: number, pair: () => ChannelPair) => Fault | undefined;
  readonly keys?: () => Promise<BridgeKeys | null>;
  readonly desk?: Partial<DeskOptions>;
  readonly host?: FakeHost;
}

export async function setupBridge(options: WorldOptions = {}): Promise<BridgeWorld> {
  const ownKeys = await bridgeKeys();
  const host = options.host ?? createFakeHost();
  const timers = createManualTimers();
  const pairs: ChannelPair[] = [];
  const reported: unknown[] = [];
  const changes = createListeners();
  let listening = 0;
  let attempts: readonly number[] = [];
  const desk = createPairingDesk({
    seed: () => Promise.resolve(theSeed),
    now: timers.now,
    schedule: timers.schedule,
    random: systemRandom,
    attempts: {
      load: () => Promise.resolve(attempts),
      save(times) {
        attempts = times;
        return Promise.resolve();
      },
    },
    ...options.desk,
  });
  const connect = () => {
    const pair: ChannelPair = createChannelPair(options.faultOf?.(pairs.length, () => pair));
    pairs.push(pair);
    serveBridge(pair.host, {
      keys: options.keys ?? (() => Promise.resolve(ownKeys)),
      host,
      onChanged(listener) {
        listening++;
        const stop = changes.add(listener);
        return () => {
          listening--;
          stop();
        };
      },
      pairing: desk,
      random: systemRandom,
      report: (error) => reported.push(error),
    });
    return pair.page;
  };
  return {
    host,
    desk,
    timers,
    connect,
    pairs,
    reported,
    change: changes.call,
    listening: () => listening,
    createPeer: (keys = ownKeys) =>
      createBridgePeer(connect, keys, { random: systemRandom, schedule: timers.schedule }),
  };
}

export const row = (n: number, length = 32): { id: string; base: null; ct: Bytes } => ({
  id: `row-${n}`,
  base: null,
  ct: new Uint8Array(length).fill(n % 256),
});
