/** The worker's vault. Yjs comes with the worker's own code: a service worker cannot import later. */
import { vaultName } from '#core/app/vault-name.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { Vault } from '#core/vault/vault.ts';
import { writing } from '#core/vault/writing.ts';

import { clock } from '../clock.ts';
import { lockAlarm, lockKeys } from '../lock-keys.ts';

export const vault: Promise<Vault> = Vault.open({
  name: vaultName,
  random: systemRandom,
  wall: clock.wall,
  writing: () => Promise.resolve(writing),
  bodies: () => Promise.resolve(yjsBodies),
  lockKey: lockKeys.get,
});

/** In the worker's first turn: it is woken to forget, too. */
export function followLock(): void {
  lockKeys.onChange(async () => {
    const opened = await vault;
    if ((await lockKeys.get()) || !opened.lock) await opened.reloadKeyring();
    else opened.shut();
  });
  // Where the browser tells that the screen of the computer is locked, nobody is there to be asked.
  chrome.idle.onStateChanged.addListener((state) => {
    if (state === 'locked') void lockKeys.drop();
  });
  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === lockAlarm) void lockKeys.drop();
  });
}
