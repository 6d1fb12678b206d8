/**
 * Four devices, a relay and the bridge between two of them (a ring: the hardest shape), with people
 * writing and everything failing. Everything that happens follows from the seed.
 */
import { audit, syncRound } from '#core/sync/engine.ts';
import { createBridgeHost } from '#core/sync/bridge/host.ts';
import type { SyncPeer } from '#core/sync/peer.ts';
import type { SyncStore } from '#core/sync/store.ts';
import type { Bodies } from '#core/vault/bodies.ts';
import { createYjsBodies } from '#core/vault/body-text.ts';

import { Device } from '../support/device.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { createQuickKeys } from '../support/quick-crypto.ts';
import { seeded, seedCrypto, type Seeded } from '../support/seeded.ts';
import {
  Crash,
  faultyPeer,
  faultyStore,
  noFaults,
  type Chances,
  type Forger,
  type Trouble,
} from './faults.ts';
import { createMemoryFleetRelay, type FleetRelay } from './fleet-relay.ts';
import { judge, type Verdict } from './verdict.ts';
import { createBook, writeSomething, type Book } from './writer.ts';

/** What a mutant may replace; the product's own code stays as it is. */
export interface FleetParts {
  readonly createBodies?: () => Bodies;
  readonly chances?: Partial<Chances>;
  readonly relay?: FleetRelay;
  /** How a device hears a peer, after everything that went wrong on the way. */
  readonly hear?: (peer: SyncPeer) => SyncPeer;
  /** How a device's disk takes what it is given. */
  readonly keep?: (store: MemoryStore, chance: Seeded) => SyncStore;
}

interface Line {
  readonly name: string;
  /** `onDisk` stands between a host and its vault. */
  readonly open: (onDisk: (store: MemoryStore) => SyncStore) => SyncPeer;
}

export interface Member {
  readonly device: Device;
  readonly lines: readonly Line[];
  readonly skew: number;
}

export interface Fleet {
  readonly members: readonly Member[];
  readonly relay: FleetRelay;
  readonly book: Book;
  readonly hear: (peer: SyncPeer) => SyncPeer;
  readonly keep: (store: MemoryStore) => SyncStore;
}

const day = 86_400_000;
const steps = 90;
const keys = await createQuickKeys();

const rough: Chances = {
  crash: 0.02,
  dropRequest: 0.06,
  dropAnswer: 0.06,
  duplicate: 0.06,
  interleave: 0.05,
  tamper: 0.02,
  replayKeptLabel: 0.03,
  replayOwnLabel: 0,
};

/** One life of the fleet. Odd seeds end with an audit, and are lied to in the ways that only it can mend. */
export async function runFleet(seed: number, parts: FleetParts = {}): Promise<Verdict> {
  const chance = seeded(seed);
  seedCrypto(seed);
  try {
    const fleet = build(chance, parts);
    const audited = seed % 2 === 1;
    const chances = { ...rough, replayOwnLabel: audited ? 0.03 : 0, ...parts.chances };
    await live(fleet, chance, chances, audited);
    const rounds = await settle(fleet, audited);
    return { ...(await judge(fleet, keys)), rounds };
  } finally {
    seedCrypto(undefined);
  }
}

function build(chance: Seeded, parts: FleetParts): Fleet {
  const { createBodies = createYjsBodies, hear = (peer: SyncPeer) => peer } = parts;
  const { relay = createMemoryFleetRelay() } = parts;
  const keep = (store: MemoryStore): SyncStore => parts.keep?.(store, chance) ?? store;
  const devices = Array.from({ length: 4 }, () => new Device({ keys, chance, createBodies }));
  const [extension] = devices;
  if (!extension) throw new Error('a fleet needs devices');
  const bridge: Line = {
    name: 'bridge',
    open: (onDisk) => ({
      name: 'bridge',
      // So small that pushes overlap.
      batchRows: 1,
      onChange: () => () => undefined,
      ...createBridgeHost(onDisk(extension.store), { ...extension.context, epoch: 'host' }),
    }),
  };
  const relayLine: Line = { name: relay.peer().name, open: () => relay.peer() };
  const members = devices.map((device, at) => ({
    device,
    lines: at === 1 ? [bridge, relayLine] : [relayLine],
    skew: chance.chance(0.3) ? Math.floor((chance.next() * 6 - 3) * day) : 0,
  }));
  return { members, relay, book: createBook(), hear, keep };
}

async function live(
  { members, relay, book, hear, keep }: Fleet,
  chance: Seeded,
  chances: Chances,
  audited: boolean,
): Promise<void> {
  let now = 1_000 * day;
  await relay.backUp();
  const write = async ({ device, skew }: Member): Promise<void> => {
    // Yjs draws its authors here, in an order that no other work can change.
    seedCrypto(chance.below(2 ** 31));
    await writeSomething(device, book, chance, now + skew);
  };
  const meet = async (member: Member, line: Line, allowed: Chances): Promise<void> => {
    const { device } = member;
    let nested = false;
    const trouble: Trouble = {
      chance,
      chances: allowed,
      async interleave() {
        if (nested) return;
        nested = true;
        if (chance.chance(0.6)) await write(chance.chance(0.5) ? member : chance.pick(members));
        else {
          const other = chance.pick(members.filter((one) => one !== member));
          await meet(other, chance.pick(other.lines), noFaults);
        }
        nested = false;
      },
    };
    const forger: Forger = {
      past: (id) => relay.past(id),
      // The bridge is sealed on the way, and its host is the person's own.
      mayForge: (id) =>
        line.name !== 'bridge' &&
        (audited || [...device.store.rows.values()].some(({ wire }) => wire === id)),
    };
    const onDisk = (store: MemoryStore): SyncStore => faultyStore(keep(store), trouble);
    try {
      const peer = faultyPeer(line.open(onDisk), trouble, forger);
      await syncRound(hear(peer), onDisk(device.store), device.context);
    } catch (failure) {
      if (!(failure instanceof Crash)) throw failure;
    }
  };
  for (let step = 0; step < steps; step++) {
    now += chance.below(60_000);
    const member = chance.pick(members);
    const event = chance.next();
    if (event < 0.5) await write(member);
    else if (event < 0.95) await meet(member, chance.pick(member.lines), chances);
    else if (event < 0.97) await relay.backUp();
    else if (event < 0.99) await relay.restore();
    else await relay.wipe();
  }
}

/** With nothing failing any more, how many times everybody had to sync until nobody had news. */
async function settle({ members, hear, keep }: Fleet, audited: boolean): Promise<number> {
  for (let round = 1; round <= 12; round++) {
    let moved = 0;
    for (const { device, lines } of members)
      for (const line of lines) {
        const run = audited && round === 1 ? audit : syncRound;
        try {
          const result = await run(hear(line.open(keep)), keep(device.store), device.context);
          if (!result.ok) return Infinity;
          moved += result.value.merged + result.value.pushed;
        } catch (failure) {
          // Only a mutant's disk dies here.
          if (!(failure instanceof Crash)) throw failure;
          moved++;
        }
      }
    if (moved === 0) return round;
  }
  return Infinity;
}
