/** The product's own bridge and engine, run from a page of the PWA's origin under a stopwatch. */
import { fromBase64Url, toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { createBridgePeer } from '#core/sync/bridge/client.ts';
import { bridgeName, portToChannel } from '#core/sync/bridge/port-channel.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { syncRound } from '#core/sync/engine.ts';
import { createVaultStore } from '#core/sync/vault-store.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { yjsBodies } from '#core/vault/body-text.ts';

import { idOf, openVault } from './seed.ts';
import type { SealedEntry } from './sealed-table.ts';

export async function readSeed(): Promise<string> {
  const vault = await openVault();
  vault.db.close();
  return toBase64Url(vault.seed);
}

export async function takeSeed(seed: string): Promise<void> {
  const vault = await openVault();
  await adoptSeed(vault, fromBase64Url(seed));
  vault.db.close();
}

/** A new vault of the same person, as on the first day: a table that was merely emptied is slow to search. */
export async function emptyVault(): Promise<void> {
  const { db, seed } = await openVault();
  await db.delete();
  await takeSeed(toBase64Url(seed));
}

/** Every memory of a peer, so that the next round begins at the beginning. */
export async function forget(): Promise<void> {
  const { db } = await openVault();
  await db.mark.clear();
  await db.peer.clear();
  db.close();
}

export async function countEntries(): Promise<number> {
  const { db } = await openVault();
  const count = await db.rec.where('kind').equals('entry').count();
  db.close();
  return count;
}

export async function sealedRows(): Promise<SealedEntry[]> {
  const { db } = await openVault();
  const rows = await db.rec.where('kind').equals('entry').toArray();
  db.close();
  return rows.map(({ wire, ct }) => ({ id: wire, ct }));
}

/** Words are put to the end of one entry. */
export async function editOne(turn: number): Promise<void> {
  const vault = await openVault();
  const id = idOf(turn);
  const text = `${(await vault.read(id))?.text ?? ''} Once more ${turn}.`;
  const written = await vault.write({ id, kind: 'entry', text });
  vault.db.close();
  if (!written.ok) throw new Error(written.error.type);
}

/** Milliseconds of one round that leaves both journals alike. */
export async function timeRound(extension: string): Promise<number> {
  const vault = await openVault();
  const connect = (): ReturnType<typeof portToChannel> =>
    portToChannel(chrome.runtime.connect(extension, { name: bridgeName }));
  const setup = { random: systemRandom, schedule: systemSchedule };
  const peer = createBridgePeer(connect, vault.keys, setup);
  // The worker starts and the line opens before the clock does.
  await peer.pull({ seq: 0, wit: null });
  const begun = performance.now();
  const done = await syncRound(peer, createVaultStore(vault.db, vault.keys.vault), {
    keys: vault.keys,
    bodies: yjsBodies,
    random: systemRandom,
    wall: () => Date.now(),
  });
  const took = performance.now() - begun;
  peer.close();
  vault.db.close();
  if (!done.ok) throw new Error(`The round ended early: ${done.error.type}`);
  return took;
}
