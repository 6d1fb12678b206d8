/** The worker's vault. Yjs comes with the worker's own code: a service worker cannot import later. */
import { vaultName } from '#core/app/vault-name.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { Vault } from '#core/vault/vault.ts';
import { writing } from '#core/vault/writing.ts';

import { clock } from '../clock.ts';

export const vault: Promise<Vault> = Vault.open({
  name: vaultName,
  random: systemRandom,
  wall: clock.wall,
  writing: () => Promise.resolve(writing),
  bodies: () => Promise.resolve(yjsBodies),
});
