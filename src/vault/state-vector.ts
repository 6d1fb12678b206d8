/**
 * State vectors in Yjs's own encoding (a count, then author and clock, all LEB128), read and joined
 * without loading Yjs.
 */
import type { Bytes } from '../kernel/bytes.ts';

/** How many units of text by each author are known. */
export type StateVector = ReadonlyMap<number, number>;

/** Throws on bytes that end too early: a tombstone that forgot what it saw would delete unread words. */
export function parseStateVector(bytes: Uint8Array): StateVector {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error('a state vector ended early');
      // Multiplied, not shifted: authors are numbered up to 2^32.
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  return new Map(Array.from({ length: next() }, () => [next(), next()]));
}

/** Equal vectors give equal bytes, whatever order they were gathered in. */
export function serialiseStateVector(vector: StateVector): Bytes {
  const bytes: number[] = [];
  const put = (value: number): void => {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  put(vector.size);
  for (const [author, clock] of [...vector].sort(([a], [b]) => a - b)) {
    put(author);
    put(clock);
  }
  return Uint8Array.from(bytes);
}

/** Whether `a` knows everything that `b` does. */
export const reaches = (a: StateVector, b: StateVector): boolean =>
  [...b].every(([author, clock]) => (a.get(author) ?? 0) >= clock);

/** The higher clock of each author. */
export function joinStateVectors(a: StateVector, b: StateVector): StateVector {
  const joined = new Map(a);
  for (const [author, clock] of b) joined.set(author, Math.max(clock, joined.get(author) ?? 0));
  return joined;
}
