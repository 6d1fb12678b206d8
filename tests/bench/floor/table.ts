/** One Dexie table of plain rows: what a journal without any of our promises would keep. */
import { Dexie, type Table } from 'dexie';

export interface PlainEntry {
  readonly id: string;
  readonly day: string;
  readonly at: number;
  readonly text: string;
}

export class FloorDatabase extends Dexie {
  constructor() {
    super('floor', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ entry: 'id, day, at' });
  }

  get entry(): Table<PlainEntry, string> {
    return this.table('entry');
  }
}
