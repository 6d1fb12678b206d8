import fc from 'fast-check';
import { expect, test } from 'vitest';

import { concat, textOf, utf8, type Bytes } from '#core/kernel/bytes.ts';
import { readBackup, writeBackup, type Backup } from '#core/vault/backup/backup.ts';
import { compareBackup, restoreBackup } from '#core/vault/backup/restore.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { createSeed } from '#core/vault/keys.ts';
import { join } from '#core/vault/merge.ts';
import { isAlive, type Rec } from '#core/vault/record.ts';
import { rowOf } from '#core/vault/seal-row.ts';
import type { Vault } from '#core/vault/vault.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { sameRecord, versions } from '../../../support/records.ts';
import { testVault } from '../../../support/vault.ts';

const entry = { id: 'e1', kind: 'entry' };
const asItIs = { deleted: false };

function backupIn(bytes: Bytes): Backup {
  const read = readBackup(bytes);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const backupOf = async (vault: Vault): Promise<Backup> => backupIn(await writeBackup(vault, 5));

const fatesIn = async (vault: Vault, backup: Backup): Promise<string[]> =>
  (await compareBackup(vault, backup)).records.map(({ fate }) => fate);

/** Puts records into a vault as they are. */
async function hold(vault: Vault, ...recs: readonly Rec[]): Promise<void> {
  const { keys, db } = vault;
  for (const rec of recs)
    await db.rec.put({
      ...(await rowOf(keys, rec, systemRandom)),
      lv: await db.nextVersions(1),
    });
}

test('an empty device gets everything, sealed with its own key, and the second time nothing', async () => {
  const [old, fresh] = [await testVault(), await testVault()];
  await old.write(
    { ...entry, fields: { day: '2026-11-22', title: 'Tea' }, text: 'A quiet hour' },
    { id: 'settings', kind: 'settings', fields: { on: true } },
  );
  const backup = await backupOf(old);
  expect(backup.saved).toBe(5);
  expect(await fatesIn(fresh, backup)).toEqual(['added', 'added']);
  expect(await fresh.db.rec.count()).toBe(0); // looking wrote nothing
  await restoreBackup(fresh, backup, asItIs);
  expect(await fresh.read('e1')).toMatchObject({ text: 'A quiet hour', fields: { title: 'Tea' } });
  const version = await fresh.db.currentVersion();
  expect(await fatesIn(fresh, backup)).toEqual(['same', 'same']);
  await restoreBackup(fresh, backup, asItIs);
  expect(await fresh.db.currentVersion()).toBe(version);
});

test('what both sides wrote since is all there, and nothing that lives here goes', async () => {
  const [one, two] = [await testVault(), await testVault()];
  await one.write({ ...entry, text: 'first line' }, { id: 'e2', kind: 'entry', text: 'stays' });
  await restoreBackup(two, await backupOf(one), asItIs);
  await one.write({ ...entry, text: 'first line, and more here' });
  await two.write({ ...entry, text: 'there first line' });
  // Deleted over there: that alone takes nothing here.
  await two.write({ id: 'e2', kind: 'entry', fate: 'erase' });
  const backup = await backupOf(two);
  expect(await fatesIn(one, backup)).toEqual(['changed', 'same']);
  await restoreBackup(one, backup, asItIs);
  expect((await one.read('e1'))?.text).toBe('there first line, and more here');
  expect(await one.read('e2')).toMatchObject({ text: 'stays', alive: true });
});

test.each(['forget', 'erase'] as const)(
  'what was deleted since (%s) stays deleted, and comes back whole when it is asked for',
  async (fate) => {
    const vault = await testVault();
    await vault.write({ ...entry, fields: { title: 'Tea' }, text: 'A quiet hour' });
    const backup = await backupOf(vault);
    await vault.write({ ...entry, fate });
    expect(await fatesIn(vault, backup)).toEqual(['deleted']);
    await restoreBackup(vault, backup, asItIs);
    expect((await vault.read('e1'))?.alive).toBe(false);
    await restoreBackup(vault, backup, { deleted: true });
    const back = { text: 'A quiet hour', fields: { title: 'Tea' }, alive: true };
    expect(await vault.read('e1')).toMatchObject(back);
    expect(await fatesIn(vault, backup)).toEqual(['same']);
  },
);

test('any two pasts of a record become their union, and again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(versions({ erase: true }), async ([a, b]) => {
      const [here, there] = [await testVault(), await testVault()];
      await hold(here, a);
      await hold(there, b);
      const backup = await backupOf(there);
      for (let time = 0; time < 2; time++) await restoreBackup(here, backup, asItIs);
      const row = await here.db.rec.get('x');
      const kept = row && (await here.openRec(row));
      const union = join(a, b, yjsBodies);
      const wanted = isAlive(a) && !isAlive(union) ? a : union;
      expect(kept && sameRecord(kept, wanted)).toBe(true);
      // One write at most.
      expect(await here.db.currentVersion()).toBeLessThanOrEqual(2);
      here.close();
      there.close();
    }),
    { numRuns: 40 },
  );
});

