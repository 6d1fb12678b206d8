/**
 * The fleet with a real relay behind a real socket. Every fault is drawn from the seed, but sockets answer in
 * their own time, so a life here does not follow from its seed alone. `npm run test:fleet:relay` runs many.
 */
import '../support/seeded.ts';

import { beforeAll, describe, expect, test } from 'vitest';

import type { Random } from '#core/kernel/random.ts';
import { syncRound } from '#core/sync/engine.ts';
import type { SyncPeer } from '#core/sync/peer.ts';

import type { Script, Statement } from '../../relay/store/script.ts';
import { openPostgres } from '../../relay/store/postgres.ts';
import type { Store } from '../../relay/store/store.ts';
import { Device } from '../support/device.ts';
import { fleetOnRelay } from '../support/fleet-on-relay.ts';
import { startPostgres } from '../support/postgres.ts';
import { createQuickKeys, useQuickCrypto } from '../support/quick-crypto.ts';
import { backUp, restore } from '../support/relay-backup.ts';
import {
  freshSqlite,
  peerOf,
  startRelay,
  strangerAt,
  type RelaySetup,
} from '../support/relay-world.ts';
import { seeded } from '../support/seeded.ts';
import { runFleet } from './fleet.ts';
import { forgetEpochs, noReset, noWitness, passOn } from './mutant-peers.ts';
import { isClean, type Verdict } from './verdict.ts';

useQuickCrypto();

const runs = Number(process.env['FLEET_RELAY_RUNS'] ?? 12);
const firstSeed = Number(process.env['FLEET_SEED'] ?? 1);
const cluster = await startPostgres();

const stores: readonly (readonly [string, () => Promise<Store>])[] = [
  ['SQLite', freshSqlite],
  ['PostgreSQL', async () => openPostgres(await cluster.freshDatabase(), 4, () => undefined)],
];

interface Place {
  readonly store: Store;
  readonly origin: string;
}

/** A relay for all the lives of one list. */
function settle(openStore: () => Promise<Store>, setup: Partial<RelaySetup> = {}): () => Place {
  let place: Place;
  beforeAll(async () => {
    const store = await openStore();
    const relay = await startRelay({ store, ...setup });
    place = { store, origin: relay.origin };
    return async () => {
      await relay.close();
      await store.close();
    };
  });
  return () => place;
}

const live = async (seed: number, { origin, store }: Place): Promise<Verdict> =>
  runFleet(seed, { relay: await fleetOnRelay(origin, store) });

describe.each(stores)('with a relay on %s', (_, openStore) => {
  const place = settle(openStore);
  test(
    `no word is lost, doubled or garbled in ${runs} lives of a fleet`,
    { timeout: 30_000 + runs * 4_000 },
    async () => {
      const failures = [];
      let words = 0;
      for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
        const verdict = await live(seed, place());
        words += verdict.words;
        if (!isClean(verdict)) failures.push({ seed, ...verdict });
      }
      expect(failures).toEqual([]);
      // A fleet that writes nothing loses nothing.
      expect(words).toBeGreaterThan(runs * 40);
    },
  );
});

/** The same store, with its statements changed on the way. */
function altered(store: Store, alter: (statement: Statement) => Statement): Store {
  function* through<Result>(script: Script<Result>): Script<Result> {
    for (let step = script.next(); ;) {
      if (step.done) return step.value;
      step = script.next(yield alter(step.value));
    }
  }
  return {
    ...store,
    read: (script) => store.read(through(script)),
    write: (script) => store.write(through(script)),
  };
}

const keepsPlaces = ({ sql, values }: Statement): Statement => ({
  sql: sql.replace('set seq = excluded.seq, ', 'set '),
  values,
});

describe('the fleet shows the mistake of a relay', () => {
  const place = settle(async () => altered(await freshSqlite(), keepsPlaces));
  test('whose changed rows keep their place in the order', async () => {
    const verdicts = [];
    for (let seed = 2; seed <= 6; seed += 2) verdicts.push(await live(seed, place()));
    expect(verdicts.every(isClean)).toBe(false);
  });
});

interface Mistake {
  readonly hear?: (peer: SyncPeer) => SyncPeer;
  readonly random?: Random;
}

// Others write over what was lost within moments, so next to no random life shows these.
describe.each<[string, Mistake, number]>([
  ['with nothing wrong', {}, 3],
  ['whose tokens are all the same', { random: (length) => new Uint8Array(length) }, 2],
  ['and a device that does not bring its witness', { hear: noWitness }, 2],
  ['and a device that does not start over when told to', { hear: noReset }, 2],
])('a relay %s', (_, { hear = passOn, random }, records) => {
  const place = settle(freshSqlite, random && { random });
  test(`set back and written to since, ends with ${records} of 3 records`, async () => {
    const { origin, store } = place();
    forgetEpochs();
    const peer = hear(peerOf(strangerAt(origin)));
    const [chance, keys] = [seeded(8), await createQuickKeys()];
    const device = (): Device => new Device({ keys, chance });
    const sync = async ({ store: own, context }: Device): Promise<number> => {
      const result = await syncRound(peer, own, context);
      if (!result.ok) throw new Error(result.error.type);
      return result.value.merged;
    };
    const [one, two] = [device(), device()];
    await one.write('c', 'there before');
    await sync(one);
    await sync(two);
    const backup = await backUp(store);
    await one.write('a', 'from one');
    await sync(one);
    await restore(store, backup);
    await two.write('b', 'from two');
    await sync(two);
    await sync(one);
    expect(await sync(device())).toBe(records);
  });
});
