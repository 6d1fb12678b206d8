/**
 * Four devices, a relay and the bridge between two of them (a ring: the hardest shape), with people
 * writing, now and then in two tabs at once, and everything failing. Everything that happens follows from the seed.
 */
import { inspect } from 'node:util';

import { audit, syncRound } from '#core/sync/engine.ts';
import type { SyncPeer } from '#core/sync/peer.ts';
import { RelayFailure } from '#core/sync/relay/failure.ts';
import type { SyncStore } from '#core/sync/store.ts';

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
  type Fault,
  type Forger,
  type Trouble,
} from './faults.ts';
import {
  begin,
  bridgeTo,
  build,
  cloneOf,
  count,
  keys,
  tabsOf,
  type Fleet,
  type FleetParts,
  type Line,
  type Member,
} from './members.ts';
import { judge, type Verdict } from './verdict.ts';
import { strangersRecord, writeSomething } from './writer.ts';

const steps = 90;
const otherKeys = await createQuickKeys(1);

const rough: Chances = {
  crash: 0.02,
  dropRequest: 0.06,
  dropAnswer: 0.06,
  duplicate: 0.06,
  interleave: 0.05,
  tamper: 0.02,
  replayKeptLabel: 0.03,
  replayOwnLabel: 0,
  unknownVersion: 0,
  hollowAnswer: 0.02,
  diskFull: 0.005,
  relayFull: 0.02,
  otherJournal: 0.03,
};

/** One life of the fleet. Odd seeds end with an audit, and are lied to in the ways that only it can mend. */
export async function runFleet(seed: number, parts: FleetParts = {}): Promise<Verdict> {
  const chance = seeded(seed);
  seedCrypto(seed);
  try {
    const fleet = build(chance, parts);
    const audited = seed % 2 === 1;
    const onlyAudited = audited ? { replayOwnLabel: 0.03, unknownVersion: 0.01 } : {};
    const chances = { ...rough, ...onlyAudited, ...parts.chances };
    await live(fleet, chance, chances, audited);
    const settled = await settle(fleet, audited);
    return { ...(await judge(fleet, keys)), ...settled };
  } finally {
    seedCrypto(undefined);
  }
}

