/** Habits of Loop in a vault: brought, brought again, and taken back. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';

import { Histories } from '#core/features/anchors/imports/histories.svelte.ts';
import { countsOf, type Planned } from '#core/features/anchors/imports/plan.ts';
import { dayFields, dayNoteId, dayNoteKind } from '#core/features/anchors/own/day-note.ts';
import { rowsOfDays } from '#core/vault/rows-of-days.ts';
import type { Vault } from '#core/vault/vault.ts';

import { found, historyFiles } from '../../../../support/histories.ts';
import { testVault } from '../../../../support/vault.ts';

const onward = (): Promise<boolean> => Promise.resolve(true);

interface World {
  readonly vault: Vault;
  readonly fatesOf: () => Promise<Record<string, number>>;
  readonly take: () => Promise<void>;
  readonly takeBack: () => Promise<number | undefined>;
  readonly count: (kind: string) => Promise<number>;
  readonly idOf: (name: string) => Promise<string>;
}

async function setup(folder = 'loop-2015'): Promise<World> {
  const vault = await testVault();
  const histories = new Histories(vault);
  const zip = zipSync(await historyFiles(folder));
  const plan = async (): Promise<Planned[]> =>
    (await histories.plan(found(zip, { no: 'notToday' }), onward)) ?? [];
  const alive = async (kind: string): ReturnType<Vault['openRows']> =>
    vault.openRows(await rowsOfDays(vault.db, kind, '', '9999-12-31').toArray());
  return {
    vault,
    fatesOf: async () =>
      Object.fromEntries(
        countsOf(await plan()).map(({ kind, fate, count }) => [`${kind} ${fate}`, count]),
      ),
    take: async () => {
      await histories.take('loop', await plan(), '2026-11-27', onward);
    },
    takeBack: async () => {
      const [note] = await alive('import');
      const counts = note?.fields['counts'] as Record<string, number>;
      const one = { id: note?.id ?? '', from: 'loop', at: 0, counts };
      return (await histories.takeBack(one, onward))?.stay;
    },
    count: async (kind) => (await alive(kind)).length,
    idOf: async (name) =>
      (await alive('anchor')).find(({ fields }) => fields['name'] === name)?.id ?? '',
  };
}

test('habits and their days come at once, and are the same the second time', async () => {
  const { fatesOf, take, count } = await setup();
  expect(await fatesOf()).toEqual({ 'anchor fresh': 2, 'anchor-day fresh': 3 });
  await take();
  expect([await count('anchor'), await count('anchor-day')]).toEqual([2, 3]);
  expect(await fatesOf()).toEqual({ 'anchor same': 2, 'anchor-day same': 3 });
});

test('a day that was noted here stays as it is, and an anchor in use is not taken back', async () => {
  const { vault, fatesOf, take, takeBack, count, idOf } = await setup();
  await take();
  const anchor = await idOf('Wake up early');
  const write = (date: string): Promise<unknown> =>
    vault.write({
      ...{ id: dayNoteId(anchor, date), kind: dayNoteKind },
      fields: { ...dayFields(anchor, date), noted: { type: 'yes' } },
    });
  await write('2015-01-24');
  await write('2015-02-01');
  expect(await fatesOf()).toEqual({
    'anchor same': 2,
    'anchor-day same': 2,
    'anchor-day yours': 1,
  });
  expect(await takeBack()).toBe(2);
  expect([await count('anchor'), await count('anchor-day')]).toEqual([1, 2]);
});

test('an anchor that only moved among the others is nobody’s change', async () => {
  const { vault, take, takeBack, count, idOf } = await setup();
  await take();
  await vault.write({ id: await idOf('Meditate'), kind: 'anchor', fields: { order: 7 } });
  expect(await takeBack()).toBe(0);
  expect([await count('anchor'), await count('anchor-day')]).toEqual([0, 0]);
});

test('an anchor that was removed here stays away with its days', async () => {
  const { vault, fatesOf, take, takeBack, idOf } = await setup();
  await take();
  await takeBack();
  await take();
  await vault.write({ id: await idOf('Wake up early'), kind: 'anchor', fate: 'forget' });
  expect(await fatesOf()).toEqual({
    ...{ 'anchor same': 1, 'anchor away': 1, 'anchor-day same': 3 },
  });
});
