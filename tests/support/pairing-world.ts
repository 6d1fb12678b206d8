/** A page that asks to be paired with an extension, and how often the seed was touched. */
import { expect, vi } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { askToPair, type Pairing } from '#core/sync/pairing/ask-to-pair.ts';
import type { Group } from '#core/sync/bridge/wire.ts';

import { setupBridge, theSeed, type BridgeWorld, type WorldOptions } from './bridge-world.ts';

export interface PairingWorld extends BridgeWorld {
  readonly startPairing: (groups?: readonly Group[]) => Pairing;
  /** Times the seed was read to be handed over. */
  readonly seedReads: () => number;
}

export async function setupPairing(options: WorldOptions = {}): Promise<PairingWorld> {
  let reads = 0;
  const seed = () => {
    reads++;
    return Promise.resolve(theSeed);
  };
  const world = await setupBridge({ ...options, desk: { seed, ...options.desk } });
  return {
    ...world,
    seedReads: () => reads,
    startPairing: (groups) =>
      askToPair(world.connect, {
        random: systemRandom,
        schedule: world.timers.schedule,
        ...(groups && { groups }),
      }),
  };
}

export const until = (check: () => boolean): Promise<void> =>
  vi.waitFor(
    () => {
      expect(check()).toBe(true);
    },
    { interval: 1, timeout: 4_000 },
  );
