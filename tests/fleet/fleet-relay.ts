/** The relay of a fleet: a real one behind its socket, or one in memory, which is a hundred times as fast. */
import type { Bytes } from '#core/kernel/bytes.ts';
import type { SyncPeer } from '#core/sync/peer.ts';
import { RelayFailure } from '#core/sync/relay/failure.ts';

import { MemoryRelay } from '../support/memory-relay.ts';

export interface FleetRelay {
  peer(): SyncPeer;
  /** The same, when the vault has used up its quota: it takes next to nothing more. */
  fullPeer(): SyncPeer;
  /** Everything ever stored under a name: what a dishonest relay could bring up again. */
  past(id: string): readonly Bytes[];
  /** What it holds now. */
  held(id: string): Promise<Bytes | null>;
  /** Keeps a copy of everything, for `restore`; the answer is the counter in it. */
  backUp(): Promise<number>;
  restore(): Promise<void>;
  wipe(): Promise<void>;
}

/** Rows in one page (chosen so small that rows move while somebody is paging). */
export const pageRows = 2;

export function createMemoryFleetRelay(): FleetRelay {
  let tokens = 0;
  const relay = new MemoryRelay(() => `token${++tokens}`, pageRows);
  let backup = relay.backup();
  const done = Promise.resolve();
  return {
    peer: () => relay.peer(),
    fullPeer: () => ({
      ...relay.peer(),
      push: () => Promise.reject(new RelayFailure('Refused', { refusal: 'full' })),
    }),
    past: (id) => relay.history.get(id) ?? [],
    held: (id) => Promise.resolve(relay.rows.get(id)?.ct ?? null),
    backUp() {
      backup = relay.backup();
      return Promise.resolve(backup.seq);
    },
    restore() {
      relay.restore(backup);
      return done;
    },
    wipe() {
      relay.wipe();
      return done;
    },
  };
}
