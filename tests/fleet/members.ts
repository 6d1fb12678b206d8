/** Who is in a fleet, and how they reach each other. */
import { createBridgeHost } from '#core/sync/bridge/host.ts';
import type { SyncPeer } from '#core/sync/peer.ts';
import type { SyncStore } from '#core/sync/store.ts';
import type { Bodies } from '#core/vault/bodies.ts';
import { createYjsBodies } from '#core/vault/body-text.ts';

import { Device } from '../support/device.ts';
import type { MemoryStore } from '../support/memory-store.ts';
import { createQuickKeys } from '../support/quick-crypto.ts';
import type { Seeded } from '../support/seeded.ts';
import type { Chances, Fault } from './faults.ts';
import { createMemoryFleetRelay, type FleetRelay } from './fleet-relay.ts';
import { createBook, type Book } from './writer.ts';

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

export interface Line {
  readonly name: string;
  readonly isRelay: boolean;
  /** `onDisk` stands between a host and its vault. */
  readonly open: (onDisk: (store: MemoryStore) => SyncStore) => SyncPeer;
}

export interface Member {
  readonly device: Device;
  readonly lines: readonly Line[];
  readonly skew: number;
}

export interface Fleet {
  readonly members: Member[];
  readonly relay: FleetRelay;
  readonly book: Book;
  readonly hear: (peer: SyncPeer) => SyncPeer;
  readonly keep: (store: MemoryStore) => SyncStore;
  readonly faults: Map<Fault, number>;
}

const day = 86_400_000;
/** Epoch milliseconds of a life's first moment. */
export const begin = 1_000 * day;
export const keys = await createQuickKeys();

/** Four devices that are new, two of them on one computer; on one of them there may be a second tab. */
export function build(chance: Seeded, parts: FleetParts): Fleet {
  const { createBodies = createYjsBodies, hear = (peer: SyncPeer) => peer } = parts;
  const { relay = createMemoryFleetRelay() } = parts;
  const keep = (store: MemoryStore): SyncStore => parts.keep?.(store, chance) ?? store;
  const devices = Array.from({ length: 4 }, () => new Device({ keys, chance, createBodies }));
  const [extension] = devices;
  if (!extension) throw new Error('a fleet needs devices');
  const bridge: Line = {
    name: 'bridge',
    isRelay: false,
    open: (onDisk) => bridgeTo(extension, onDisk),
  };
  const relayLine: Line = { name: relay.peer().name, isRelay: true, open: () => relay.peer() };
  const faults = new Map<Fault, number>();
  const members: Member[] = devices.map((device, at) => ({
    device,
    lines: at === 1 ? [bridge, relayLine] : [relayLine],
    skew: skewOf(chance, faults),
  }));
  const tabbed = chance.pick(members);
  if (chance.chance(0.5)) members.push(besides(tabbed, chance, tabbed.device.store));
  return { members, relay, book: createBook(), hear, keep, faults };
}

/** An extension as its page sees it. */
export const bridgeTo = (
  { store, context }: Device,
  onDisk: (store: MemoryStore) => SyncStore,
  epoch = 'host',
): SyncPeer => ({
  name: 'bridge',
  // So small that pushes overlap.
  batchRows: 1,
  onChange: () => () => undefined,
  ...createBridgeHost(onDisk(store), { ...context, epoch }),
});

/** How far a device's clock is off, in milliseconds. */
function skewOf(chance: Seeded, faults: Map<Fault, number>): number {
  const kind = chance.next();
  if (kind >= 0.35) return 0;
  count(faults, kind < 0.3 ? 'clock days off' : 'clock in 2099');
  return kind < 0.3 ? Math.floor((chance.next() * 6 - 3) * day) : Date.UTC(2099) - begin;
}

export function count(faults: Map<Fault, number>, fault: Fault): void {
  faults.set(fault, (faults.get(fault) ?? 0) + 1);
}

/** Another device that starts from what this one has now. */
export const cloneOf = (member: Member, chance: Seeded): Member =>
  besides(member, chance, member.device.store.copy());

/** Another page of the same shell: on the same database, a second tab. */
const besides = (
  { device: { context }, lines, skew }: Member,
  chance: Seeded,
  store: MemoryStore,
): Member => ({
  device: new Device({ keys: context.keys, chance, createBodies: () => context.bodies, store }),
  lines,
  skew,
});

export const tabsOf = (members: readonly Member[], { device: { store } }: Member): Member[] =>
  members.filter(({ device }) => device.store === store);
