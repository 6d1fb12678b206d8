/** The vault's tables as sync sees them. One commit is one strict transaction. */
import type { VaultDatabase } from '../vault/database.ts';
import { readKeyring } from '../vault/keyring.ts';
import type { Held, SyncCommit, SyncStore } from './store.ts';
import type { Mark, PeerState } from '../vault/marks.ts';

const stranger: PeerState = { seq: 0, wit: null, epoch: null, cleanTo: 0, lastOk: null };

/** `vault`: the id the caller's keys belong to; a commit throws once the vault was joined elsewhere. */
export function createVaultStore(db: VaultDatabase, vault: string): SyncStore {
  const marksOf = (
    peer: string | null,
    wires: readonly string[],
  ): PromiseLike<(Mark | undefined)[]> =>
    peer === null
      ? Promise.resolve([])
      : db.sync.bulkGet(wires.map((wire): [string, string] => [peer, wire]));

  const held = (peer: string | null, wires: readonly string[]): Promise<Held[]> =>
    db.transaction('r', db.rec, db.sync, async () => {
      // Asked for all at once: a cursor over many keys goes to the disk's process and back for each.
      const rows = await Promise.all(
        wires.map((wire) => db.rec.where('wire').equals(wire).first()),
      );
      const here = rows.flatMap((row) => row?.wire ?? []);
      const kept = await marksOf(peer, here);
      const marks = new Map(here.map((wire, index) => [wire, markOf(kept[index])]));
      return wires.map((wire, index) => ({
        row: rows[index] ?? null,
        mark: marks.get(wire) ?? null,
      }));
    });

  return {
    readHeld: held,
    version: () => db.currentVersion(),

    async readPeer(name) {
      const kept = await db.peer.get(name);
      if (!kept) return stranger;
      const { seq, wit, epoch, cleanTo, lastOk } = kept;
      return { seq, wit, epoch, cleanTo, lastOk };
    },

    async readChanged(peer, after, limit) {
      const rows = await db.rec.where('lv').above(after).limit(limit).toArray();
      const wires = rows.map(({ wire }) => wire);
      const marks = await marksOf(peer, wires);
      return rows.map((row, index) => ({ row, mark: markOf(marks[index]) }));
    },

    commit: (change) =>
      db.transaction('rw', [db.rec, db.sync, db.peer, db.quar, db.meta], async () => {
        if ((await readKeyring(db))?.keys.vault !== vault)
          throw new Error('This vault was joined to another journal: start the round again');
        if (!(await stands(db, change))) return false;
        await write(db, change);
        return true;
      }),
  };
}

async function stands(db: VaultDatabase, { writes = [] }: SyncCommit): Promise<boolean> {
  const now = await db.rec.bulkGet(writes.map(({ row }) => row.id));
  return writes.every(({ expect }, index) => (now[index]?.lv ?? null) === expect);
}

async function write(db: VaultDatabase, change: SyncCommit): Promise<void> {
  const { peer, writes = [], marks = [], quarantined = [], unmark = [] } = change;
  if (change.forget) await db.sync.where('peer').equals(peer).delete();
  if (unmark.length > 0)
    await db.sync.bulkDelete(unmark.map((wire): [string, string] => [peer, wire]));
  const first = writes.length > 0 ? await db.nextVersions(writes.length) : 0;
  await db.rec.bulkPut(writes.map(({ row }, index) => ({ ...row, lv: first + index })));
  const written = writes.flatMap(({ row, mark }, index): Mark[] =>
    mark ? [{ wire: row.wire, rev: mark.rev, lv: first + index - (mark.behind ? 1 : 0) }] : [],
  );
  const understood = [...written, ...marks];
  await db.sync.bulkPut(understood.map((mark) => ({ peer, ...mark })));
  await liftQuarantine(db, peer, understood);
  await db.quar.bulkPut(quarantined.map((row) => ({ peer, ...row })));
  await db.peer.put({ peer, ...change.state });
}

/** A row that opens again is no longer counted among those that did not. */
async function liftQuarantine(
  db: VaultDatabase,
  peer: string,
  understood: readonly Mark[],
): Promise<void> {
  if (understood.length === 0) return;
  const ofPeer = db.quar.where('peer').equals(peer);
  // Next to nothing ever lies there: one look spares a request for every row of a page.
  if ((await ofPeer.limit(1).primaryKeys()).length === 0) return;
  await db.quar.bulkDelete(understood.map(({ wire }): [string, string] => [peer, wire]));
}

const markOf = (kept: Mark | undefined): Mark | null =>
  kept ? { wire: kept.wire, rev: kept.rev, lv: kept.lv } : null;
