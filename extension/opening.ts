import { vaultName } from '#core/app/vault-name.ts';
import { openFirst } from '#core/vault/open-first.ts';

export const opening = openFirst(vaultName);
