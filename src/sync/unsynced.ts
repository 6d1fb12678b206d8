/** How many rows a peer is not known to hold as they are. */
import { batchRows, isDirty } from './send.ts';
import type { SyncStore } from './store.ts';

export async function countUnsynced(store: SyncStore, peer: string): Promise<number> {
  const { cleanTo } = await store.readPeer(peer);
  let count = 0;
  for (let after = cleanTo; ;) {
    const page = await store.readChanged(peer, { after, upTo: Infinity }, batchRows);
    count += page.filter(isDirty).length;
    const last = page.at(-1)?.row;
    if (!last) return count;
    after = last.lv;
  }
}
