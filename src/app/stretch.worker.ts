/** Turns a passphrase into a key, slowly on purpose, beside the page so that the page does not freeze. */
import { argon2id } from '@noble/hashes/argon2.js';

import type { Stretching } from '../vault/lock/lock.ts';

export interface Stretch extends Stretching {
  readonly passphrase: Uint8Array;
  readonly salt: Uint8Array;
}

addEventListener('message', ({ data }: MessageEvent<Stretch>) => {
  const { passphrase, salt, memoryKiB, passes } = data;
  postMessage(argon2id(passphrase, salt, { m: memoryKiB, t: passes, p: 1, dkLen: 32 }));
});
