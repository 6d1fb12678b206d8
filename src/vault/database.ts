/** The tables of a vault, and which of them hold words: `rec`, `quar` and `draft`, always sealed. */
import { Dexie, type Table } from 'dexie';

import type { Bytes } from '../kernel/bytes.ts';
import { inOrder, migrations, type Migration } from './migrations/index.ts';
import type { Mark, PeerState } from './marks.ts';
import type { Row } from './row.ts';

/** A sealed row nobody could open. `peer` says where it came from; `here` is this vault itself. */
export interface QuarantinedRow {
  readonly peer: string;
  readonly wire: string;
  readonly rev: string;
  readonly ct: Bytes;
}

/** Words not yet kept as an entry: one sealed draft per place they are typed in. Never synced. */
export interface SealedDraft {
  readonly place: string;
  readonly ct: Bytes;
}

export class VaultDatabase extends Dexie {
  declare readonly rec: Table<Row, string>;
  declare readonly sync: Table<Mark & { readonly peer: string }, [string, string]>;
  declare readonly peer: Table<PeerState & { readonly peer: string }, string>;
  declare readonly quar: Table<QuarantinedRow, [string, string]>;
  declare readonly draft: Table<SealedDraft, string>;
  declare readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>;
  readonly #newest: number;

  constructor(name: string, steps: readonly Migration[] = migrations) {
    // Strict: an entry that was acknowledged survives a crash of the machine, for about 1 ms a write.
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, stores, upgrade } of inOrder(steps)) {
      const declared = this.version(version).stores(stores);
      if (upgrade) declared.upgrade(upgrade);
    }
    this.#newest = steps.length;
  }

  /** Written by a later Comma than this one: its rows may mean what this code cannot know. */
  get isNewerThanCode(): boolean {
    return this.verno > this.#newest;
  }

  /** Takes the next version numbers; call inside a write transaction on `meta`. */
  async nextVersions(count: number): Promise<number> {
    const last = await this.currentVersion();
    await this.meta.put({ key: 'version', value: last + count });
    return last + 1;
  }

  /** The version counter as it stands. */
  async currentVersion(): Promise<number> {
    const kept = (await this.meta.get('version'))?.value;
    return typeof kept === 'number' ? kept : 0;
  }
}
