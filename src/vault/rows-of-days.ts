import type { Collection } from 'dexie';

import type { VaultDatabase } from './database.ts';
import type { Row } from './row.ts';

/** The rows of one kind from day to day, both included, oldest first. */
export const rowsOfDays = (
  db: VaultDatabase,
  kind: string,
  from: string,
  until: string,
): Collection<Row, string> =>
  db.rec.where('[kind+day]').between([kind, from], [kind, until], true, true);

/** The day in a key of the index that `rowsOfDays` reads. */
export const dayOfKey = (key: unknown): string =>
  Array.isArray(key) && typeof key[1] === 'string' ? key[1] : '';