test('a row that is damaged here is mended, and one of a later Comma is left alone', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, text: 'A quiet hour' }, { id: 'e2', kind: 'entry', text: 'Rain' });
  const backup = await backupOf(vault);
  const flipped = (ct: Bytes, at: number): Bytes =>
    ct.map((byte, index) => (index === at ? byte ^ 2 : byte));
  const rows = await vault.db.rec.toArray();
  await vault.db.rec.bulkPut(
    rows.map((row, index) => ({
      ...row,
      lv: 10 + index,
      ct: flipped(row.ct, index === 0 ? 40 : 0),
    })),
  );
  expect(await fatesIn(vault, backup)).toEqual(['changed', 'unreadable']);
  await restoreBackup(vault, backup, asItIs);
  expect((await vault.read('e1'))?.text).toBe('A quiet hour');
  expect((await vault.db.rec.get('e2'))?.ct[0]).toBe(3);
});

test('what did not open when the backup was made is in it, sealed, and opens where its key is', async () => {
  const [vault, other] = [await testVault(), await testVault()];
  const seed = createSeed(systemRandom);
  await adoptSeed(other, seed);
  await other.write({ ...entry, text: 'A quiet hour' });
  await vault.db.rec.bulkPut(await other.db.rec.toArray());
  const backup = await backupOf(vault);
  expect([backup.records.length, backup.sealed.length]).toEqual([0, 1]);
  expect(await compareBackup(vault, backup)).toEqual({ records: [], closed: 1 });
  await adoptSeed(vault, seed);
  await vault.db.rec.clear();
  await restoreBackup(vault, backup, asItIs);
  expect((await vault.read('e1'))?.text).toBe('A quiet hour');
});

test('bad members cost none of the others', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, text: 'A quiet hour' });
  const json = JSON.parse(textOf(await writeBackup(vault, 5))) as { records: unknown[] };
  const [good] = json.records;
  const bad = [
    null,
    7,
    {},
    { record: good },
    { record: {}, body: '' },
    { ...(good as object), body: '!' },
  ];
  const backup = backupIn(utf8(JSON.stringify({ ...json, records: [...bad, good, good] })));
  expect([backup.records.length, backup.strange]).toEqual([2, bad.length]);
  const fresh = await testVault();
  await restoreBackup(fresh, backup, asItIs);
  expect((await fresh.read('e1'))?.text).toBe('A quiet hour');
});

test('what is no backup, or is one of a later Comma, is told apart', () => {
  const told = (text: string): unknown => readBackup(utf8(text));
  expect(told('{"format":"comma-backup","version":2}')).toEqual({ ok: false, error: 'newer' });
  const none = { ok: false, error: 'not-a-backup' };
  for (const text of [
    '',
    'null',
    '[]',
    '{"format":"comma-copy","version":1}',
    '{"format":"comma-backup","version":1}',
    '{"format":"comma-backup"}',
  ])
    expect(told(text)).toEqual(none);
  expect(readBackup(concat(Uint8Array.of(255, 254), utf8('{}')))).toEqual(none);
});

test('a journal that a later Comma wrote in gives a backup, and takes none', async () => {
  const vault = await testVault();
  await vault.write({ ...entry, text: 'A quiet hour' });
  Object.defineProperty(vault, 'readOnly', { value: true });
  const backup = await backupOf(vault);
  expect(backup.records).toHaveLength(1);
  expect(await restoreBackup(vault, backup, asItIs)).toEqual({ ok: false, error: 'read-only' });
});
