/** The first meeting. */
import { pairing } from './en/pairing.ts';
import { inTongues } from './spoken.ts';

export const pairingIn = inTongues(pairing);
