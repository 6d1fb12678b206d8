/** Two devices and a relay between them, with nothing going wrong unless the test makes it. */
import { syncRound } from '#core/sync/engine.ts';
import type { SyncPeer } from '#core/sync/peer.ts';
import { deriveKeys } from '#core/vault/keys.ts';

import { Device } from './device.ts';
import { MemoryRelay } from './memory-relay.ts';
import { seeded } from './seeded.ts';

export const worldKeys = await deriveKeys(new Uint8Array(16));

export interface SyncWorld {
  readonly relay: MemoryRelay;
  readonly one: Device;
  readonly two: Device;
  readonly sync: (device: Device, peer?: SyncPeer) => ReturnType<typeof syncRound>;
}

export function setupSyncWorld(pageRows = 500, keys = worldKeys): SyncWorld {
  const chance = seeded(11);
  let count = 0;
  const relay = new MemoryRelay(() => `token${++count}`, pageRows);
  return {
    relay,
    one: new Device({ keys, chance }),
    two: new Device({ keys, chance }),
    sync: (device, peer = relay.peer()) => syncRound(peer, device.store, device.context),
  };
}
