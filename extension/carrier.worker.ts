/** Has one round with the relay, beside whatever page started it; ended with its keys when that is done. */
import { alone } from '#core/app/alone.ts';
import { callOffWakes } from '#core/app/call-off-wakes.ts';
import { savesData } from '#core/app/saves-data.ts';
import { vaultName } from '#core/app/vault-name.ts';
import { systemRandom } from '#core/kernel/random.ts';
import type { Bytes } from '#core/kernel/bytes.ts';
import { systemFetch, type RelayAccess } from '#core/sync/relay/ask.ts';
import { carry } from '#core/sync/relay/carry.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { Vault } from '#core/vault/vault.ts';
import { writing } from '#core/vault/writing.ts';

import { clock } from './clock.ts';

export interface CarrierOrder {
  /** Null where no lock is on. */
  readonly lockKey: Bytes | null;
}

/** What it says: that rows arrived, and that it is over. */
export type CarrierSays = 'merged' | 'done';

addEventListener('message', ({ data }: MessageEvent<CarrierOrder>) => {
  void begin(data).finally(() => {
    say('done');
  });
});

async function begin({ lockKey }: CarrierOrder): Promise<void> {
  const vault = await Vault.open({
    name: vaultName,
    random: systemRandom,
    wall: clock.wall,
    writing: () => Promise.resolve(writing),
    bodies: () => Promise.resolve(yjsBodies),
    lockKey: () => Promise.resolve(lockKey),
  });
  const parts = {
    fetch: systemFetch,
    schedule: systemSchedule,
    random: systemRandom,
    wall: clock.wall,
    bodies: () => Promise.resolve(yjsBodies),
    saving: savesData,
    alone,
    // Where the journal moved to another address, a page takes it there: it may have to ask for leave.
    reaches: (origin: string) => Promise.resolve(origin === __PWA_ORIGIN__),
    afterRound: (access: RelayAccess) =>
      callOffWakes(vault, access, clock, { fetch: systemFetch, schedule: systemSchedule }),
  };
  await carry(vault, parts, () => {
    say('merged');
  });
}

function say(what: CarrierSays): void {
  postMessage(what);
}
