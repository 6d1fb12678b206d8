/** The key that a person signs packs with lies in a record, so that all their devices sign alike. */
import { isObject } from '../../kernel/read.ts';
import type { Stored } from '../../kernel/stored.ts';
import type { Signer } from '../../vault/signer.ts';

/** A readable copy leaves it sealed. */
export const signerKind = 'pack-signer';
export const signerRecordId = 'pack-signer';

export function parseSigner({ fields }: Stored): Signer | null {
  const { signer } = fields;
  if (!isObject(signer)) return null;
  const { key, pkcs8 } = signer;
  return typeof key === 'string' && typeof pkcs8 === 'string' ? { key, pkcs8 } : null;
}
