/** A device that has nothing yet takes a whole journal from a relay, under a stopwatch. */
import { systemRandom } from '#core/kernel/random.ts';
import { syncRound } from '#core/sync/engine.ts';
import { systemFetch, type RelayAccess } from '#core/sync/relay/ask.ts';
import { createRelayPeer, type RelayPeer } from '#core/sync/relay/peer.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import type { SyncStore } from '#core/sync/store.ts';
import { createVaultStore } from '#core/sync/vault-store.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { relayTokenOf } from '#core/vault/keys.ts';
import type { Vault } from '#core/vault/vault.ts';

import { readNewest } from './newest.ts';
import { SealedDatabase } from './sealed-table.ts';
import { openVault } from './seed.ts';

export interface FreshTimes {
  /** Milliseconds until every entry was there. */
  readonly all: number;
  /** Milliseconds until the first entries were read and opened, as the journal's list does. */
  readonly first: number;
}

/** Entries of the journal's first screen, as the list opens them. */
const shown = 20;

async function accessOf({ keys, seed }: Vault): Promise<RelayAccess> {
  const { origin } = location;
  return { origin, vault: keys.vault, token: await relayTokenOf(seed, origin) };
}

const peerAt = (access: RelayAccess): RelayPeer =>
  createRelayPeer(access, {
    fetch: systemFetch,
    schedule: systemSchedule,
    random: systemRandom,
  });

async function round(vault: Vault, peer: RelayPeer, store: SyncStore): Promise<void> {
  const { keys } = vault;
  const done = await syncRound(peer, store, {
    keys,
    bodies: yjsBodies,
    random: systemRandom,
    wall: () => Date.now(),
  });
  if (!done.ok) throw new Error(`The round ended early: ${done.error.type}`);
}

/** Whose vault it is at the relay, for whoever asks it without a vault. */
export async function pushAll(): Promise<RelayAccess> {
  const vault = await openVault();
  const access = await accessOf(vault);
  await round(vault, peerAt(access), createVaultStore(vault.db, vault.keys.vault));
  vault.db.close();
  return access;
}

export async function timeFresh(): Promise<FreshTimes> {
  const vault = await openVault();
  const peer = peerAt(await accessOf(vault));
  const store = createVaultStore(vault.db, vault.keys.vault);
  const begun = performance.now();
  const seen: Promise<number>[] = [];
  const look = async (): Promise<number> => {
    await readNewest(vault, shown);
    return performance.now() - begun;
  };
  await round(vault, peer, {
    ...store,
    async commit(change) {
      const done = await store.commit(change);
      if (done && seen.length === 0 && (change.writes ?? []).length >= shown) seen.push(look());
      return done;
    },
  });
  const all = performance.now() - begun;
  const first = await seen[0];
  vault.db.close();
  if (first === undefined) throw new Error('Nothing was shown.');
  return { all, first };
}

/** The same bytes in the same pages from the same server, each put into a plain table as it comes. */
export async function timeRawFresh(pages: number): Promise<number> {
  const db = new SealedDatabase();
  await db.delete();
  await db.open();
  const begun = performance.now();
  for (let at = 0; at < pages; at++) {
    const answer = await fetch(`/v1/floor/${at}`, { cache: 'no-store' });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const length = new DataView(bytes.buffer).getUint32(0);
    const head = new TextDecoder().decode(bytes.subarray(4, 4 + length));
    const { rows } = JSON.parse(head) as { rows: [id: string, seq: number, size: number][] };
    let from = 4 + length;
    await db.sealed.bulkPut(
      rows.map(([id, , size]) => ({ id, ct: bytes.slice(from, (from += size)) })),
    );
  }
  const took = performance.now() - begun;
  db.close();
  return took;
}
