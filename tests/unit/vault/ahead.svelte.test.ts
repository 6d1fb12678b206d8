// @vitest-environment happy-dom
import fc from 'fast-check';
import { flushSync } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';

import { err } from '#core/kernel/result.ts';
import type { Json } from '#core/kernel/json.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import type { Item } from '#core/vault/item.ts';
import type { Vault } from '#core/vault/vault.ts';
import { daysView, recordView, type View } from '#core/vault/view.ts';
import { SlowQueries } from '../../support/slow-queries.ts';
import { testVault } from '../../support/vault.ts';

const one = { id: 'one', kind: 'thing' };
const other = { id: 'other', kind: 'thing' };
const both: View<'rec'>[] = [recordView('one'), recordView('other')];

async function open(views = both, vault?: Vault) {
  const kept = vault ?? (await testVault());
  const queries = new SlowQueries(kept);
  const ahead = new Ahead(queries);
  const followed = ahead.follow(views, []);
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        expect(followed.current).toBeDefined();
      });
    }),
  );
  flushSync();
  const shown = (id: string): Item['fields'] | undefined =>
    followed.current.find((item) => item.id === id && item.alive)?.fields;
  const stored = async (id: string): Promise<Item['fields'] | undefined> =>
    (await kept.read(id))?.fields;
  return { vault: kept, queries, ahead, shown, stored };
}

/** Long enough for every answer that was let to be opened. */
const settle = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 5));
  flushSync();
};

test('what was changed here is shown as it was changed last, however late and in what steps the vault tells it', async () => {
  const values = fc.record(
    { a: fc.nat(9), b: fc.nat(9), c: fc.nat(9) },
    { requiredKeys: [] as const },
  );
  const step = fc.oneof(
    fc.record({ of: fc.constantFrom(one, other), fields: values }),
    fc.record({ tell: fc.nat(3) }),
    fc.constant('written' as const),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { vault, queries, ahead, shown, stored } = await open();
      queries.hold();
      const meant: Record<string, Record<string, Json>> = { one: {}, other: {} };
      const writes: Promise<unknown>[] = [];
      const right = (): void => {
        for (const [id, fields] of Object.entries(meant))
          expect(shown(id) ?? {}).toMatchObject(fields);
      };
      for (const each of steps) {
        if (each === 'written') await Promise.all(writes);
        else if ('tell' in each) queries.letSome(each.tell);
        else {
          const fields = each.fields as Record<string, Json>;
          Object.assign(meant[each.of.id] ?? {}, fields);
          writes.push(ahead.write({ ...each.of, fields }));
          right();
        }
        await settle();
        right();
      }
      await Promise.all(writes);
      right();
      queries.let();
      await settle();
      right();
      for (const [id, fields] of Object.entries(meant))
        expect((await stored(id)) ?? {}).toEqual(fields);
      vault.close();
    }),
    { numRuns: 25 },
  );
});

test('what another window changed meanwhile shows, beside what was changed here', async () => {
  const { vault, ahead, shown } = await open();
  const there = await testVault(vault.db.name);
  await ahead.write({ ...one, fields: { a: 1 } });
  await there.write({ ...one, fields: { a: 2 } });
  await expect.poll(() => shown('one')?.['a']).toBe(2);
  await ahead.write({ ...one, fields: { b: 3 } });
  expect(shown('one')).toEqual({ a: 2, b: 3 });
});

test('a change that could not be kept is taken back, and the ones around it stay', async () => {
  const { queries, ahead, shown } = await open();
  const { write } = queries;
  await ahead.write({ ...one, fields: { a: 1 } });
  queries.hold();
  const first = ahead.write({ ...one, fields: { b: 2 } });
  await first;
  queries.write = () => Promise.resolve(err({ type: 'StorageFull' }));
  const refused = ahead.write({ ...one, fields: { a: 9, b: 9 } });
  expect(shown('one')).toMatchObject({ a: 9, b: 9 });
  expect((await refused).ok).toBe(false);
  expect(shown('one')).toMatchObject({ a: 1, b: 2 });
  queries.write = write;
  await ahead.write({ ...one, fields: { c: 3 } });
  expect(shown('one')).toEqual({ a: 1, b: 2, c: 3 });
});

test('a write that throws is taken back as well, and the next one goes ahead', async () => {
  const { queries, ahead, shown } = await open();
  const { write } = queries;
  queries.write = () => Promise.reject(new Error('no disk'));
  await expect(ahead.write({ ...one, fields: { a: 9 } })).rejects.toThrow('no disk');
  expect(shown('one')).toBeUndefined();
  queries.write = write;
  await ahead.write({ ...one, fields: { a: 1 } });
  expect(shown('one')).toEqual({ a: 1 });
});

test('what is put away here goes at once, and comes back at once', async () => {
  const { queries, ahead, shown } = await open();
  await ahead.write({ ...one, fields: { a: 1 } });
  await settle();
  queries.hold();
  const gone = ahead.write({ ...one, fate: 'forget' });
  expect(shown('one')).toBeUndefined();
  const back = ahead.write({ ...one, fate: 'restore' });
  expect(shown('one')).toEqual({ a: 1 });
  await Promise.all([gone, back]);
  queries.let();
  await settle();
  expect(shown('one')).toEqual({ a: 1 });
});

test('what another window put away does not come back among the living of its kind', async () => {
  const { vault, ahead, shown } = await open([daysView('thing', '', '')]);
  const there = await testVault(vault.db.name);
  await ahead.write({ ...one, fields: { a: 1 } });
  await expect.poll(() => shown('one')).toEqual({ a: 1 });
  await there.write({ ...one, fate: 'forget' });
  await expect.poll(() => shown('one')).toBeUndefined();
});
