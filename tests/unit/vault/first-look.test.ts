import { expect, test } from 'vitest';

import { createId, systemRandom } from '#core/kernel/random.ts';
import { lookFirst, type FirstLook } from '#core/vault/first-look.ts';
import { itemOf } from '#core/vault/item.ts';
import { migrations } from '#core/vault/migrations/index.ts';
import { openFirst } from '#core/vault/open-first.ts';
import { rowsOf } from '#core/vault/rows-of.ts';
import type { Vault } from '#core/vault/vault.ts';
import { daysView, metaView, recordView, type View } from '#core/vault/view.ts';

import { testVault } from '../../support/vault.ts';

const today = daysView('entry', '2026-11-22', '2026-11-22');
const settings = recordView('settings');
const views: readonly View[] = [settings, today, metaView('pauses')];

const lookAt = (name: string): Promise<FirstLook | null> => lookFirst(openFirst(name), views);

async function vaultOfToday(): Promise<Vault> {
  const vault = await testVault();
  const entry = (id: string, day: string) => ({ id, kind: 'entry', fields: { day }, text: id });
  await vault.write(
    { id: 'settings', kind: 'settings', fields: { 'pauses.on': false } },
    entry('one', '2026-11-22'),
    entry('two', '2026-11-22'),
    entry('before', '2026-11-21'),
  );
  await vault.db.meta.put({ key: 'pauses', value: { version: 2 } });
  return vault;
}

test('a first look finds just the rows that the tables find, and opens them to the same words', async () => {
  const vault = await vaultOfToday();
  const look = await lookAt(vault.db.name);
  const rows = await rowsOf(vault.db, [today]);
  expect(rows.map(({ id }) => id)).toEqual(['one', 'two']);
  expect(look?.rows(today)).toEqual(rows);
  expect(look?.rows(metaView('pauses'))).toEqual([{ key: 'pauses', value: { version: 2 } }]);
  const seen = [...(look?.rows(settings) ?? []), ...rows].map((row) => {
    const rec = look?.recs.get(row.id);
    return rec && itemOf(rec, row.lv);
  });
  expect(seen).toEqual(await vault.openRows(await rowsOf(vault.db, [settings, today])));
});

test('what was not looked for is unknown, which is not the same as empty', async () => {
  const vault = await vaultOfToday();
  const look = await lookAt(vault.db.name);
  expect(look?.rows(daysView('entry', '2026-11-20', '2026-11-20'))).toBeUndefined();
});

test('where there is no journal yet the look finds nothing and makes nothing', async () => {
  const name = createId(systemRandom);
  expect(await lookAt(name)).toBeNull();
  expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
  const vault = await testVault(name);
  expect(vault.readOnly).toBe(false);
});

test('a journal of a later Comma is left to the tables', async () => {
  const { db } = await vaultOfToday();
  db.close();
  await new Promise((resolve, reject) => {
    const later = indexedDB.open(db.name, (migrations.length + 1) * 10);
    later.onsuccess = () => {
      later.result.close();
      resolve(null);
    };
    later.onerror = reject;
  });
  expect(await lookAt(db.name)).toBeNull();
  expect((await testVault(db.name)).readOnly).toBe(true);
});

test('a look gives way to a migration', async () => {
  const vault = await vaultOfToday();
  vault.close();
  const held = await openFirst(vault.db.name);
  expect(held).not.toBeNull();
  const again = new Promise((resolve, reject) => {
    const later = indexedDB.open(vault.db.name, (migrations.length + 1) * 10);
    later.onsuccess = () => {
      later.result.close();
      resolve('open');
    };
    later.onerror = reject;
  });
  expect(await again).toBe('open');
});

test('a row that does not open is left out, and is not touched', async () => {
  const vault = await vaultOfToday();
  await vault.db.rec.update('two', { ct: new Uint8Array(300) });
  const look = await lookAt(vault.db.name);
  expect([...(look?.recs.keys() ?? [])].toSorted()).toEqual(['one', 'settings']);
  expect(look?.rows(today)?.length).toBe(2);
  expect(await vault.db.quar.count()).toBe(0);
});

test('a journal without keys or without a table is left to whoever opens it properly', async () => {
  const { db } = await vaultOfToday();
  await db.meta.delete('keyring');
  expect(await lookAt(db.name)).toBeNull();
  const name = createId(systemRandom);
  await new Promise((resolve) => {
    const odd = indexedDB.open(name, migrations.length * 10);
    odd.onsuccess = () => {
      odd.result.close();
      resolve(null);
    };
  });
  expect(await lookAt(name)).toBeNull();
});
