import 'fake-indexeddb/auto';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Mark, SyncCommit, SyncStore } from '#core/sync/store.ts';
import { createVaultStore } from '#core/sync/vault-store.ts';
import type { VaultDatabase } from '#core/vault/database.ts';

import { describeStore } from '../../support/store-contract.ts';
import { testVault } from '../../support/vault.ts';

describeStore('a vault on the disk', async () => {
  const { db, keys } = await testVault();
  return {
    store: createVaultStore(db, keys.vault),
    quarantined: async (peer) =>
      (await db.quar.toArray()).flatMap((row) => (row.peer === peer ? [row.wire] : [])),
  };
});

const state = { seq: 1, wit: null, epoch: 'e', cleanTo: 0, lastOk: null };

const commit = (more: Partial<SyncCommit>): SyncCommit => ({ peer: 'relay', state, ...more });

const count = 1_200;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Spread over all buckets. */
const wires = Array.from({ length: count }, (_, at) => `${letters.charAt(at % 64)}${at}`);

const marksOf = (names: readonly string[], rev: string, lv = 1): Mark[] =>
  names.map((wire) => ({ wire, rev, lv }));

/** A vault with a row for each of the wires, and two that keep it in step, as in two tabs. */
async function filledVault(): Promise<{
  db: VaultDatabase;
  stores: readonly [SyncStore, SyncStore];
}> {
  const { db, keys } = await testVault();
  await db.rec.bulkPut(
    wires.map((wire, at) => ({
      ...{ id: `id-${wire}`, wire, lv: at + 1, day: '', kind: 'entry' },
      ct: Uint8Array.of(1),
    })),
  );
  return {
    db,
    stores: [createVaultStore(db, keys.vault), createVaultStore(db, keys.vault)],
  };
}

async function revsIn(
  store: SyncStore,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const held = await store.readHeld(
    'relay',
    names.map((wire) => ({ wire, id: `id-${wire}` })),
  );
  return new Map(held.flatMap(({ mark }) => (mark ? [[mark.wire, mark.rev] as const] : [])));
}

test('a batch of marks is written as it came, and the next few gather everything in buckets', async () => {
  const { db, stores } = await filledVault();
  const [store] = stores;
  await store.commit(commit({ marks: marksOf(wires, 'first') }));
  await store.commit(commit({ marks: marksOf(wires.slice(0, 300), 'second') }));
  expect(await db.mark.count()).toBe(3);
  const some = [...wires.slice(0, 2), ...wires.slice(-2)];
  expect([...(await revsIn(store, some)).values()]).toEqual([
    ...['second', 'second', 'first', 'first'],
  ]);
  await store.commit(commit({ marks: marksOf(wires.slice(0, 1), 'third') }));
  expect(await db.mark.count()).toBe(64);
  expect([...(await revsIn(store, some)).values()]).toEqual([
    ...['third', 'second', 'first', 'first'],
  ]);
});

test('no value of a long exchange is kept in a file of its own', async () => {
  const { db, stores } = await filledVault();
  const marks = Array.from({ length: 2_000 }, (_, at) => ({
    ...{ wire: String(at).padStart(22, 'A'), rev: 'r'.repeat(22) },
    lv: 10_000_000 + at,
  }));
  await stores[0].commit(commit({ marks }));
  const lengths = (await db.mark.toArray()).map((one) => one.marks.length);
  expect(lengths.length).toBeGreaterThan(1);
  expect(Math.max(...lengths)).toBeLessThan(64 * 1024);
});

test('whatever is marked, dropped and forgotten, by one tab or another, both believe the last of it', async () => {
  const span = fc.record({ from: fc.nat(count - 1), size: fc.integer({ min: 1, max: count }) });
  const step = fc.record({
    tab: fc.constantFrom(0 as const, 1 as const),
    put: fc.option(fc.oneof(span, fc.record({ from: fc.nat(count - 1), size: fc.constant(2) }))),
    dropped: fc.option(fc.oneof(span, fc.record({ from: fc.nat(count - 1), size: fc.nat(3) })), {
      freq: 1,
    }),
    forget: fc.integer({ min: 0, max: 9 }).map((nine) => nine === 9),
    asked: span,
  });
  const within = ({ from, size }: { from: number; size: number }): readonly string[] =>
    wires.slice(from, from + size);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
      const { stores } = await filledVault();
      const believed = new Map<string, string>();
      for (const [at, { tab, put, dropped, forget, asked }] of steps.entries()) {
        const marks = put ? marksOf(within(put), `r${at}`) : [];
        const unmark = dropped ? within(dropped) : [];
        await stores[tab].commit(commit({ marks, unmark, forget }));
        if (forget) believed.clear();
        for (const wire of unmark) believed.delete(wire);
        for (const { wire, rev } of marks) believed.set(wire, rev);
        const names = within(asked);
        const expected = new Map(
          names.flatMap((wire) => {
            const rev = believed.get(wire);
            return rev === undefined ? [] : [[wire, rev] as const];
          }),
        );
        for (const store of stores) expect(await revsIn(store, names)).toEqual(expected);
      }
    }),
    { numRuns: 12 },
  );
});
