/**
 * A person's records in this browser. Reading opens rows one by one; writing seals outside the
 * transaction (WebCrypto is asynchronous and a transaction does not wait) and commits only if nobody
 * wrote the same rows meanwhile.
 */
import { liveQuery } from 'dexie';

import type { Bytes } from '../kernel/bytes.ts';
import { createTie } from '../kernel/random.ts';
import type { Result } from '../kernel/result.ts';
import type { VaultDatabase } from './database.ts';
import { itemOf, type Change, type Item, type WriteFailure } from './item.ts';
import {
  nameIn,
  readKeyring,
  readOrCreateKeyring,
  unlockKeyring,
  type KeptKeyring,
  type Keyring,
} from './keyring.ts';
import type { VaultKeys } from './keys.ts';
import type { Lock } from './lock/lock.ts';
import { readWhileLocked } from './lock/while-locked.ts';
import { mendColumns } from './mend-columns.ts';
import { openDatabase } from './open-database.ts';
import { openRow } from './open-row.ts';
import { rowsOf } from './rows-of.ts';
import { setAside } from './quarantine.ts';
import type { Readable, Watch } from './readable.ts';
import type { Rec } from './record.ts';
import type { Row } from './row.ts';
import type { VaultSetup, WritableVault } from './setup.ts';
import type { Stored, View } from './view.ts';

/** Opened rows kept in memory (chosen: a few screens of a journal). */
const keptOpen = 2_000;

export class Vault implements WritableVault, Readable {
  readonly db: VaultDatabase;
  /** True when a later Comma wrote this database. */
  readonly readOnly: boolean;
  readonly setup: VaultSetup;
  #kept: KeptKeyring;
  /** Null while the lock is closed. */
  #keyring: Keyring | null = null;
  #lockKey: Bytes | null = null;
  readonly tie: string;
  readonly #opened = new Map<string, { readonly lv: number; readonly rec: Rec }>();
  readonly #listeners = new Set<() => void>();
  readonly #keyListeners = new Set<() => void>();

  private constructor(setup: VaultSetup, db: VaultDatabase, kept: KeptKeyring, readOnly: boolean) {
    this.setup = setup;
    this.db = db;
    this.readOnly = readOnly;
    this.#kept = kept;
    this.tie = createTie(setup.random);
  }

  static async open(setup: VaultSetup): Promise<Vault> {
    const { db, newer } = await openDatabase(setup.name);
    const vault = new Vault(setup, db, await readOrCreateKeyring(db, setup.random), newer);
    await vault.#take(vault.#kept);
    return vault;
  }

  /** Throws while the lock is closed. */
  get keys(): VaultKeys {
    return this.#open().keys;
  }

  /** Throws while the lock is closed. */
  get seed(): Bytes {
    return this.#open().seed;
  }

  #open(): Keyring {
    if (!this.#keyring) throw new Error('the lock is closed');
    return this.#keyring;
  }

  /** The lock is on and closed: no row opens, and what is written waits, sealed, for whoever unlocks. */
  get isLocked(): boolean {
    return !this.#keyring;
  }

  /** Null while no lock is on. */
  get lock(): Lock | null {
    return 'lock' in this.#kept ? this.#kept.lock : null;
  }

  /** Null while the lock is off or closed. */
  get lockKey(): Bytes | null {
    return this.#lockKey;
  }

  /** Called after every change made through this object; other contexts learn it from live queries. */
  onWrite(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(): void {
    for (const listener of this.#listeners) listener();
  }

  follow<Table extends keyof Stored>(
    views: readonly View<Table>[],
    { value, failure }: Watch<readonly Stored[Table][]>,
  ): () => void {
    const begin = (): { unsubscribe: () => void } =>
      liveQuery(() => rowsOf(this.db, views)).subscribe(value, failure);
    let following = begin();
    // The same rows open, or open no more.
    const stop = this.onKeys(() => {
      following.unsubscribe();
      following = begin();
    });
    return () => {
      stop();
      following.unsubscribe();
    };
  }

  /** Rows that do not open are set aside and left out; the settings page counts them. */
  async openRows(rows: readonly Row[]): Promise<Item[]> {
    if (this.isLocked) return readWhileLocked(this.db, rows);
    const recs = await Promise.all(rows.map((row) => this.openRec(row)));
    return recs.flatMap((rec, at) => (rec ? [itemOf(rec, rows[at]?.lv ?? 0)] : []));
  }

  async read(id: string): Promise<Item | null> {
    const row = await this.db.rec.get(id);
    return row ? ((await this.openRows([row]))[0] ?? null) : null;
  }

  /** All the changes or none, in one transaction. */
  async write(...changes: readonly Change[]): Promise<Result<Item[], WriteFailure>> {
    const { writeChanges } = await this.setup.writing();
    return writeChanges(this, changes);
  }

  /** Null for a row that does not open, or as another record, which is then counted as set aside. */
  async openRec(row: Row): Promise<Rec | null> {
    const kept = this.#opened.get(row.id);
    if (kept?.lv === row.lv) return kept.rec;
    if (this.isLocked) return null;
    let opened = await openRow(this.keys, row);
    if (!opened.ok && (await this.reloadKeyring())) {
      if (this.#keyring === null) return null;
      opened = await openRow(this.keys, row);
    }
    if (!opened.ok || opened.value.id !== row.id) {
      await setAside(this.db, row);
      return null;
    }
    // A later Comma may decide columns in another way.
    if (!this.readOnly) await mendColumns(this.db, row, opened.value);
    if (this.#opened.size >= keptOpen) this.#opened.clear();
    this.#opened.set(row.id, { lv: row.lv, rec: opened.value });
    return opened.value;
  }

  /**
   * Another context may have joined this vault to a different journal, or turned, closed or opened the lock. True
   * when the keys changed.
   */
  async reloadKeyring(): Promise<boolean> {
    const now = await readKeyring(this.db);
    return now !== undefined && this.#take(now);
  }

  async #take(now: KeptKeyring): Promise<boolean> {
    const [name, wasLocked] = [nameIn(this.#kept), this.isLocked];
    const lockKey = 'lock' in now ? ((await this.setup.lockKey?.()) ?? null) : null;
    const isSame = nameIn(now) === name;
    let keyring = 'lock' in now ? null : now;
    if ('lock' in now && lockKey)
      keyring = (isSame && this.#keyring) || (await unlockKeyring(now, lockKey));
    this.#kept = now;
    this.#lockKey = keyring && lockKey;
    if (isSame && wasLocked === !keyring) return false;
    this.#keyring = keyring;
    this.#opened.clear();
    for (const listener of this.#keyListeners) listener();
    return true;
  }

  /** Lets go of every key and opened row at once. */
  shut(): void {
    [this.#keyring, this.#lockKey] = [null, null];
    this.#opened.clear();
    for (const listener of this.#keyListeners) listener();
  }

  /** Called when the keys of now are others, or came, or went. */
  onKeys(listener: () => void): () => void {
    this.#keyListeners.add(listener);
    return () => this.#keyListeners.delete(listener);
  }

  close(): void {
    this.db.close();
  }
}
