/** A record as JSON with short keys, the body apart. Keys it does not know go through untouched. */
import { fromBase64Url, toBase64Url, type Bytes } from '../kernel/bytes.ts';
import type { Json } from '../kernel/json.ts';
import type { Rec, Register, Tombstone } from './record.ts';
import { parseStateVector } from './state-vector.ts';

export function serialiseRec(rec: Rec): Readonly<Record<string, Json>> {
  const { id, kind, fields, text, tombstone, restored, purged, gone, extra } = rec;
  return {
    ...extra,
    i: id,
    k: kind,
    f: fields,
    ...(text !== undefined && { t: text }),
    ...(tombstone && { d: [tombstone[0], tombstone[1], toBase64Url(tombstone[2])] }),
    ...(restored && { r: restored }),
    ...(purged !== undefined && { p: purged }),
    ...(gone && { g: true }),
  };
}

type Unknowns = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unknowns =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Any clock's number is taken: refusing one would lose the record it stands on.
const isStamp = (value: unknown): value is number => Number.isFinite(value);

const isRegister = (value: unknown): value is Register =>
  Array.isArray(value) && value.length === 3 && isStamp(value[1]) && typeof value[2] === 'string';

const isFields = (value: unknown): value is Rec['fields'] =>
  isObject(value) && Object.values(value).every(isRegister);

const isRestored = (value: unknown): value is readonly [number, string] =>
  Array.isArray(value) && value.length === 2 && isStamp(value[0]) && typeof value[1] === 'string';

function parseTombstone(value: unknown): Tombstone | undefined {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const [stamp, tie, seen] = value as unknown[];
  if (!isStamp(stamp) || typeof tie !== 'string' || typeof seen !== 'string') return undefined;
  const vector = fromBase64Url(seen);
  parseStateVector(vector);
  return [stamp, tie, vector];
}

/** Undefined for anything that is not a record; throws on a tombstone whose bytes are broken. */
export function parseRec(json: unknown, body: Bytes): Rec | undefined {
  if (!isObject(json)) return undefined;
  const { i: id, k: kind, f: fields, t: text, d, r: restored, p: purged, g: gone, ...extra } = json;
  const tombstone = d === undefined ? undefined : parseTombstone(d);
  if (
    typeof id !== 'string' ||
    typeof kind !== 'string' ||
    !isFields(fields) ||
    (text !== undefined && typeof text !== 'string') ||
    (d !== undefined && !tombstone) ||
    (restored !== undefined && !isRestored(restored)) ||
    (purged !== undefined && !isStamp(purged)) ||
    (gone !== undefined && gone !== true)
  )
    return undefined;
  return {
    id,
    kind,
    fields,
    ...(body.length > 0 && { body }),
    ...(text !== undefined && { text }),
    ...(tombstone && { tombstone }),
    ...(restored && { restored }),
    ...(purged !== undefined && { purged }),
    ...(gone && { gone }),
    ...(Object.keys(extra).length > 0 && { extra: extra as Record<string, Json> }),
  };
}
