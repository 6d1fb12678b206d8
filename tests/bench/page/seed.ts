/** Fills this origin's vault through the vault's own code, so that every row is truly sealed. */
import { systemRandom } from '#core/kernel/random.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { createRec, withBody, withFields } from '#core/vault/edit-record.ts';
import type { Rec } from '#core/vault/record.ts';
import { rowOf } from '#core/vault/seal-row.ts';
import { Vault } from '#core/vault/vault.ts';
import { writing } from '#core/vault/writing.ts';

import { FloorDatabase } from '../floor/table.ts';
import { fieldsOf, lineOf, momentOf } from './entries.ts';

export const openVault = (): Promise<Vault> =>
  Vault.open({
    name: 'comma',
    random: systemRandom,
    wall: () => Date.now(),
    writing: () => Promise.resolve(writing),
    bodies: () => Promise.resolve(yjsBodies),
  });

export const idOf = (index: number): string => `entry:bench-${String(index).padStart(6, '0')}`;

const atOnce = 1_000;

export function seedVault(count: number): Promise<void> {
  const newest = Date.now();
  return seedRecords(count, (index) => {
    const at = { wall: momentOf(index, newest), tie: 'bench' };
    const rec = withFields(createRec(idOf(index), 'entry'), fieldsOf(index, newest), at);
    return withBody(rec, lineOf(index), yjsBodies);
  });
}

export async function seedRecords(count: number, recordOf: (index: number) => Rec): Promise<void> {
  const vault = await openVault();
  for (let from = 0; from < count; from += atOnce) {
    const size = Math.min(atOnce, count - from);
    const rows = await Promise.all(
      Array.from({ length: size }, (_, offset) =>
        rowOf(vault.keys, recordOf(from + offset), systemRandom),
      ),
    );
    const { db } = vault;
    await db.transaction('rw', db.rec, db.meta, async () => {
      const first = await db.nextVersions(rows.length);
      await db.rec.bulkPut(rows.map((row, index) => ({ ...row, lv: first + index })));
    });
  }
  vault.db.close();
}

/** The same words in the floor's plain table. */
export async function seedFloor(count: number): Promise<void> {
  const db = new FloorDatabase();
  const newest = Date.now();
  await db.entry.bulkPut(
    Array.from({ length: count }, (_, index) => {
      const at = momentOf(index, newest);
      const day = new Date(at).toISOString().slice(0, 10);
      return { id: String(index), at, day, text: lineOf(index) };
    }),
  );
  db.close();
}
