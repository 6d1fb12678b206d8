/** Between records and the rows they lie in. */
import type { Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { columnsOf } from './columns.ts';
import { wireIdOf, type VaultKeys } from './keys.ts';
import type { Rec } from './record.ts';
import type { Row } from './row.ts';
import { seal } from './seal.ts';

/** The record under a seal of its own. */
export async function rowOf(keys: VaultKeys, rec: Rec, random: Random): Promise<Omit<Row, 'lv'>> {
  const wire = await wireIdOf(keys, rec.id);
  return rowAround(rec, wire, await seal(keys, wire, rec, random));
}

/** A row around a seal that already holds this record. */
export const rowAround = (rec: Rec, wire: string, ct: Bytes): Omit<Row, 'lv'> => ({
  ...columnsOf(rec),
  wire,
  ct,
});
