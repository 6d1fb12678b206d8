/** A fleet's relay that is a real one, behind its socket. */
import { fromBase64Url, type Bytes } from '#core/kernel/bytes.ts';
import type { SyncPeer } from '#core/sync/peer.ts';

import type { Store } from '../../relay/store/store.ts';
import { pageRows, type FleetRelay } from '../fleet/fleet-relay.ts';
import { backUp, query, restore, wipe } from './relay-backup.ts';
import { peerOf, strangerAt } from './relay-world.ts';

/** A vault that nobody used before; the fleet has the store for itself. */
export async function fleetOnRelay(origin: string, store: Store): Promise<FleetRelay> {
  await wipe(store);
  const access = strangerAt(origin);
  const past = new Map<string, Bytes[]>();
  let backup = await backUp(store);
  return {
    peer(): SyncPeer {
      const peer = peerOf(access, { rows: pageRows });
      return {
        ...peer,
        async push(items) {
          const answer = await peer.push(items);
          const taken = new Set(answer.ok.map(({ id }) => id));
          for (const { id, ct } of items)
            if (taken.has(id)) past.set(id, [...(past.get(id) ?? []), ct]);
          return answer;
        },
      };
    },
    past: (id) => past.get(id) ?? [],
    async held(id) {
      const sql = 'select ct from record where vault = $1 and id = $2';
      const [row] = await query(store, sql, [fromBase64Url(access.vault), fromBase64Url(id)]);
      return row?.['ct'] instanceof Uint8Array ? Uint8Array.from(row['ct']) : null;
    },
    async backUp() {
      backup = await backUp(store);
    },
    restore: () => restore(store, backup),
    wipe: () => wipe(store),
  };
}
