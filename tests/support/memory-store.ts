/** A vault's rows in memory, under the same contract as the real tables (`store-contract.ts`). */
import type { Held, Mark, PeerState, SyncCommit, SyncStore } from '#core/sync/store.ts';
import type { QuarantinedRow } from '#core/vault/database.ts';
import { withinReach } from '#core/vault/quarantine.ts';
import type { Row } from '#core/vault/row.ts';

export interface MemoryStore extends SyncStore {
  readonly rows: ReadonlyMap<string, Row>;
  /** By `peer wire`. */
  readonly marks: ReadonlyMap<string, Mark>;
  readonly quarantine: ReadonlyMap<string, QuarantinedRow>;
  /** Rows handed out so far. */
  readonly reads: () => number;
  /** What an edit does: false when the row has moved on since version `expect`. */
  write(expect: number | null, row: Omit<Row, 'lv'>): boolean;
  /** As it is now, for another device to start from. */
  copy(): MemoryStore;
}

const stranger: PeerState = { seq: 0, wit: null, epoch: null, cleanTo: 0, lastOk: null };

interface Tables {
  readonly rows: ReadonlyMap<string, Row>;
  readonly ids: ReadonlyMap<string, string>;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly quarantine: ReadonlyMap<string, QuarantinedRow>;
  readonly peers: ReadonlyMap<string, PeerState>;
  readonly version: number;
}

const empty = (): Tables => ({
  rows: new Map(),
  ids: new Map(),
  marks: new Map(),
  quarantine: new Map(),
  peers: new Map(),
  version: 0,
});

export function createMemoryStore(tables = empty()): MemoryStore {
  const rows = new Map(tables.rows);
  const ids = new Map(tables.ids);
  const marks = new Map(tables.marks);
  const quarantine = new Map(tables.quarantine);
  const peers = new Map(tables.peers);
  let { version } = tables;
  let reads = 0;

  const put = (row: Omit<Row, 'lv'>): number => {
    const { id, wire, day, kind, ct } = row;
    rows.set(id, { id, wire, day, kind, ct: Uint8Array.from(ct), lv: ++version });
    ids.set(wire, id);
    return version;
  };
  const stands = (expect: number | null, id: string): boolean =>
    (rows.get(id)?.lv ?? null) === expect;
  const held = (peer: string | null, row: Row | null, wire: string): Held => {
    if (row) reads++;
    if (!row || peer === null) return { row: row && { ...row }, mark: null };
    return { row: { ...row }, mark: marks.get(`${peer} ${wire}`) ?? null };
  };

  const apply = (change: SyncCommit): void => {
    const { peer, state, writes = [], quarantined = [], unmark = [] } = change;
    if (change.forget)
      for (const key of marks.keys()) if (key.startsWith(`${peer} `)) marks.delete(key);
    for (const wire of unmark) marks.delete(`${peer} ${wire}`);
    const made = writes.flatMap(({ row, mark }): Mark[] => {
      const lv = put(row);
      return mark ? [{ wire: row.wire, rev: mark.rev, lv: mark.behind ? lv - 1 : lv }] : [];
    });
    for (const mark of [...made, ...(change.marks ?? [])]) {
      marks.set(`${peer} ${mark.wire}`, mark);
      quarantine.delete(`${peer} ${mark.wire}`);
    }
    const aside = quarantined.map((row) => ({ peer, ...row }));
    for (const row of withinReach([...quarantine.values()], aside))
      quarantine.set(`${peer} ${row.wire}`, row);
    peers.set(peer, state);
  };

  return {
    rows,
    marks,
    quarantine,
    reads: () => reads,
    copy: () => createMemoryStore({ rows, ids, marks, quarantine, peers, version }),
    write(expect, row) {
      if (!stands(expect, row.id)) return false;
      put(row);
      return true;
    },
    readPeer: (peer) => Promise.resolve(peers.get(peer) ?? stranger),
    readHeld: (peer, asked) =>
      Promise.resolve(
        asked.map(({ wire, id }) => held(peer, rows.get(id ?? ids.get(wire) ?? '') ?? null, wire)),
      ),
    readChanged: (peer, { after, upTo }, limit) =>
      Promise.resolve(
        [...rows.values()]
          .filter(({ lv }) => lv > after && lv <= upTo)
          .sort((a, b) => a.lv - b.lv)
          .slice(0, limit)
          .map((row) => held(peer, row, row.wire)),
      ),
    version: () => Promise.resolve(version),
    commit(change) {
      const isFresh = (change.writes ?? []).every(({ expect, row }) => stands(expect, row.id));
      const first = version + 1;
      if (isFresh) apply(change);
      return Promise.resolve(isFresh ? { first } : null);
    },
  };
}
