/** What a vault is opened with, and the part of it that writes, which a page fetches later. */
import type { Bytes } from '../kernel/bytes.ts';
import type { Random } from '../kernel/random.ts';
import type { Result } from '../kernel/result.ts';
import type { Bodies } from './bodies.ts';
import type { SealedDraft, VaultDatabase } from './database.ts';
import type { Change, Item, WriteFailure } from './item.ts';
import type { VaultKeys } from './keys.ts';
import type { Lock } from './lock/lock.ts';
import type { Rec } from './record.ts';
import type { Row } from './row.ts';

export interface VaultSetup {
  readonly name: string;
  readonly random: Random;
  readonly wall: () => number;
  /** Pages pass an `import()`: a first screen only reads. */
  readonly writing: () => Promise<Writing>;
  /** Likewise; Yjs is fetched only when words are written. */
  readonly bodies: () => Promise<Bodies>;
  /** What opens the lock, while any context of this shell holds it; asked only where a lock is on. */
  readonly lockKey?: () => Promise<Bytes | null>;
}

export interface Writing {
  readonly writeChanges: (
    vault: WritableVault,
    changes: readonly Change[],
  ) => Promise<Result<Item[], WriteFailure>>;
  readonly sealDraft: (
    keys: VaultKeys,
    place: string,
    text: string,
    random: Random,
  ) => Promise<SealedDraft>;
}

/** A vault as its writer sees it. */
export interface WritableVault {
  readonly db: VaultDatabase;
  readonly readOnly: boolean;
  readonly setup: VaultSetup;
  readonly keys: VaultKeys;
  readonly seed: Bytes;
  readonly isLocked: boolean;
  readonly lock: Lock | null;
  /** Marks what this run of the app writes. */
  readonly tie: string;
  openRec(row: Row): Promise<Rec | null>;
  reloadKeyring(): Promise<boolean>;
  announce(): void;
}
