/** For pages that have no early script: imported first, so that the disk works while the rest of their code is read. */
import { vaultName } from '#core/app/vault-name.ts';
import { lookFirst, type FirstLook } from '#core/vault/first-look.ts';
import { openFirst } from '#core/vault/open-first.ts';
import type { View } from '#core/vault/view.ts';

const opening = openFirst(vaultName);

export const lookAt = (views: readonly View[]): Promise<FirstLook | null> =>
  lookFirst(opening, views);
