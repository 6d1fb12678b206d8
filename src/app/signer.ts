/** For components, which do not touch the vault themselves. */
import { fingerprintOf } from '../vault/signatures.ts';
import type { Signer } from '../vault/signer.ts';

export type { Signer };
export const fingerprintOfSigner = ({ key }: Signer): Promise<string> => fingerprintOf(key);
