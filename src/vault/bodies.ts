/**
 * What a record needs of a text CRDT, without naming one: pages load the real one (`body-text.ts`)
 * only when somebody writes.
 */
import type { Bytes } from '../kernel/bytes.ts';

export interface Bodies {
  /** The body changed so that it reads `next`, touching only the words that differ. */
  write(body: Bytes | undefined, next: string): { readonly body: Bytes; readonly text: string };
  read(body: Bytes): string;
  merge(a: Bytes, b: Bytes): Bytes;
  /** Whether `a` already has every word and every deletion of `b`. */
  covers(a: Bytes, b: Bytes): boolean;
  /** The state vector: which words, by any author, this body knows of. */
  seen(body: Bytes | undefined): Bytes;
  holdsUnseen(body: Bytes | undefined, seen: Bytes): boolean;
}
