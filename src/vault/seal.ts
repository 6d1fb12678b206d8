/** The writing half of the envelope (`envelope.ts`); apart from it, because most starts only read. */
import { deflateSync } from 'fflate';

import { concat, utf8, type Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import { packColumns } from './columns.ts';
import { ivLength, largestPlain, parameters, version } from './envelope.ts';
import type { VaultKeys } from './keys.ts';
import type { Rec } from './record.ts';
import { serialiseRec } from './record-json.ts';

/** Chosen: check-ins and settings all look alike. */
const smallestPadded = 256;

/** Padmé (Nikitin et al., PETS 2019): at most 12 % more bytes, only O(log log n) bits of length shown. */
export function paddedLength(length: number): number {
  if (length <= smallestPadded) return smallestPadded;
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - (Math.floor(Math.log2(exponent)) + 1));
  return Math.ceil(length / step) * step;
}

const u32 = (value: number): Bytes => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

export async function seal(
  keys: VaultKeys,
  wire: string,
  rec: Rec,
  random: Random,
): Promise<Bytes> {
  const json = utf8(JSON.stringify(serialiseRec(rec)));
  const whole = concat(u32(json.length), json, rec.body ?? new Uint8Array());
  if (whole.length > largestPlain) throw new Error('a record over 32 MB could not be opened again');
  const packed = deflateSync(whole);
  const told = concat(u32(packed.length), packed, packColumns(rec));
  const plain = new Uint8Array(paddedLength(told.length));
  plain.set(told);
  const iv = random(ivLength);
  const sealed = await crypto.subtle.encrypt(parameters(keys, wire, iv), keys.data, plain);
  return concat(Uint8Array.of(version), iv, new Uint8Array(sealed));
}
