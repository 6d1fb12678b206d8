/**
 * A person's records in this browser. Reading opens rows one by one; writing seals outside the
 * transaction (WebCrypto is asynchronous and a transaction does not wait) and commits only if nobody
 * wrote the same rows meanwhile.
 */
import type { Bytes } from '../kernel/bytes.ts';
import { createTie, type Random } from '../kernel/random.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { applied, needsBodies } from './apply-change.ts';
import type { Bodies } from './bodies.ts';
import { commitRows } from './commit-rows.ts';
import type { VaultDatabase } from './database.ts';
import { itemOf, type Change, type Item, type WriteFailure } from './item.ts';
import { readKeyring, readOrCreateKeyring, type Keyring } from './keyring.ts';
import type { VaultKeys } from './keys.ts';
import { openDatabase } from './open-database.ts';
import { setAside } from './quarantine.ts';
import type { Rec } from './record.ts';
import type { Row } from './row.ts';
import { openRow, rowOf } from './seal-row.ts';

export interface VaultSetup {
  readonly name: string;
  readonly random: Random;
  readonly wall: () => number;
  /** Pages pass an `import()`, so that Yjs is fetched only when words are written. */
  readonly bodies: () => Promise<Bodies>;
}

/** Enough for any pile-up of tabs; more would mean a row that can never be written. */
const attempts = 20;
/** Opened rows kept in memory (chosen: a few screens of a journal). */
const keptOpen = 2_000;

export class Vault {
  readonly db: VaultDatabase;
  /** True when a later Comma wrote this database. */
  readonly readOnly: boolean;
  readonly setup: VaultSetup;
  #keyring: Keyring;
  readonly #tie: string;
  readonly #opened = new Map<string, { readonly lv: number; readonly rec: Rec }>();
  readonly #listeners = new Set<() => void>();

  private constructor(setup: VaultSetup, db: VaultDatabase, keyring: Keyring, readOnly: boolean) {
    this.setup = setup;
    this.db = db;
    this.readOnly = readOnly;
    this.#keyring = keyring;
    this.#tie = createTie(setup.random);
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
    if (this.readOnly) return err({ type: 'ReadOnly' });
    const bodies = changes.some(needsBodies) ? await this.setup.bodies() : null;
    const drafts = changes.flatMap(({ draft }) => draft ?? []);
    for (let attempt = 0; attempt < attempts; attempt++) {
      const rows = await this.db.rec.bulkGet(changes.map(({ id }) => id));
      const at = { wall: this.setup.wall(), tie: this.#tie };
      const next: Rec[] = [];
      for (const [index, change] of changes.entries()) {
        const row = rows[index];
        const current = row ? await this.openRec(row) : null;
        if (row && !current) return err({ type: 'Unreadable', id: change.id });
        next.push(applied(current, change, at, bodies));
      }
      const { keys } = this;
      const sealed = await Promise.all(next.map((rec) => rowOf(keys, rec, this.setup.random)));
      const outcome = await commitRows(this.db, keys.vault, rows, sealed, drafts);
      if (outcome.type === 'full') return err({ type: 'StorageFull' });
      if (outcome.type === 'stale') continue;
      if (outcome.type === 'rekeyed') {
        await this.reloadKeyring();
        continue;
      }
      this.announce();
      return ok(next.map((rec, index) => itemOf(rec, outcome.first + index)));
    }
    throw new Error(`A row changed ${attempts} times while it was being written`);
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
