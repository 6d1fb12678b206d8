/** Between records and the rows they lie in: the one place that decides what stays readable outside the seal. */
import type { Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { wireIdOf, type VaultKeys } from './keys.ts';
import { isAlive, type Rec } from './record.ts';
import type { Row } from './row.ts';
import { seal } from './seal.ts';

/** The record under a seal of its own. */
export async function rowOf(keys: VaultKeys, rec: Rec, random: Random): Promise<Omit<Row, 'lv'>> {
  const wire = await wireIdOf(keys, rec.id);
  return rowAround(rec, wire, await seal(keys, wire, rec, random));
}

/**
 * A row around a seal that already holds this record. A record that is not alive is of kind `gone`, so
 * no query of the living meets it.
 */
export function rowAround(rec: Rec, wire: string, ct: Bytes): Omit<Row, 'lv'> {
  const day = Object.hasOwn(rec.fields, 'day') ? rec.fields['day']?.[0] : undefined;
  return {
    id: rec.id,
    wire,
    day: typeof day === 'string' ? day : '',
    kind: isAlive(rec) ? rec.kind : 'gone',
    ct,
  };
}
