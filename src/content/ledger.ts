/** Why a pause came, or did not. */
import { ledger } from './en/ledger.ts';
import { inTongues } from './spoken.ts';

export const ledgerIn = inTongues(ledger);