async function live(
  fleet: Fleet,
  chance: Seeded,
  chances: Chances,
  audited: boolean,
): Promise<void> {
  const { members, relay, book, hear, keep, faults } = fleet;
  const note = (fault: Fault): void => {
    count(faults, fault);
  };
  let now = begin;
  let backedUpAt = await relay.backUp();
  /** The relay's counter before each push that it has taken. */
  let pushedAt: number[] = [];
  const made = new Map<string, number>();
  /** The other tabs of the same shell may write at the same moment. */
  const write = async (member: Member): Promise<void> => {
    const { store } = member.device;
    const tabs = tabsOf(members, member);
    const writers = tabs.length > 1 && chance.chance(0.3) ? tabs : [member];
    const overtaken = (): number => tabs.reduce((sum, { device }) => sum + device.overtaken, 0);
    const [before, overtakenBefore] = [new Set(store.rows.keys()), overtaken()];
    // Yjs draws its authors here, in an order that no other work can change.
    seedCrypto(chance.below(2 ** 31));
    await Promise.all(
      writers.map(({ device, skew }) => writeSomething(device, book, chance, now + skew)),
    );
    if (writers === tabs && overtaken() > overtakenBefore) note('two tabs save one record at once');
    for (const id of store.rows.keys()) {
      if (before.has(id)) continue;
      made.set(id, (made.get(id) ?? 0) + 1);
      if (made.get(id) === 2) note('record made twice offline');
    }
  };
  /** Rounds that are under way or wait for their turn, by database. */
  const rounds = new Map<MemoryStore, (() => Promise<void>)[]>();
  /** As under the lock that all tabs of a shell share, which ends with whoever holds it. */
  const meet = async (...asked: [member: Member, line: Line, allowed: Chances]): Promise<void> => {
    const [{ device }] = asked;
    const underWay = rounds.get(device.store);
    const round = (): Promise<void> => meetAlone(...asked);
    if (underWay) {
      note('second tab waits for the first');
      underWay.push(round);
      return;
    }
    const queue = [round];
    rounds.set(device.store, queue);
    for (const turn of queue) await turn();
    rounds.delete(device.store);
  };
  const meetAlone = async (member: Member, line: Line, allowed: Chances): Promise<void> => {
    const { device } = member;
    let nested = false;
    const trouble: Trouble = {
      chance,
      chances: allowed,
      note,
      asked: 'pull',
      async interleave(during) {
        if (nested) return;
        nested = true;
        if (chance.chance(0.6)) {
          const writer = chance.chance(0.5) ? member : chance.pick(members);
          if (during === 'push' && writer === member) note('edit while a push is under way');
          await write(writer);
        } else {
          const other = chance.pick(members.filter((one) => one !== member));
          await meet(other, chance.pick(other.lines), noFaults);
        }
        nested = false;
      },
    };
    // The bridge is sealed on the way, and its host is the person's own.
    const forger: Forger | null = line.isRelay
      ? {
          past: (id) => relay.past(id),
          mayForge: (id) =>
            audited || [...device.store.rows.values()].some(({ wire }) => wire === id),
        }
      : null;
    const onDisk =
      (whose: 'device' | 'host') =>
      (store: MemoryStore): SyncStore =>
        faultyStore(keep(store), trouble, whose);
    const open = async (): Promise<SyncPeer> => {
      if (!line.isRelay && chance.chance(allowed.otherJournal)) return strangersBridge();
      const isFull = line.isRelay && chance.chance(allowed.relayFull);
      const peer = isFull ? relay.fullPeer() : line.open(onDisk('host'));
      if (!line.isRelay) return peer;
      return {
        ...peer,
        async push(items) {
          const answer = await peer.push(items);
          if (answer.from !== undefined && answer.wit && answer.wit.seq > answer.from)
            pushedAt.push(answer.from);
          return answer;
        },
      };
    };
    const strangersBridge = async (): Promise<SyncPeer> => {
      note('another journal over the bridge');
      const stranger = new Device({ keys: otherKeys, chance });
      await stranger.write(strangersRecord, 'not ours');
      return bridgeTo(stranger, (store) => store, 'elsewhere');
    };
    try {
      const peer = faultyPeer(await open(), trouble, forger);
      const result = await syncRound(hear(peer), onDisk('device')(device.store), device.context);
      if (!result.ok && result.error.type === 'Unreachable' && isFull(result.error.cause))
        note('relay full');
    } catch (failure) {
      if (!(failure instanceof Crash)) throw failure;
    }
  };
  let spare: Member | null = null;
  for (let step = 0; step < steps; step++) {
    now += chance.below(60_000);
    const member = chance.pick(members);
    const event = chance.next();
    if (event < 0.5) await write(member);
    else if (event < 0.95) await meet(member, chance.pick(member.lines), chances);
    else if (event < 0.965) backedUpAt = await relay.backUp();
    else if (event < 0.98) {
      note('relay set back');
      if (pushedAt.includes(backedUpAt)) note('relay set back to before a push');
      pushedAt = pushedAt.filter((from) => from < backedUpAt);
      await relay.restore();
    } else if (event < 0.99) {
      note('relay wiped');
      pushedAt = [];
      await relay.wipe();
    } else if (!spare) spare = cloneOf(member, chance);
    else if (!members.includes(spare)) {
      // An old copy of a profile, put to use beside the one that went on.
      note('profile cloned');
      members.push(spare);
    }
  }
  for (let times = 0; times < book.blindForgets; times++) note('deleted while edited elsewhere');
}

const isFull = (cause: unknown): boolean =>
  cause instanceof RelayFailure && cause.refusal === 'full';

type Settled = Pick<Verdict, 'rounds' | 'stopped'>;

/** With nothing failing any more, how many times everybody had to sync until nobody had news. */
async function settle({ members, hear, keep }: Fleet, audited: boolean): Promise<Settled> {
  for (let round = 1; round <= 12; round++) {
    let moved = 0;
    for (const { device, lines } of members)
      for (const line of lines) {
        const sync = audited && round === 1 ? audit : syncRound;
        try {
          const result = await sync(hear(line.open(keep)), keep(device.store), device.context);
          if (!result.ok) return { rounds: Infinity, stopped: inspect(result.error) };
          moved += result.value.merged + result.value.pushed;
        } catch (failure) {
          // Only a mutant's disk dies here.
          if (!(failure instanceof Crash)) throw failure;
          moved++;
        }
      }
    if (moved === 0) return { rounds: round, stopped: null };
  }
  return { rounds: Infinity, stopped: null };
}
