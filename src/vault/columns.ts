/**
 * What of a record stays readable outside its seal. The seal holds it a second time, behind the packed record, so that
 * a row can be proven and laid down without unpacking the record: that is most of the work of a first exchange.
 */
import { textOf, utf8, type Bytes } from '../kernel/bytes.ts';
import { isAlive, type Rec } from './record.ts';
import type { Row } from './row.ts';

export type Columns = Pick<Row, 'id' | 'day' | 'kind'>;

/**
 * To be raised when a record's columns are decided in another way, or an older Comma could not read the record: whoever
 * does not know the number takes the columns from the record itself.
 */
const rules = 1;

/** A record that is not alive is of kind `gone`, so no query of the living meets it. */
export function columnsOf(rec: Rec): Columns {
  const day = Object.hasOwn(rec.fields, 'day') ? rec.fields['day']?.[0] : undefined;
  return {
    id: rec.id,
    day: typeof day === 'string' ? day : '',
    kind: isAlive(rec) ? rec.kind : 'gone',
  };
}

export function packColumns(rec: Rec): Bytes {
  const { id, day, kind } = columnsOf(rec);
  return utf8(JSON.stringify([rules, id, day, kind]));
}

/** Of what lies between the packed record and the end of the padding; undefined when that tells none. */
export function unpackColumns(rest: Bytes): Columns | undefined {
  const end = rest.indexOf(0);
  // Before 27 November 2026 there was padding only.
  if (end === 0) return undefined;
  try {
    const told: unknown = JSON.parse(textOf(end < 0 ? rest : rest.subarray(0, end)));
    if (!Array.isArray(told) || told[0] !== rules) return undefined;
    const [, id, day, kind] = told as unknown[];
    return typeof id === 'string' && typeof day === 'string' && typeof kind === 'string'
      ? { id, day, kind }
      : undefined;
  } catch {
    return undefined;
  }
}
