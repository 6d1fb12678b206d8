import { Dexie } from 'dexie';
import { expect, test } from 'vitest';

import { createSeed } from '#core/vault/keys.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { eraseVault } from '#core/vault/erase.ts';
import { editDraft, readDraft } from '#core/vault/draft-box.ts';
import { inOrder, migrations } from '#core/vault/migrations/index.ts';
import type { Row } from '#core/vault/row.ts';
import { rowsOfDays } from '#core/vault/rows-of-days.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { testVault } from '../../support/vault.ts';

const entry = { id: 'e1', kind: 'entry' };

test('what was written is read back, opened', async () => {
  const vault = await testVault();
  await vault.write({
    ...entry,
    fields: { day: '2026-11-22', title: 'Tea' },
    text: 'A quiet hour',
  });
  expect(await vault.read('e1')).toEqual({
    ...entry,
    lv: 1,
    fields: { day: '2026-11-22', title: 'Tea' },
    text: 'A quiet hour',
    alive: true,
  });
});

test('nothing on the disk holds the words', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, text: 'unmistakable' });
  await editDraft(vault, 'note', () => 'unmistakable');
  const everything = await Promise.all(vault.db.tables.map((table) => table.toArray()));
  const bytes = JSON.stringify(everything, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
  expect(bytes).not.toContain('unmistakable');
});

test('two tabs that write different fields of one record at once keep both', async () => {
  const one = await testVault();
  const two = await testVault(one.db.name);
  await Promise.all([
    one.write({ ...entry, fields: { title: 'from one' } }),
    two.write({ ...entry, fields: { place: 'from two' } }),
  ]);
  expect((await one.read('e1'))?.fields).toEqual({ title: 'from one', place: 'from two' });
});

test('two first runs at once agree on one seed', async () => {
  const one = testVault('first-run');
  const [a, b] = await Promise.all([one, testVault('first-run')]);
  expect(a.keys.vault).toBe(b.keys.vault);
});

test('every change takes a version of its own, in order', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, text: 'one' });
  await vault.write({ id: 'e2', kind: 'entry', text: 'two' }, { ...entry, text: 'three' });
  expect((await vault.db.rec.orderBy('lv').toArray()).map(({ id, lv }) => [id, lv])).toEqual([
    ['e2', 2],
    ['e1', 3],
  ]);
});

test('a forgotten entry leaves the queries and can be brought back with its words', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, fields: { day: '2026-11-22' }, text: 'still here' });
  await vault.write({ ...entry, fate: 'forget' });
  expect(await vault.db.rec.where('[kind+day]').equals(['entry', '2026-11-22']).count()).toBe(0);
  await vault.write({ ...entry, fate: 'restore' });
  expect(await vault.read('e1')).toMatchObject({ alive: true, text: 'still here' });
});

test('erasing leaves neither words nor fields behind', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, fields: { title: 'gone soon' }, text: 'and these words' });
  await vault.write({ ...entry, fate: 'erase' });
  expect(await vault.read('e1')).toMatchObject({ alive: false, text: '', fields: {} });
});

test('a row that does not open is left alone, left out and counted', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, text: 'sealed' });
  const row = await vault.db.rec.get('e1');
  const broken = Uint8Array.from(row?.ct ?? [], (byte, at) => (at === 40 ? byte ^ 1 : byte));
  await vault.db.rec.update('e1', { ct: broken, lv: 9 });

  expect(await vault.read('e1')).toBeNull();
  expect(await vault.write({ ...entry, text: 'over it' })).toEqual({
    ok: false,
    error: { type: 'Unreadable', id: 'e1' },
  });
  expect((await vault.db.rec.get('e1'))?.ct).toEqual(broken);
  expect(await vault.db.quar.count()).toBe(1);
});

test('a row that lies under another day or kind than its record says is laid right when it is opened', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, fields: { day: '2026-11-22' } });
  const right = await vault.db.rec.get('e1');
  const other = await testVault(vault.db.name);
  await vault.db.rec.update('e1', { day: '1999-01-01', kind: 'gone' });
  expect(await other.read('e1')).toMatchObject({ kind: 'entry', fields: { day: '2026-11-22' } });
  expect(await vault.db.rec.get('e1')).toEqual(right);
});

test('a row that holds the record of another name is left alone, left out and counted', async () => {
  const vault = await testVault();
  await vault.write(entry);
  const row = await vault.db.rec.get('e1');
  if (!row) throw new Error('nothing was written');
  await vault.db.rec.put({ ...row, id: 'e2', lv: 9 });
  expect(await vault.read('e2')).toBeNull();
  expect(await vault.db.rec.count()).toBe(2);
  expect(await vault.db.quar.count()).toBe(1);
});

test('a database that a later Comma wrote opens for reading only, and keeps its shape', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, text: 'from today' });
  vault.close();
  const later = new Dexie(vault.db.name);
  later.version(7).stores({ ...migrations[0]?.stores, rec: 'id, &wire, lv, [kind+day], mood' });
  await later.open();
  later.close();

  const again = await testVault(vault.db.name);
  expect(again.readOnly).toBe(true);
  expect((await again.read('e1'))?.text).toBe('from today');
  expect(await again.write({ ...entry, text: 'changed' })).toEqual({
    ok: false,
    error: { type: 'ReadOnly' },
  });
  again.close();
  const versions = await indexedDB.databases();
  expect(versions.find(({ name }) => name === vault.db.name)?.version).toBe(70);
});

