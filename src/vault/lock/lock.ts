/**
 * The lock as it lies in `meta`, in the keyring's place: one random lock key opens the seed, and every way to
 * unlock opens the lock key. So a changed passphrase rewrites one way, and a changed seed none.
 */
import type { Bytes } from '../../kernel/bytes.ts';

/** How a passphrase becomes a key; kept with each lock, so that it can grow later. */
export interface Stretching {
  readonly memoryKiB: number;
  readonly passes: number;
}

export type LockWay =
  | {
      readonly type: 'passphrase';
      readonly salt: Bytes;
      readonly stretching: Stretching;
      /** The lock key under what the passphrase becomes. */
      readonly box: Bytes;
    }
  | {
      readonly type: 'passkey';
      readonly credential: Bytes;
      readonly salt: Bytes;
      /** The lock key under what the authenticator answers to the salt. */
      readonly box: Bytes;
    };

export interface Lock {
  /** At least one, at most one of a type. */
  readonly ways: readonly LockWay[];
  /** The seed of this vault and those it had before, 16 bytes each, under the lock key. */
  readonly seeds: Bytes;
  /** P-256, uncompressed: what is written while locked is sealed to it. */
  readonly laterKey: Bytes;
  /** Its other half (PKCS #8), under the lock key. */
  readonly laterSecret: Bytes;
  /** The same for whoever has the recovery kit alone: under a secret of the seed. */
  readonly laterByKit?: Bytes;
}
