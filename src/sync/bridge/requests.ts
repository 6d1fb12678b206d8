/** What the page may ask under seal: the two calls of a peer, numbered. */
import type { Bytes } from '../../kernel/bytes.ts';
import type { PushItem, Witness } from '../peer.ts';
import {
  isObject,
  readCount,
  readList,
  readNullable,
  readText,
  type Read,
} from '../../kernel/read.ts';
import { cut, packed, unpacked } from '../protocol/packing.ts';

/** Rows in one page or push (chosen: about a megabyte of usual ones; smaller ones spend more time on the way). */
export const longestBatch = 2_000;

export type Request =
  | {
      readonly kind: 'pull';
      readonly id: number;
      readonly seq: number;
      readonly wit: Witness | null;
    }
  | { readonly kind: 'push'; readonly id: number; readonly items: readonly PushItem[] };

/** Wire ids and revisions are 22 letters; room is left for longer ones. */
export const readName = readText(64);

export const readWitness: Read<Witness> = (value) => {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const seq = readCount(value[0]);
  const token = readText(128)(value[1]);
  return seq === undefined || token === undefined ? undefined : { seq, token };
};

export const packedWitness = (wit: Witness | null): readonly [number, string] | null =>
  wit && [wit.seq, wit.token];

interface ItemHead {
  readonly id: string;
  readonly base: string | null;
  readonly size: number;
}

const readItem: Read<ItemHead> = (value) => {
  if (!Array.isArray(value) || value.length !== 3) return undefined;
  const id = readName(value[0]);
  const base = readNullable(readName)(value[1]);
  const size = readCount(value[2]);
  return id === undefined || base === undefined || size === undefined
    ? undefined
    : { id, base, size };
};

const readItems = readList(readItem, longestBatch);

export function serialiseRequest(request: Request): Bytes {
  const { kind, id } = request;
  if (kind === 'pull')
    return packed({ kind, id, seq: request.seq, wit: packedWitness(request.wit) });
  const { items } = request;
  return packed(
    { kind, id, items: items.map((item) => [item.id, item.base, item.ct.length]) },
    items.map((item) => item.ct),
  );
}

export function parseRequest(bytes: Bytes): Request | null {
  const parts = unpacked(bytes);
  if (!parts || !isObject(parts.head)) return null;
  const { head, rest } = parts;
  const id = readCount(head['id']);
  if (id === undefined) return null;
  if (head['kind'] === 'pull') {
    const seq = readCount(head['seq']);
    const wit = readNullable(readWitness)(head['wit']);
    if (seq === undefined || wit === undefined || rest.length > 0) return null;
    return { kind: 'pull', id, seq, wit };
  }
  const heads = head['kind'] === 'push' ? readItems(head['items']) : undefined;
  const blobs =
    heads &&
    cut(
      rest,
      heads.map(({ size }) => size),
    );
  if (!blobs) return null;
  const items = heads.map((item, at) => ({ id: item.id, base: item.base, ct: blobs[at] }));
  return { kind: 'push', id, items: items.filter(hasBytes) };
}

/** A head and its blob come from two lists of one length; this is where the compiler learns it. */
export const hasBytes = <Item extends { readonly ct: Bytes | undefined }>(
  item: Item,
): item is Item & { readonly ct: Bytes } => item.ct !== undefined;
