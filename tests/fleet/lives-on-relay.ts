/**
 * The fleet with a real relay behind a real socket. Every fault is drawn from the seed, but sockets answer in
 * their own time and several fleets live side by side, as in production, so a life does not follow from its
 * seed alone. `npm run test:fleet:relay` lives many.
 */
import { beforeAll, expect, test } from 'vitest';

import type { Store } from '../../relay/store/store.ts';
import { openHarbour, type FleetHarbour } from '../support/fleet-on-relay.ts';
import type { RelaySetup } from '../support/relay-world.ts';
import { runFleet } from './fleet.ts';
import { liveMany } from './lives.ts';

/** On each kind of store: the two together are the suite's 300. */
const runs = Number(process.env['FLEET_RELAY_RUNS'] ?? 150);
/** Chosen: enough that the sockets and the database are never waited for alone. */
const abreast = 6;

/** A relay for all the lives of one file or list. */
export function harbourOf(
  openStore: () => Promise<Store>,
  setup: Partial<RelaySetup> = {},
): () => FleetHarbour {
  let harbour: FleetHarbour;
  beforeAll(async () => {
    harbour = await openHarbour(await openStore(), setup);
    return () => harbour.close();
  });
  return () => harbour;
}

export function testLives(kind: string, openStore: () => Promise<Store>): void {
  const harbour = harbourOf(openStore);
  test(
    `no word is lost, doubled or garbled in ${runs} lives on ${kind}, whatever fails`,
    { timeout: 60_000 + runs * 4_000 },
    async () => {
      const live = async (seed: number): ReturnType<typeof runFleet> =>
        runFleet(seed, { relay: await harbour().fleetRelay() });
      const { failures, wordsEach, unseen } = await liveMany(runs, live, abreast);
      expect(failures).toEqual([]);
      expect(wordsEach).toBeGreaterThan(40);
      expect(unseen).toEqual([]);
    },
  );
}
