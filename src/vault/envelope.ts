/**
 * The one sealed form of a record, on disk and on the wire (sync design, §3.3):
 * `0x01 | iv | AES-256-GCM(u32 n | deflate(u32 jlen | json | body) | zeros)`. Only padded sizes show.
 */
import { Inflate, inflateSync } from 'fflate';

import { concat, textOf, utf8, type Bytes } from '../kernel/bytes.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { tagLength } from '../kernel/revision.ts';
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

/** Room for nearly every record; without it each opening would set 128 kB aside (9 µs instead of 79). */
const desk = new Uint8Array(256 * 1024);

/** Chosen: what is packed longer than this rarely fits, and finding that out takes as long as opening it. */
const fitsDesk = 16 * 1024;

/** Undefined when it needs more room, or is broken. The next call writes over what this one returned. */
function inflateOnDesk(packed: Bytes): Uint8Array | undefined {
  if (packed.length > fitsDesk) return undefined;
  try {
    const whole = inflateSync(packed, { out: desk });
    return whole.length < desk.length ? whole : undefined;
  } catch {
    return undefined;
  }
}

/** In slices, so that the bound is checked before a bomb has unfolded: deflate packs at most 1,032 to one. */
function inflateInSlices(packed: Bytes): Bytes {
  const parts: Uint8Array[] = [];
  let [length, ended] = [0, false];
  const stream = new Inflate((part, final) => {
    length += part.length;
    ended = final;
    if (length > largestPlain) throw new Error('inflates past the bound');
    parts.push(part);
  });
  const slice = 4 * 1024;
  for (let at = 0; at < packed.length; at += slice)
    stream.push(packed.subarray(at, at + slice), at + slice >= packed.length);
  if (!ended) throw new Error('deflated bytes ended early');
  return concat(...parts);
}

function unpack(plain: Bytes): Rec | undefined {
  const packedLength = readU32(plain);
  if (packedLength > plain.length - 4) return undefined;
  const packed = plain.subarray(4, 4 + packedLength);
  const whole = inflateOnDesk(packed) ?? inflateInSlices(packed);
  const jsonEnd = 4 + readU32(whole);
  if (jsonEnd > whole.length) return undefined;
  return parseRec(JSON.parse(textOf(whole.subarray(4, jsonEnd))), whole.slice(jsonEnd));
}

export async function open(
  keys: VaultKeys,
  wire: string,
  ct: Bytes,
): Promise<Result<Rec, OpenFailure>> {
  const first = ct[0];
  if (first !== undefined && first !== version)
    return err({ type: 'UnknownVersion', version: first });
  if (ct.length < 1 + ivLength + tagLength) return err({ type: 'Tampered' });
  const iv = ct.subarray(1, 1 + ivLength);
  let plain: Bytes;
  try {
    const opened = await crypto.subtle.decrypt(
      parameters(keys, wire, iv),
      keys.data,
      ct.subarray(1 + ivLength),
    );
    plain = new Uint8Array(opened);
  } catch {
    // WebCrypto has one answer for every wrong byte.
    return err({ type: 'Tampered' });
  }
  try {
    const rec = unpack(plain);
    return rec ? ok(rec) : err({ type: 'Malformed' });
  } catch {
    return err({ type: 'Malformed' });
  }
}
