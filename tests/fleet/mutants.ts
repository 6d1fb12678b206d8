/** Mistakes in a device, each of which was made once (sync design, §6). The simulation is worth what it catches. */
import type { SyncStore } from '#core/sync/store.ts';

import type { MemoryStore } from '../support/memory-store.ts';
import type { Seeded } from '../support/seeded.ts';
import { Crash } from './faults.ts';
import type { FleetParts } from './members.ts';
import { characterBodies, lastWriterBodies, looseSpaceBodies } from './mutant-bodies.ts';
import { forgetEpochs, noReset } from './mutant-peers.ts';
import { isClean, type Verdict } from './verdict.ts';

const blindCommit = (store: MemoryStore): SyncStore => ({
  ...store,
  commit: (change) =>
    store.commit({
      ...change,
      writes: (change.writes ?? []).map((write) => ({
        ...write,
        expect: store.rows.get(write.row.id)?.lv ?? null,
      })),
    }),
});

const hastyMarks = (store: MemoryStore): SyncStore => {
  const versionNow = (wire: string): number =>
    [...store.rows.values()].find((row) => row.wire === wire)?.lv ?? 0;
  return {
    ...store,
    commit: (change) =>
      store.commit({
        ...change,
        marks: (change.marks ?? []).map((mark) => ({ ...mark, lv: versionNow(mark.wire) })),
      }),
  };
};

const cursorFirst = (store: MemoryStore, chance: Seeded): SyncStore => ({
  ...store,
  async commit(change) {
    await store.commit({ peer: change.peer, state: change.state });
    if (chance.chance(0.05)) throw new Crash('between cursor and data');
    return store.commit(change);
  },
});

/** Each of them shows in one life of five or more. */
export const mutants: readonly (readonly [string, FleetParts])[] = [
  ['a reset that is not obeyed', { hear: noReset }],
  ['a merge that is written over an edit', { keep: blindCommit }],
  ['an edit on the way taken for sent', { keep: hastyMarks }],
  ['a cursor that moves before its data', { keep: cursorFirst }],
  ['text compared letter by letter', { createBodies: characterBodies }],
  ['white space that belongs to no word', { createBodies: looseSpaceBodies }],
  ['text where the last writer wins', { createBodies: lastWriterBodies }],
];

/** Lives without an audit at the end, until one goes wrong. */
export async function firstCaught(
  live: (seed: number) => Promise<Verdict>,
  most = 60,
): Promise<Verdict | null> {
  for (let seed = 2; seed <= most * 2; seed += 2) {
    forgetEpochs();
    const verdict = await live(seed);
    if (!isClean(verdict)) return verdict;
  }
  return null;
}
