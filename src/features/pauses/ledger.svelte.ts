import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import type { Vault } from '../../vault/vault.ts';
import { ledgerKind, parseLedger } from './day-records.ts';
import type { LedgerRow } from './ledger.ts';

/** The decisions of every shell and device over the last days that have any, newest first. */
export function liveLedger(vault: Vault, days: number): Live<LedgerRow[]> {
  return live(
    () => {
      let [latest, count] = ['', 0];
      return vault.db.rec
        .where('[kind+day]')
        .between([ledgerKind, ''], [ledgerKind, '9999'], true, true)
        .reverse()
        .until(({ day }) => {
          if (day !== latest) count += 1;
          latest = day;
          return count > days;
        })
        .toArray();
    },
    async (rows) =>
      (await vault.openRows(rows))
        // Two devices may have decided on one slot.
        .flatMap(({ id, fields }) =>
          parseLedger(fields).map((row) => ({ ...row, id: `${id} ${row.id}` })),
        )
        .sort((a, b) => b.at - a.at),
    [],
  );
}
