/** The tables of a vault, and which of them hold words: `rec`, `quar` and `draft`, always sealed. */
import { Dexie, type Table } from 'dexie';

import type { Bytes } from '../kernel/bytes.ts';
import { inOrder, type Migration } from './migrations/index.ts';
import type { MarkBucket } from './mark-bucket.ts';
import type { PeerState } from './marks.ts';
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
  /** Without `steps` the tables are taken as they lie. */
  constructor(name: string, steps: readonly Migration[]) {
    // Strict: an entry that was acknowledged survives a crash of the machine, for about 1 ms a write.
    // No cache: what another window puts away while rows are on their way out of it would be shown for good.
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
    for (const { version, stores, upgrade } of inOrder(steps)) {
      const declared = this.version(version).stores(stores);
      if (upgrade) declared.upgrade(upgrade);
    }
  }

  // Getters, because Dexie names no tables on a database it takes as it lies.
  get rec(): Table<Row, string> {
    return this.table('rec');
  }

  get mark(): Table<MarkBucket, [peer: string, bucket: string]> {
    return this.table('mark');
  }

  get peer(): Table<PeerState & { readonly peer: string }, string> {
    return this.table('peer');
  }

  get quar(): Table<QuarantinedRow, [string, string]> {
    return this.table('quar');
  }

  get draft(): Table<SealedDraft, string> {
    return this.table('draft');
  }

  get meta(): Table<{ readonly key: string; readonly value: unknown }, string> {
    return this.table('meta');
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
