/**
 * The files of a zip, of a stranger's: its list is read first and looked at to its end, and a file is unpacked
 * piece by piece, so that one which grows too far is noticed while it does.
 */
import { Inflate } from 'fflate';

import { err, ok, type Result } from '../../../kernel/result.ts';
import { concat } from '../../../kernel/bytes.ts';
import { limits } from './limits.ts';
import type { Trouble } from './trouble.ts';

export interface ZipFile {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly check: number;
  /** Where its own header begins. */
  readonly at: number;
}

const endMark = 0x06054b50;
const listMark = 0x02014b50;
const fileMark = 0x04034b50;
const [stored, deflated] = [0, 8];

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The end of the list is at the end of the file, before a remark of up to 64 kB. */
function endOf(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes);
  const least = Math.max(0, bytes.length - 65_557);
  for (let at = bytes.length - 22; at >= least; at--)
    if (view.getUint32(at, true) === endMark) return at;
  return undefined;
}

/** Refused whole when one of its files is what no export holds. */
export function zipFiles(bytes: Uint8Array): Result<ZipFile[], Trouble> {
  const end = endOf(bytes);
  if (end === undefined) return err({ type: 'zipCutOff' });
  const view = viewOf(bytes);
  const count = view.getUint16(end + 10, true);
  const [length, from] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (count > limits.entries) return err({ type: 'zipEntries' });
  if (from + length > end) return err({ type: 'badZip' });
  const files: ZipFile[] = [];
  let [at, all] = [from, 0];
  for (let nth = 0; nth < count; nth++) {
    if (at + 46 > end || view.getUint32(at, true) !== listMark) return err({ type: 'badZip' });
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) return err({ type: 'badZip' });
    const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const file: ZipFile = {
      name,
      ...{ method: view.getUint16(at + 10, true), check: view.getUint32(at + 16, true) },
      ...{ packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true) },
      at: view.getUint32(at + 42, true),
    };
    all += file.size;
    const why = strangeIn(file, view.getUint16(at + 8, true), view.getUint32(at + 38, true));
    if (why) return err({ type: why, file: name });
    if (all > limits.zip) return err({ type: 'zipBomb', file: name });
    files.push(file);
    at = next;
  }
  return ok(files);
}

function strangeIn(
  { name, packed, size, method }: ZipFile,
  flags: number,
  attributes: number,
): Trouble['type'] | undefined {
  const isOutside =
    /^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..') || name.includes('\0');
  if (isOutside) return 'zipPath';
  // The kind of a file where Unix made the zip: a link says where another one is.
  if (((attributes >>> 16) & 0xf000) === 0xa000) return 'zipLink';
  if ((flags & 1) !== 0) return 'zipSealed';
  if (size > packed * limits.ratio + 1_000) return 'zipBomb';
  return method === stored || method === deflated ? undefined : 'badZip';
}

/** The bytes of one of its files; what its list says about them has to be true. */
export function unpacked(bytes: Uint8Array, file: ZipFile): Result<Uint8Array, Trouble> {
  const { name, at, packed, size, method, check } = file;
  const view = viewOf(bytes);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== fileMark)
    return err({ type: 'zipDamaged', file: name });
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) return err({ type: 'zipCutOff' });
  if (size > limits.file) return err({ type: 'tooLarge', file: name });
  const inside = bytes.subarray(from, from + packed);
  const whole = method === stored ? inside : inflated(inside, size);
  if (whole === 'bomb') return err({ type: 'zipBomb', file: name });
  if (whole?.length !== size || crcOf(whole) !== check)
    return err({ type: 'zipDamaged', file: name });
  return ok(whole);
}

/** Bytes given to the unpacking at once: what comes out of so many is looked at before the next (chosen). */
const piece = 16_384;

function inflated(bytes: Uint8Array, size: number): Uint8Array | 'bomb' | undefined {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((part) => {
    length += part.length;
    if (length <= size) parts.push(part);
  });
  try {
    for (let at = 0; at < bytes.length || at === 0; at += piece) {
      inflate.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
      if (length > size) return 'bomb';
    }
  } catch {
    return undefined; // what fflate throws at damaged bytes
  }
  return concat(...parts);
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcOf(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
