/** Has one round with the relay, beside whatever page started it; ended with its keys when that is done. */
import { alone } from '#core/app/alone.ts';
import { relayParts } from '#core/app/relay-parts.ts';
import { comeAlong } from '#core/app/come-along.ts';
import { DeviceRecords } from '#core/app/device-records.ts';
import { savesData } from '#core/app/saves-data.ts';
import { vaultName } from '#core/app/vault-name.ts';
import { systemRandom } from '#core/kernel/random.ts';
import type { Bytes } from '#core/kernel/bytes.ts';
import { carry } from '#core/sync/relay/carry.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { Vault } from '#core/vault/vault.ts';
import { writing } from '#core/vault/writing.ts';

import { clock } from './clock.ts';
import { otherRelays } from './policy.ts';

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
    ...relayParts(vault, clock),
    random: systemRandom,
    bodies: () => Promise.resolve(yjsBodies),
    saving: savesData,
    alone,
    reaches: async (origin: string) => [__PWA_ORIGIN__, ...(await otherRelays())].includes(origin),
  };
  const records = new DeviceRecords(vault, {
    ...{ random: systemRandom, clock },
    ...{ languages: navigator.languages, shell: 'extension' },
  });
  await carry(vault, parts, {
    merged: () => {
      say('merged');
    },
    ended: (keeper) => comeAlong(keeper, records),
  });
}

function say(what: CarrierSays): void {
  postMessage(what);
}
