/**
 * The one sealed form of a record, on disk and on the wire (sync design, §3.3):
 * `0x01 | iv | AES-256-GCM(u32 n | deflate(u32 jlen | json | body) | columns | zeros)`. Only padded sizes show. Whoever
 * does not know of the columns takes them for padding.
 */
import { textOf, utf8, type Bytes } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { tagLength } from '../kernel/revision.ts';
import { unpackColumns, type Columns } from './columns.ts';
import type { VaultKeys } from './keys.ts';
import type { Rec } from './record.ts';
import { parseRec } from './record-json.ts';

export type OpenFailure =
  | { readonly type: 'UnknownVersion'; readonly version: number }
  /** The bytes are not what was sealed under this key and name. */
  | { readonly type: 'Tampered' }
  /** Honestly sealed, yet not a record. */
  | { readonly type: 'Malformed' };

export const version = 1;
export const ivLength = 12;
/** Chosen: a year of typing in one record stays far below, a decompression bomb does not. */
export const largestPlain = 32 * 2 ** 20;
const readU32 = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);

export const parameters = (keys: VaultKeys, wire: string, iv: Bytes): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8(`comma1|${keys.vault}|${wire}|${keys.epoch}`),
});

/**
 * Hands the inflated bytes to `read`, which keeps none of them. Throws or rejects when they are not deflated
 * or are more than `largestPlain`, before all of them have unfolded.
 */
export type Inflating = <Value>(
  packed: Bytes,
  read: (whole: Uint8Array) => Value,
) => Value | Promise<Value>;

function readWhole(whole: Uint8Array): Rec | undefined {
  const jsonEnd = 4 + readU32(whole);
  if (jsonEnd > whole.length) return undefined;
  return parseRec(JSON.parse(textOf(whole.subarray(4, jsonEnd))), whole.slice(jsonEnd));
}

/** What was sealed under this key and name, proven and still packed. */
export async function unseal(
  keys: VaultKeys,
  wire: string,
  ct: Bytes,
): Promise<Result<Bytes, OpenFailure>> {
  const first = ct[0];
  if (first !== undefined && first !== version)
    return err({ type: 'UnknownVersion', version: first });
  if (ct.length < 1 + ivLength + tagLength) return err({ type: 'Tampered' });
  const iv = ct.subarray(1, 1 + ivLength);
  try {
    const opened = await crypto.subtle.decrypt(
      parameters(keys, wire, iv),
      keys.data,
      ct.subarray(1 + ivLength),
    );
    return ok(new Uint8Array(opened));
  } catch {
    // WebCrypto has one answer for every wrong byte.
    return err({ type: 'Tampered' });
  }
}

/** Undefined when only the record tells them. */
export const columnsIn = (plain: Bytes): Columns | undefined =>
  plain.length < 4 ? undefined : unpackColumns(plain.subarray(4 + readU32(plain)));

export async function unpackBy(
  inflating: Inflating,
  plain: Bytes,
): Promise<Result<Rec, OpenFailure>> {
  try {
    const packedLength = readU32(plain);
    const rec =
      packedLength <= plain.length - 4 &&
      (await inflating(plain.subarray(4, 4 + packedLength), readWhole));
    return rec ? ok(rec) : err({ type: 'Malformed' });
  } catch {
    return err({ type: 'Malformed' });
  }
}

export async function openBy(
  inflating: Inflating,
  keys: VaultKeys,
  wire: string,
  ct: Bytes,
): Promise<Result<Rec, OpenFailure>> {
  const plain = await unseal(keys, wire, ct);
  return plain.ok ? unpackBy(inflating, plain.value) : plain;
}
