/** Opens what was sealed, quickly in numbers. A first screen opens few and does without (`first-look.ts`). */
import { Inflate, inflateSync } from 'fflate';

import { concat, type Bytes } from '../kernel/bytes.ts';
import type { Result } from '../kernel/result.ts';
import { largestPlain, openBy, unpackBy, type Inflating, type OpenFailure } from './envelope.ts';
import type { VaultKeys } from './keys.ts';
import type { Rec } from './record.ts';

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

const inflating: Inflating = (packed, read) =>
  read(inflateOnDesk(packed) ?? inflateInSlices(packed));

export const open = (keys: VaultKeys, wire: string, ct: Bytes): Promise<Result<Rec, OpenFailure>> =>
  openBy(inflating, keys, wire, ct);

export const unpack = (plain: Bytes): Promise<Result<Rec, OpenFailure>> =>
  unpackBy(inflating, plain);
