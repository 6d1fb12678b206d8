/** What can go wrong between a device, its disk and its peer; each fault is drawn from the run's own chance. */
import { toBase64Url, type Bytes } from '#core/kernel/bytes.ts';
import type { PushAnswer, PushItem, SyncPeer } from '#core/sync/peer.ts';
import type { SyncStore } from '#core/sync/store.ts';
import { revOf } from '#core/kernel/revision.ts';

import type { Seeded } from '../support/seeded.ts';

/** The tab or worker died here. */
export class Crash extends Error {}

/** The failure matrix (sync design, §5), as far as it happens to a fleet. */
export const faults = [
  'crash between two steps',
  'crash before a page is kept',
  'crash after a page is kept',
  'crash before the answer to a push is kept',
  'worker killed in the middle of a sync',
  'pull lost',
  'page lost',
  'push lost',
  'answer to a push lost',
  'edit while a push is under way',
  'request sent twice',
  'row sent twice',
  'row moved while somebody is paging',
  'page that is not the last',
  'tampered row',
  'tampered row beside good ones',
  'old bytes under the present label',
  'old bytes under their own label',
  'unknown version of the envelope',
  'acknowledged and not stored',
  'relay set back',
  'relay set back to before a push',
  'relay wiped',
  'relay full',
  'disk full',
  'clock days off',
  'clock in 2099',
  'profile cloned',
  'record made twice offline',
  'deleted while edited elsewhere',
  'two tabs save one record at once',
  'second tab waits for the first',
  'another journal over the bridge',
] as const;

export type Fault = (typeof faults)[number];

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
  /** As if sealed by a later Comma; only an audit asks again, so as above. */
  readonly unknownVersion: number;
  readonly hollowAnswer: number;
  readonly diskFull: number;
  readonly relayFull: number;
  readonly otherJournal: number;
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
  unknownVersion: 0,
  hollowAnswer: 0,
  diskFull: 0,
  relayFull: 0,
  otherJournal: 0,
};

export interface Trouble {
  readonly chance: Seeded;
  readonly chances: Chances;
  readonly note: (fault: Fault) => void;
  /** Somebody edits or syncs at this very moment. */
  readonly interleave: (during: 'pull' | 'push' | 'step') => Promise<void>;
  /** What was last asked of the peer, so what the next commit is about. */
  asked: 'pull' | 'push';
}

interface Sealed {
  readonly id: string;
  readonly rev: string;
  readonly ct: Bytes;
}

/** A peer that cannot be trusted. */
export interface Forger {
  /** Everything the peer ever had under this name. */
  readonly past: (id: string) => readonly Bytes[];
  /** Without an audit to come, only rows that the device holds may be forged. */
  readonly mayForge: (id: string) => boolean;
}

function forge<Row extends Sealed>(row: Row, trouble: Trouble, forger: Forger): Row {
  const { chance, chances, note } = trouble;
  if (!forger.mayForge(row.id)) return row;
  const changed = (place: number, by: number): Row => ({
    ...row,
    ct: row.ct.with(place, (row.ct[place] ?? 0) ^ by),
  });
  if (chance.chance(chances.tamper)) {
    note('tampered row');
    return changed(1 + chance.below(row.ct.length - 1), 1 + chance.below(255));
  }
  if (chance.chance(chances.unknownVersion)) {
    note('unknown version of the envelope');
    return changed(0, 0x80);
  }
  const past = forger.past(row.id);
  if (past.length === 0) return row;
  if (chance.chance(chances.replayKeptLabel)) {
    note('old bytes under the present label');
    return { ...row, ct: chance.pick(past) };
  }
  if (!chance.chance(chances.replayOwnLabel)) return row;
  note('old bytes under their own label');
  const ct = chance.pick(past);
  return { ...row, ct, rev: revOf(ct) };
}

