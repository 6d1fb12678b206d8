import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import { rowsOfDays } from '../../vault/rows-of-days.ts';
import type { Row } from '../../vault/row.ts';
import type { Vault } from '../../vault/vault.ts';
import { newestFirst } from './days.ts';
import { entryKind, parseEntry, type Entry } from './entry.ts';
import { entryOfLetter, letterKind } from './letters.ts';

/** Letters that open on this day of the person's or opened before it, and nobody has met yet; newest first. */
export const lettersBy = (vault: Vault, day: string): Live<readonly Entry[]> =>
  live(
    async () => {
      const waiting = await rowsOfDays(vault.db, letterKind, '', day).primaryKeys();
      const rows = await vault.db.rec.bulkGet(waiting.map(entryOfLetter));
      return rows.filter((row): row is Row => row?.kind === entryKind);
    },
    async (rows) => newestFirst((await vault.openRows(rows)).map(parseEntry)),
    [],
  );
