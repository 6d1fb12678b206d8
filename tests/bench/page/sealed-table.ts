/** Sealed rows in one plain table, as they came. */
import { Dexie, type Table } from 'dexie';

export interface SealedEntry {
  readonly id: string;
  readonly ct: Uint8Array<ArrayBuffer>;
}

export class SealedDatabase extends Dexie {
  constructor() {
    super('sealed', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ sealed: 'id' });
  }

  get sealed(): Table<SealedEntry, string> {
    return this.table('sealed');
  }
}
