import { expect, test } from 'vitest';

import type { Change } from '#core/vault/item.ts';
import { writeMany } from '#core/vault/write-many.ts';

import { testVault } from '../../support/vault.ts';

const onward = { step: () => Promise.resolve(true) };

const changes = (count: number): Change[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `note:${at}`, kind: 'note' },
    fields: { at },
  }));

test('many changes are there at once, and others hear of them once', async () => {
  const vault = await testVault();
  let heard = 0;
  vault.onWrite(() => (heard += 1));
  expect(await writeMany(vault, changes(250), onward)).toEqual({ ok: true, value: undefined });
  expect([await vault.db.rec.count(), heard]).toEqual([250, 1]);
  expect((await vault.read('note:249'))?.fields).toEqual({ at: 249 });
});

test('several changes of one record are made in their order', async () => {
  const vault = await testVault();
  const note = { id: 'note:1', kind: 'note' };
  await vault.write({ ...note, fields: { at: 1 } });
  await vault.write({ ...note, fate: 'erase' });
  await writeMany(
    vault,
    [
      { ...note, fate: 'restore' },
      { ...note, fields: { at: 2 } },
      { ...note, fields: { at: 3, more: true } },
    ],
    onward,
  );
  expect(await vault.read('note:1')).toMatchObject({ alive: true, fields: { at: 3, more: true } });
});

test('it can be stopped at any step, with nothing written', async () => {
  const shares: number[] = [];
  const vault = await testVault();
  const step = (share: number): Promise<boolean> => {
    shares.push(share);
    return Promise.resolve(share < 1);
  };
  expect(await writeMany(vault, changes(250), { step })).toEqual({
    ...{ ok: false, error: { type: 'Stopped' } },
  });
  expect(shares).toEqual([0, 0, 0.4, 0.8, 1]);
  expect(await vault.db.rec.count()).toBe(0);
});

test('a row that changed meanwhile is met as it stands then', async () => {
  const vault = await testVault();
  let isFirst = true;
  const step = async (share: number): Promise<boolean> => {
    if (share === 1 && isFirst) {
      isFirst = false;
      await vault.write({ id: 'note:7', kind: 'note', fields: { mine: true } });
    }
    return true;
  };
  expect((await writeMany(vault, changes(20), { step })).ok).toBe(true);
  expect((await vault.read('note:7'))?.fields).toEqual({ at: 7, mine: true });
});
