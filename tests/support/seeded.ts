/**
 * Repeatable chance, also inside libraries: Yjs takes hold of `crypto.getRandomValues` when it loads,
 * so import this file before anything that loads Yjs.
 */
import type { Random } from '#core/kernel/random.ts';

export interface Seeded {
  /** From 0 up to, not including, 1. */
  next(): number;
  below(limit: number): number;
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  readonly bytes: Random;
}

/** The sfc32 generator (Doty-Humphrey, PractRand). */
export function seeded(seed: number): Seeded {
  let [a, b, c, count] = [seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1];
  const next32 = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 12; warm++) next32();
  const next = (): number => next32() / 2 ** 32;
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    bytes(length) {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; at++) bytes[at] = next32();
      return bytes;
    },
  };
}

const original = crypto.getRandomValues.bind(crypto);
let source: Seeded | undefined;

Object.defineProperty(crypto, 'getRandomValues', {
  configurable: true,
  value<Target extends ArrayBufferView<ArrayBuffer>>(target: Target): Target {
    if (!source) return original(target);
    const view = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
    view.set(source.bytes(view.length));
    return target;
  },
});

/** From here on every random value of this process follows from the seed; undefined gives back real chance. */
export function seedCrypto(seed: number | undefined): void {
  source = seed === undefined ? undefined : seeded(seed);
}
