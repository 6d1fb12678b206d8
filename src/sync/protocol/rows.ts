/** A JSON head with sizes, then the ciphertexts end to end: how rows travel, in either direction. */
import type { Bytes } from '../../kernel/bytes.ts';
import { longestHead, longestRow, shortestRow } from './limits.ts';
import { cut, packed, unpacked } from './packing.ts';
import { countFrom, type Shape } from './shape.ts';

export const rowSize = countFrom(shortestRow, longestRow);

/** The type of a body with rows in it. */
export const rowsType = 'application/vnd.comma.rows';

export interface Rows<Head> {
  readonly head: Head;
  /** As many as the head names, in its order. */
  readonly blobs: readonly Bytes[];
}

export const serialiseRows = (head: object, blobs: readonly Bytes[] = []): Bytes =>
  packed(head, blobs);

/** Null unless the head has this shape and what follows are exactly the bytes that it announces. */
export function parseRows<Head>(
  bytes: Bytes,
  shape: Shape<Head>,
  sizesOf: (head: Head) => readonly number[],
): Rows<Head> | null {
  const parts = unpacked(bytes, longestHead);
  const head = parts ? shape.read(parts.head) : undefined;
  if (!parts || head === undefined) return null;
  const blobs = cut(parts.rest, sizesOf(head));
  return blobs && { head, blobs };
}

export const namesOnce = (names: readonly string[]): boolean =>
  new Set(names).size === names.length;
