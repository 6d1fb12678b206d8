/** A fleet's relay that is a real one, behind its socket. */
import { randomBytes } from 'node:crypto';

import { fromBase64Url, toBase64Url, type Bytes } from '#core/kernel/bytes.ts';
import type { RelayAccess } from '#core/sync/relay/ask.ts';
import type { SyncPeer } from '#core/sync/peer.ts';

import type { Store } from '../../relay/store/store.ts';
import { pageRows, type FleetRelay } from '../fleet/fleet-relay.ts';
import { backUp, query, restore, wipe } from './relay-backup.ts';
import { peerOf, startRelay, type RelaySetup } from './relay-world.ts';

export interface FleetHarbour {
  /** A fleet's own vault, which nobody used before; any number of fleets may live here at once. */
  fleetRelay(): Promise<FleetRelay>;
  readonly store: Store;
  readonly origin: string;
  close(): Promise<void>;
}

/** Two relays on one store, of which the second takes no vault of more than a row. */
export async function openHarbour(
  store: Store,
  setup: Partial<RelaySetup> = {},
): Promise<FleetHarbour> {
  // For its limits time goes on, or thousands of lives would be one minute's requests.
  const mono = (): number => performance.now();
  const relay = await startRelay({ mono, ...setup, store });
  const environment = { RELAY_QUOTA_ROWS: '1' };
  const full = await startRelay({ mono, ...setup, store, environment });
  return {
    store,
    origin: relay.origin,
    fleetRelay: () => fleetRelay(store, relay.origin, full.origin),
    async close() {
      await relay.close();
      await full.close();
      await store.close();
    },
  };
}

async function fleetRelay(store: Store, origin: string, fullOrigin: string): Promise<FleetRelay> {
  // Not the chance of the simulation: the same life may be lived here twice.
  const [vault, token] = [Uint8Array.from(randomBytes(16)), Uint8Array.from(randomBytes(32))];
  const access: RelayAccess = { origin, vault: toBase64Url(vault), token: toBase64Url(token) };
  const past = new Map<string, Bytes[]>();
  let backup = await backUp(store, vault);
  const name = peerOf(access).name;
  const remembering = (peer: SyncPeer): SyncPeer => ({
    ...peer,
    name,
    async push(items) {
      const answer = await peer.push(items);
      const taken = new Set(answer.ok.map(({ id }) => id));
      for (const { id, ct } of items)
        if (taken.has(id)) past.set(id, [...(past.get(id) ?? []), ct]);
      return answer;
    },
  });
  return {
    peer: () => remembering(peerOf(access, { rows: pageRows })),
    fullPeer: () => remembering(peerOf({ ...access, origin: fullOrigin }, { rows: pageRows })),
    past: (id) => past.get(id) ?? [],
    async held(id) {
      const sql = 'select ct from record where vault = $1 and id = $2';
      const [row] = await query(store, sql, [vault, fromBase64Url(id)]);
      return row?.['ct'] instanceof Uint8Array ? Uint8Array.from(row['ct']) : null;
    },
    async backUp() {
      backup = await backUp(store, vault);
      const seq = backup.vault[0]?.['seq'];
      return typeof seq === 'number' ? seq : 0;
    },
    restore: () => restore(store, backup, vault),
    wipe: () => wipe(store, vault),
  };
}
