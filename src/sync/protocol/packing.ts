/** Inside the seal there is no need for base64: a JSON head with sizes, then the ciphertexts end to end. */
import { concat, textOf, utf8, type Bytes } from '../../kernel/bytes.ts';
import { parseJson } from '../../kernel/json.ts';

const prefix = 4;

export function packed(head: object, blobs: readonly Bytes[] = []): Bytes {
  const text = utf8(JSON.stringify(head));
  const length = new Uint8Array(prefix);
  new DataView(length.buffer).setUint32(0, text.length);
  return concat(length, text, ...blobs);
}

/** Null when the bytes were not packed so, or the head is longer; what it says is still to be checked. */
export function unpacked(
  bytes: Bytes,
  longestHead = Infinity,
): { readonly head: unknown; readonly rest: Bytes } | null {
  if (bytes.length < prefix) return null;
  const headEnd = prefix + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (headEnd > bytes.length || headEnd - prefix > longestHead) return null;
  const text = utf8ToText(bytes.subarray(prefix, headEnd));
  const head = text === null ? undefined : parseJson(text);
  return head === undefined ? null : { head, rest: bytes.subarray(headEnd) };
}

/** The blobs of these sizes, or null unless they are exactly all there is. */
export function cut(rest: Bytes, sizes: readonly number[]): Bytes[] | null {
  const blobs: Bytes[] = [];
  let at = 0;
  for (const size of sizes) {
    // A copy: a view would keep the whole page alive with each stored row.
    blobs.push(rest.slice(at, at + size));
    at += size;
  }
  return at === rest.length ? blobs : null;
}

function utf8ToText(bytes: Bytes): string | null {
  try {
    return textOf(bytes);
  } catch {
    return null;
  }
}