test('marks of the first shape are forgotten: peers are met from the beginning, and the journal is as it was', async () => {
  const name = 'first-shape';
  const first = new Dexie(name);
  first.version(1).stores({ ...migrations[0]?.stores });
  await first.open();
  await first.table('sync').put({ peer: 'bridge', wire: 'wa', rev: 'r', lv: 1 });
  const known = { peer: 'bridge', epoch: 'e', lastOk: 1_000 };
  const wit = { seq: 7, token: 't' };
  await first.table('peer').put({ ...known, seq: 7, wit, cleanTo: 5 });
  const row = {
    id: 'e1',
    wire: 'wa',
    lv: 1,
    day: '2026-11-22',
    kind: 'entry',
    ct: Uint8Array.of(1),
  };
  await first.table('rec').put(row);
  first.close();

  const { db } = await testVault(name);
  expect(await db.peer.toArray()).toEqual([{ ...known, seq: 0, wit: null, cleanTo: 0 }]);
  expect(await db.mark.count()).toBe(0);
  expect(await db.rec.toArray()).toEqual([row]);
  expect(db.tables.map((table) => table.name)).not.toContain('sync');
});

test('a vault of the second shape loses the index of names on the wire, and nothing else', async () => {
  const name = 'second-shape';
  const second = new Dexie(name);
  for (const { version, stores } of migrations.slice(0, 2)) second.version(version).stores(stores);
  await second.open();
  const row = (id: string, lv: number): Row => ({
    ...{ id, wire: `w-${id}`, lv, day: '2026-11-22', kind: 'entry' },
    ct: Uint8Array.of(1, lv),
  });
  const rows = [row('e1', 2), row('e2', 1)];
  await second.table('rec').bulkPut(rows);
  const peer = { peer: 'bridge', epoch: 'e', lastOk: 1, seq: 7, cleanTo: 5 };
  await second.table('peer').put({ ...peer, wit: { seq: 7, token: 't' } });
  const bucket = { peer: 'bridge', bucket: 'w', marks: '[["w-e1","r",2]]' };
  await second.table('mark').put(bucket);
  second.close();

  const { db } = await testVault(name);
  const onDisk = db.backendDB().transaction('rec').objectStore('rec');
  expect([...onDisk.indexNames].sort()).toEqual(['[kind+day]', 'lv']);
  expect(await db.rec.orderBy('lv').toArray()).toEqual(rows.toReversed());
  expect(await rowsOfDays(db, 'entry', '2026-11-22', '2026-11-22').count()).toBe(2);
  expect(await db.peer.toArray()).toEqual([{ ...peer, wit: { seq: 7, token: 't' } }]);
  expect(await db.mark.toArray()).toEqual([bucket]);
});

test.each([
  ['a gap', [1, 3]],
  ['a repeat', [1, 1]],
  ['a wrong start', [2]],
])('migrations with %s are refused', (_case, versions) => {
  expect(() => inOrder(versions.map((version) => ({ version, stores: {} })))).toThrow(/Migration/);
});

test('a full storage is said, and nothing is half written', async () => {
  const vault = await testVault();
  vault.db.rec.hook('creating', () => {
    throw Object.assign(new Error('no room'), { name: 'QuotaExceededError' });
  });
  expect(await vault.write({ ...entry, text: 'too much' })).toEqual({
    ok: false,
    error: { type: 'StorageFull' },
  });
  expect(await vault.db.currentVersion()).toBe(0);
});

test('a draft is found again by the next window, and gone once it is cleared', async () => {
  const vault = await testVault();
  await editDraft(vault, 'note', () => 'half a thought');
  expect(await readDraft(await testVault(vault.db.name), 'note')).toBe('half a thought');
  await editDraft(vault, 'note', () => '');
  expect(await readDraft(vault, 'note')).toBe('');
});

test('a vault that adopts a seed keeps every word under the new keys, in every open tab', async () => {
  const vault = await testVault();
  const tab = await testVault(vault.db.name);
  await vault.write({ ...entry, text: 'before' });
  await editDraft(vault, 'note', () => 'half a thought');
  expect((await tab.read('e1'))?.text).toBe('before');

  await adoptSeed(vault, createSeed(systemRandom));
  expect((await vault.read('e1'))?.text).toBe('before');
  expect(await readDraft(vault, 'note')).toBe('half a thought');
  await tab.write({ ...entry, text: 'before and after' });
  expect((await vault.read('e1'))?.text).toBe('before and after');
});

test('adopting forgets what peers were known to hold, so that everything is sent again', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, text: 'one' });
  await vault.db.mark.put({ peer: 'bridge', bucket: 'w', marks: '[["w","r",1]]' });
  await adoptSeed(vault, createSeed(systemRandom));
  expect(await vault.db.mark.count()).toBe(0);
});

test('erasing everything leaves an empty vault with other keys, also for the windows that were open', async () => {
  const vault = await testVault();
  const tab = await testVault(vault.db.name);
  await vault.write({ ...entry, text: 'gone' });
  expect((await tab.read('e1'))?.text).toBe('gone');
  const before = vault.keys.vault;

  await eraseVault(vault);
  expect(vault.keys.vault).not.toBe(before);
  expect(await tab.read('e1')).toBeNull();
  await tab.write({ ...entry, text: 'a first day' });
  expect((await vault.read('e1'))?.text).toBe('a first day');
});
