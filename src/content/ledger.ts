/** Why a pause came, or did not. */
import { ledger } from './en/ledger.ts';
import { inTongues } from './spoken.ts';

type LedgerScreenWords = typeof ledger;
export const ledgerIn = inTongues(ledger);
