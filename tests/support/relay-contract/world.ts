/** A relay under test, one store for all the tests of a list, and a vault nobody used for each. */
import { beforeAll, onTestFinished } from 'vitest';

import type { PulledRow, PushItem } from '#core/sync/peer.ts';
import { revOf } from '#core/kernel/revision.ts';
import type { RelayAccess } from '#core/sync/relay/ask.ts';
import type { RelayPeer } from '#core/sync/relay/peer.ts';

import type { Environment } from '../../../relay/environment.ts';
import type { Store } from '../../../relay/store/store.ts';
import { item } from '../raw-relay.ts';
import { peerOf, startRelay, strangerAt } from '../relay-world.ts';

export interface Vault {
  readonly store: Store;
  readonly origin: string;
  readonly access: RelayAccess;
  readonly peer: RelayPeer;
  /** Sends the pushes that are due. */
  readonly sendDue: () => Promise<void>;
}

export interface World {
  /** A relay of these settings and a new vault at it. */
  readonly setup: (environment?: Environment) => Promise<Vault>;
  /** Moves the relays' clock on by so many milliseconds. */
  readonly wait: (ms: number) => void;
}

export function createWorld(openStore: () => Promise<Store>): World {
  let store: Store;
  let now = 0;
  beforeAll(async () => {
    store = await openStore();
    return () => store.close();
  });
  return {
    async setup(environment = {}) {
      const relay = await startRelay({ store, environment, wall: () => now });
      onTestFinished(() => relay.close());
      const { origin, sendDue } = relay;
      const access = strangerAt(origin);
      return { store, origin, access, peer: peerOf(access), sendDue };
    },
    wait(ms) {
      now += ms;
    },
  };
}

export async function pullAll(peer: RelayPeer, since = 0): Promise<PulledRow[]> {
  const rows: PulledRow[] = [];
  for (let at = since; ;) {
    const page = await peer.pull({ seq: at, wit: null });
    if (page.reset) throw new Error('a reset without a witness');
    rows.push(...page.rows);
    at = page.seq;
    if (!page.more) return rows;
  }
}

export const idsOf = (rows: readonly { readonly id: string }[]): string[] =>
  rows.map(({ id }) => id);
export const edited = ({ id, ct }: PushItem, size?: number): PushItem => item(size, revOf(ct), id);
