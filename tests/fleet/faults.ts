/** What can go wrong between a device, its disk and its peer; each fault is drawn from the run's own chance. */
import type { SyncPeer } from '#core/sync/peer.ts';
import type { SyncStore } from '#core/sync/store.ts';
import type { Bytes } from '#core/kernel/bytes.ts';
import { revOf } from '#core/kernel/revision.ts';

import type { Seeded } from '../support/seeded.ts';

/** The tab or worker died here. */
export class Crash extends Error {}

export interface Chances {
  readonly crash: number;
  readonly dropRequest: number;
  readonly dropAnswer: number;
  readonly duplicate: number;
  readonly interleave: number;
  readonly tamper: number;
  /** Old bytes under the present label. */
  readonly replayKeptLabel: number;
  /** Old bytes under their own label: only an audit notices, so runs without one leave it out. */
  readonly replayOwnLabel: number;
}

export const noFaults: Chances = {
  crash: 0,
  dropRequest: 0,
  dropAnswer: 0,
  duplicate: 0,
  interleave: 0,
  tamper: 0,
  replayKeptLabel: 0,
  replayOwnLabel: 0,
};

export interface Trouble {
  readonly chance: Seeded;
  readonly chances: Chances;
  /** Somebody edits or syncs at this very moment. */
  readonly interleave: () => Promise<void>;
}

interface Sealed {
  readonly id: string;
  readonly rev: string;
  readonly ct: Bytes;
}

export interface Forger {
  /** Everything the peer ever had under this name. */
  readonly past: (id: string) => readonly Bytes[];
  /** Without an audit to come, only rows that the device holds may be forged. */
  readonly mayForge: (id: string) => boolean;
}

function forge<Row extends Sealed>(row: Row, trouble: Trouble, forger: Forger): Row {
  const { chance, chances } = trouble;
  if (!forger.mayForge(row.id)) return row;
  if (chance.chance(chances.tamper)) {
    const place = 1 + chance.below(row.ct.length - 1);
    return { ...row, ct: row.ct.with(place, (row.ct[place] ?? 0) ^ (1 + chance.below(255))) };
  }
  const past = forger.past(row.id);
  if (past.length === 0) return row;
  if (chance.chance(chances.replayKeptLabel)) return { ...row, ct: chance.pick(past) };
  if (!chance.chance(chances.replayOwnLabel)) return row;
  const ct = chance.pick(past);
  return { ...row, ct, rev: revOf(ct) };
}

export function faultyPeer(peer: SyncPeer, trouble: Trouble, forger: Forger): SyncPeer {
  const { chance, chances, interleave } = trouble;
  const across = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    if (chance.chance(chances.dropRequest)) throw new Crash('request lost');
    if (chance.chance(chances.interleave)) await interleave();
    let answer = await ask();
    if (chance.chance(chances.duplicate)) answer = await ask();
    if (chance.chance(chances.interleave)) await interleave();
    if (chance.chance(chances.dropAnswer)) throw new Crash('answer lost');
    return answer;
  };
  return {
    name: peer.name,
    ...(peer.batchRows && { batchRows: peer.batchRows }),
    onChange: (listener) => peer.onChange(listener),
    async pull(at) {
      const answer = await across(() => peer.pull(at));
      if (answer.reset) return answer;
      const rows = answer.rows.map((row) => forge(row, trouble, forger));
      const again = rows.length > 0 && chance.chance(chances.duplicate);
      return { ...answer, rows: again ? [...rows, chance.pick(rows)] : rows };
    },
    async push(items) {
      const answer = await across(() => peer.push(items));
      return { ...answer, conflicts: answer.conflicts.map((row) => forge(row, trouble, forger)) };
    },
  };
}

/** A store whose owner may die before or after any step, or be overtaken by an edit. */
export function faultyStore(store: SyncStore, trouble: Trouble): SyncStore {
  const { chance, chances, interleave } = trouble;
  const step = async <Answer>(run: () => Promise<Answer>): Promise<Answer> => {
    if (chance.chance(chances.crash)) throw new Crash('before');
    if (chance.chance(chances.interleave)) await interleave();
    const answer = await run();
    if (chance.chance(chances.interleave)) await interleave();
    if (chance.chance(chances.crash)) throw new Crash('after');
    return answer;
  };
  return {
    readPeer: (peer) => step(() => store.readPeer(peer)),
    readHeld: (peer, asked) => step(() => store.readHeld(peer, asked)),
    readChanged: (peer, versions, limit) => step(() => store.readChanged(peer, versions, limit)),
    version: () => step(() => store.version()),
    commit: (change) => step(() => store.commit(change)),
  };
}