/** `forger` is null for a peer that is sealed on the way and the person's own. */
export function faultyPeer(peer: SyncPeer, trouble: Trouble, forger: Forger | null): SyncPeer {
  const { chance, chances, interleave, note } = trouble;
  const across = async <Answer>(
    what: 'pull' | 'push',
    ask: () => Promise<Answer>,
  ): Promise<Answer> => {
    trouble.asked = what;
    if (chance.chance(chances.dropRequest)) {
      note(`${what} lost`);
      throw new Crash('request lost');
    }
    if (chance.chance(chances.interleave)) await interleave(what);
    let answer = await ask();
    if (chance.chance(chances.duplicate)) {
      note('request sent twice');
      answer = await ask();
    }
    if (chance.chance(chances.interleave)) await interleave(what);
    if (chance.chance(chances.dropAnswer)) {
      note(what === 'pull' ? 'page lost' : 'answer to a push lost');
      throw new Crash('answer lost');
    }
    return answer;
  };
  let heard: { readonly epoch: string; readonly seq: number } | null = null;
  let paging: number | null = null;
  /** What a relay says that stores nothing of it. */
  const hollow = (
    items: readonly PushItem[],
    { epoch, seq: from }: NonNullable<typeof heard>,
  ): PushAnswer => ({
    epoch,
    ok: items.map(({ id, ct }) => ({ id, rev: revOf(ct) })),
    conflicts: [],
    from,
    wit: { seq: from + items.length, token: toBase64Url(chance.bytes(16)) },
  });
  return {
    name: peer.name,
    ...(peer.batchRows && { batchRows: peer.batchRows }),
    onChange: (listener) => peer.onChange(listener),
    async pull(at) {
      const answer = await across('pull', () => peer.pull(at));
      if (answer.reset) return answer;
      const head = answer.wit?.seq ?? answer.seq;
      if (paging !== null && head > paging) note('row moved while somebody is paging');
      if (answer.more) note('page that is not the last');
      paging = answer.more ? head : null;
      heard = { epoch: answer.epoch, seq: head };
      if (!forger) return answer;
      const rows = answer.rows.map((row) => forge(row, trouble, forger));
      const good = rows.filter((row, at) => row === answer.rows[at]).length;
      if (good > 0 && good < rows.length) note('tampered row beside good ones');
      const again = rows.length > 0 && chance.chance(chances.duplicate);
      if (again) note('row sent twice');
      return { ...answer, rows: again ? [...rows, chance.pick(rows)] : rows };
    },
    async push(items) {
      if (forger && heard && chance.chance(chances.hollowAnswer)) {
        note('acknowledged and not stored');
        return hollow(items, heard);
      }
      const answer = await across('push', () => peer.push(items));
      if (!forger) return answer;
      return { ...answer, conflicts: answer.conflicts.map((row) => forge(row, trouble, forger)) };
    },
  };
}

const noRoom = (): Error => new DOMException('no room', 'QuotaExceededError');

/** A store whose owner may die before or after any step, or be overtaken by an edit. */
export function faultyStore(
  store: SyncStore,
  trouble: Trouble,
  whose: 'device' | 'host',
): SyncStore {
  const { chance, chances, interleave, note } = trouble;
  const name = (when: 'before' | 'after', isCommit: boolean): Fault => {
    if (whose === 'host') return 'worker killed in the middle of a sync';
    if (!isCommit) return 'crash between two steps';
    if (trouble.asked === 'pull') return `crash ${when} a page is kept`;
    return when === 'before'
      ? 'crash before the answer to a push is kept'
      : 'crash between two steps';
  };
  const crash = (when: 'before' | 'after', isCommit: boolean): void => {
    if (!chance.chance(chances.crash)) return;
    note(name(when, isCommit));
    throw new Crash(when);
  };
  const step = async <Answer>(run: () => Promise<Answer>, isCommit = false): Promise<Answer> => {
    crash('before', isCommit);
    if (chance.chance(chances.interleave)) await interleave('step');
    const answer = await run();
    if (chance.chance(chances.interleave)) await interleave('step');
    crash('after', isCommit);
    return answer;
  };
  const commit: SyncStore['commit'] = (change) => {
    if (!chance.chance(chances.diskFull)) return store.commit(change);
    note('disk full');
    return Promise.reject(noRoom());
  };
  return {
    readPeer: (peer) => step(() => store.readPeer(peer)),
    readHeld: (peer, asked) => step(() => store.readHeld(peer, asked)),
    readChanged: (peer, versions, limit) => step(() => store.readChanged(peer, versions, limit)),
    version: () => step(() => store.version()),
    commit: (change) => step(() => commit(change), true),
  };
}
