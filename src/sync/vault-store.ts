/** The vault's tables as sync sees them. One commit is one strict transaction. */
import type { VaultDatabase } from '../vault/database.ts';
import { readVaultName } from '../vault/keyring.ts';
import type { Mark, PeerState } from '../vault/marks.ts';
import { setAsideFrom } from '../vault/quarantine.ts';
import type { Row } from '../vault/row.ts';
import {
  bareGround,
  forgetMarks,
  readGround,
  readMarks,
  writeMarks,
  type KnownBuckets,
} from './mark-table.ts';
import { createRoster, type Roster } from './roster.ts';
import type { Asked, Held, SyncCommit, SyncStore, SyncWrite } from './store.ts';

const stranger: PeerState = { seq: 0, wit: null, epoch: null, cleanTo: 0, lastOk: null };

/** `vault`: the id the caller's keys belong to; a commit throws once the vault was joined elsewhere. */
export function createVaultStore(db: VaultDatabase, vault: string): SyncStore {
  const roster = createRoster(db);
  const known: KnownBuckets = new Map();

  const held = (peer: string | null, asked: readonly Asked[]): Promise<Held[]> =>
    db.transaction('r', db.rec, db.mark, db.meta, async () => {
      const rows = await rowsOf(db, roster, asked);
      const here = asked.filter((_, index) => rows[index]);
      const marks = await readMarks(
        db,
        known,
        peer,
        here.map(({ wire }) => wire),
      );
      return asked.map(({ wire }, index) => {
        const row = rows[index] ?? null;
        return { row, mark: row && (marks.get(wire) ?? null) };
      });
    });

  return {
    readHeld: held,
    version: () => db.currentVersion(),

    async readPeer(name) {
      const kept = await db.peer.get(name);
      if (!kept) return stranger;
      const { seq, wit, unproven, epoch, cleanTo, lastOk } = kept;
      return { seq, wit, unproven, epoch, cleanTo, lastOk };
    },

    async readChanged(peer, { after, upTo }, limit) {
      const rows = await db.rec
        .where('lv')
        .between(after, upTo, false, true)
        .limit(limit)
        .toArray();
      const marks = await readMarks(
        db,
        known,
        peer,
        rows.map(({ wire }) => wire),
      );
      return rows.map((row) => ({ row, mark: marks.get(row.wire) ?? null }));
    },

    async commit(change) {
      const { writes = [] } = change;
      try {
        const first = await db.transaction('rw', [db.rec, db.mark, db.peer, db.quar, db.meta], () =>
          write(db, known, vault, change),
        );
        roster.written(
          first,
          writes.map(({ row }) => row.id),
        );
        return { first };
      } catch (failure) {
        if (failure instanceof MovedOn) return null;
        throw failure;
      }
    },
  };
}

/** Aligned with `asked`. */
async function rowsOf(
  db: VaultDatabase,
  roster: Roster,
  asked: readonly Asked[],
): Promise<readonly (Row | undefined)[]> {
  const present = await roster.present(asked.flatMap(({ id }) => id ?? []));
  const nameless = new Set(asked.flatMap(({ id, wire }) => (id === null ? [wire] : [])));
  const [named, found] = await Promise.all([
    present.length > 0 ? db.rec.bulkGet([...present]) : [],
    nameless.size > 0 ? db.rec.filter(({ wire }) => nameless.has(wire)).toArray() : [],
  ]);
  const byId = new Map(named.flatMap((row) => (row ? [[row.id, row]] : [])));
  const byWire = new Map(found.map((row) => [row.wire, row]));
  return asked.map(({ id, wire }) => (id === null ? byWire.get(wire) : byId.get(id)));
}

/** Undoes the transaction it is thrown in: a row is not what the commit was made on. */
class MovedOn extends Error {}

/** Asks everything at once and then writes everything at once: each wait is a way to the disk's process and back. */
async function write(
  db: VaultDatabase,
  known: KnownBuckets,
  vault: string,
  change: SyncCommit,
): Promise<number> {
  const { peer, writes = [], marks = [], quarantined = [], unmark = [], forget = false } = change;
  const marked = writes.flatMap(({ row, mark }) => (mark ? [row.wire] : []));
  const understood = [...marked, ...marks.map(({ wire }) => wire)];
  const [name, last, ground, isAside] = await Promise.all([
    readVaultName(db),
    db.currentVersion(),
    forget ? bareGround() : readGround(db, known, peer, { put: understood, dropped: unmark }),
    understood.length > 0 && holdsAside(db, peer),
    stands(db, writes),
  ]);
  if (name !== vault)
    throw new Error('This vault was joined to another journal: start the round again');
  const first = last + 1;
  const written = writes.flatMap(({ row, mark }, index): Mark[] =>
    mark ? [{ wire: row.wire, rev: mark.rev, lv: first + index - (mark.behind ? 1 : 0) }] : [],
  );
  if (forget) await forgetMarks(db, peer);
  await Promise.all([
    writes.length > 0 && db.nextVersions(writes.length),
    putRows(db, writes, first),
    writeMarks(db, known, peer, ground, { put: [...written, ...marks], dropped: unmark }),
    isAside && db.quar.bulkDelete(understood.map((wire): [string, string] => [peer, wire])),
    db.peer.put({ peer, ...change.state }),
  ]);
  await setAsideFrom(
    db,
    quarantined.map((row) => ({ peer, ...row })),
  );
  return first;
}

/** Only rows that were here are looked at: adding one that should not be here fails by itself. */
async function stands(db: VaultDatabase, writes: readonly SyncWrite[]): Promise<void> {
  const changed = writes.filter(({ expect }) => expect !== null);
  if (changed.length === 0) return;
  const now = await db.rec.bulkGet(changed.map(({ row }) => row.id));
  if (changed.some(({ expect }, index) => now[index]?.lv !== expect)) throw new MovedOn();
}

async function putRows(
  db: VaultDatabase,
  writes: readonly SyncWrite[],
  first: number,
): Promise<void> {
  const added: Row[] = [];
  const changed: Row[] = [];
  for (const [index, { row, expect }] of writes.entries())
    (expect === null ? added : changed).push({ ...row, lv: first + index });
  try {
    await Promise.all([
      changed.length > 0 && db.rec.bulkPut(changed),
      added.length > 0 && db.rec.bulkAdd(added),
    ]);
  } catch (failure) {
    throw isTaken(failure) ? new MovedOn() : failure;
  }
}

const isTaken = (failure: unknown): boolean =>
  failure instanceof Error &&
  'failures' in failure &&
  Array.isArray(failure.failures) &&
  failure.failures.every((one: unknown) => one instanceof Error && one.name === 'ConstraintError');

/** Next to nothing ever lies there: one look spares a request for every row of a page. */
async function holdsAside(db: VaultDatabase, peer: string): Promise<boolean> {
  return (await db.quar.where('peer').equals(peer).limit(1).primaryKeys()).length > 0;
}
