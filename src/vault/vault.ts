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
import { readKeyring, readOrCreateKeyring, type Keyring } from './keyring.ts';
import type { VaultKeys } from './keys.ts';
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
  #keyring: Keyring;
  readonly tie: string;
  readonly #opened = new Map<string, { readonly lv: number; readonly rec: Rec }>();
  readonly #listeners = new Set<() => void>();

  private constructor(setup: VaultSetup, db: VaultDatabase, keyring: Keyring, readOnly: boolean) {
    this.setup = setup;
    this.db = db;
    this.readOnly = readOnly;
    this.#keyring = keyring;
    this.tie = createTie(setup.random);
  }

  static async open(setup: VaultSetup): Promise<Vault> {
    const { db, newer } = await openDatabase(setup.name);
    return new Vault(setup, db, await readOrCreateKeyring(db, setup.random), newer);
  }

  get keys(): VaultKeys {
    return this.#keyring.keys;
  }

  get seed(): Bytes {
    return this.#keyring.seed;
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
    const following = liveQuery(() => rowsOf(this.db, views)).subscribe(value, failure);
    return () => {
      following.unsubscribe();
    };
  }

  /** Rows that do not open are set aside and left out; the settings page counts them. */
  async openRows(rows: readonly Row[]): Promise<Item[]> {
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

  /** Null for a row that does not open, which is then counted as set aside. */
  async openRec(row: Row): Promise<Rec | null> {
    const kept = this.#opened.get(row.id);
    if (kept?.lv === row.lv) return kept.rec;
    let opened = await openRow(this.keys, row);
    if (!opened.ok && (await this.reloadKeyring())) opened = await openRow(this.keys, row);
    if (!opened.ok) {
      await setAside(this.db, row);
      return null;
    }
    if (this.#opened.size >= keptOpen) this.#opened.clear();
    this.#opened.set(row.id, { lv: row.lv, rec: opened.value });
    return opened.value;
  }

  /** Another context may have joined this vault to a different journal. True when the keys changed. */
  async reloadKeyring(): Promise<boolean> {
    const now = await readKeyring(this.db);
    if (!now || now.keys.vault === this.keys.vault) return false;
    this.#keyring = now;
    this.#opened.clear();
    return true;
  }

  close(): void {
    this.db.close();
  }
}
