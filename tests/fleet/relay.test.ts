/** What the fleet catches with a real relay behind a real socket: mistakes of the relay, and of a device. */
import '../support/seeded.ts';

import { describe, expect, test } from 'vitest';

import type { Random } from '#core/kernel/random.ts';
import { syncRound } from '#core/sync/engine.ts';
import type { SyncPeer } from '#core/sync/peer.ts';

import type { Script, Statement } from '../../relay/store/script.ts';
import type { Store } from '../../relay/store/store.ts';
import { Device } from '../support/device.ts';
import { createQuickKeys, useQuickCrypto } from '../support/quick-crypto.ts';
import { backUp, restore } from '../support/relay-backup.ts';
import { peerOf, sqliteInMemory, strangerAt } from '../support/relay-world.ts';
import { seeded } from '../support/seeded.ts';
import { runFleet } from './fleet.ts';
import { harbourOf } from './lives-on-relay.ts';
import { forgetEpochs, noReset, noWitness, passOn, unwitnessedPush } from './mutant-peers.ts';
import { firstCaught, mutants } from './mutants.ts';
import type { Verdict } from './verdict.ts';

useQuickCrypto();

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
  const harbour = harbourOf(async () => altered(await sqliteInMemory(), keepsPlaces));
  test('whose changed rows keep their place in the order', async () => {
    const live = async (seed: number): Promise<Verdict> =>
      runFleet(seed, { relay: await harbour().fleetRelay() });
    expect(await firstCaught(live)).not.toBe(null);
  });
});

describe('the fleet shows the mistake of a device', () => {
  const harbour = harbourOf(sqliteInMemory);
  test.each(mutants)('%s', async (_, parts) => {
    const live = async (seed: number): Promise<Verdict> =>
      runFleet(seed, { ...parts, relay: await harbour().fleetRelay() });
    expect(await firstCaught(live)).not.toBe(null);
  });
});

interface Mistake {
  readonly hear?: (peer: SyncPeer) => SyncPeer;
  readonly random?: Random;
}

// Others write over what was lost within moments, so few random lives show these, and here they are step by step.
describe.each<[string, Mistake, number]>([
  ['with nothing wrong', {}, 3],
  ['whose tokens are all the same', { random: (length) => new Uint8Array(length) }, 2],
  ['and a device that does not bring its witness', { hear: noWitness }, 2],
  ['and a device whose pushes are not witnessed', { hear: unwitnessedPush }, 2],
  ['and a device that does not start over when told to', { hear: noReset }, 2],
])('a relay %s', (_, { hear = passOn, random }, records) => {
  const harbour = harbourOf(sqliteInMemory, random && { random });
  test(`set back and written to since, ends with ${records} of 3 records`, async () => {
    const { origin, store } = harbour();
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
