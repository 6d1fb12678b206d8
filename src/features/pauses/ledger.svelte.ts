import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import type { Vault } from '../../vault/vault.ts';
import { ledgerKind, parseLedger } from './day-records.ts';
import type { LedgerRow } from './ledger.ts';

/** The decisions of both shells over the last days, newest first. */
export function liveLedger(vault: Vault, days: number): Live<LedgerRow[]> {
  return live(
    () =>
      vault.db.rec
        .where('[kind+day]')
        .between([ledgerKind, ''], [ledgerKind, '9999'], true, true)
        .reverse()
        .limit(days * 2) // each shell keeps one a day
        .toArray(),
    async (rows) =>
      (await vault.openRows(rows))
        .flatMap(({ fields }) => parseLedger(fields))
        .sort((a, b) => b.at - a.at),
    [],
  );
}
