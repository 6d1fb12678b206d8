/** A pack as the text of a QR code: deflated, in the letters that a code holds most of. */
import { base32nopad } from '@scure/base';
import { deflateSync, inflateSync } from 'fflate';

import { utf8, type Bytes } from '../../kernel/bytes.ts';
import { packLimits } from './schema-parts.ts';

const head = 'COMMA:PACK:1:';
/** Bytes, packed (chosen): a code of some 120 modules a side, which a phone still reads off a screen. */
export const codeHolds = 1_100;

export interface PackCode {
  readonly text: string;
  /** Bytes, packed; above `codeHolds` there is no code to be made of it. */
  readonly bytes: number;
}

export function codeOf(file: object): PackCode {
  const packed = deflateSync(utf8(JSON.stringify(file)), { level: 9 });
  return { text: head + base32nopad.encode(packed), bytes: packed.length };
}

/** The file that is in the code; null for any other code. */
export function fileInCode(text: string): Bytes | null {
  if (!text.startsWith(head)) return null;
  try {
    const packed = base32nopad.decode(text.slice(head.length));
    // One byte more than there may be, so that a bomb stops unfolding, and is refused as too big.
    const file = inflateSync(packed, { out: new Uint8Array(packLimits.bytes + 1) }).slice();
    // What is no deflated text at all may unfold to nothing but zeros.
    return file[0] === '{'.charCodeAt(0) ? file : null;
  } catch {
    return null; // not what `codeOf` makes
  }
}
