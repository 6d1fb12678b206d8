// @vitest-environment node
/** A relay that lies, in one field of one answer: whatever it says, the journal is whole, and honest again it serves. */
import { expect, onTestFinished, test } from 'vitest';

import { audit, syncRound } from '#core/sync/engine.ts';
import { packed, unpacked } from '#core/sync/protocol/packing.ts';
import { rowsType } from '#core/sync/protocol/rows.ts';
import type { RelayPeer } from '#core/sync/relay/peer.ts';

import { Device } from '../support/device.ts';
import { freshSqlite, peerOf, startRelay, strangerAt } from '../support/relay-world.ts';
import { seeded } from '../support/seeded.ts';
import { worldKeys } from '../support/sync-world.ts';

type Path = readonly (string | number)[];

/** Where in it something stands that could be a lie. */
function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value))
    yield* pathsOf(inside, [...path, Array.isArray(value) ? Number(key) : key]);
}

function withLie(value: unknown, [key, ...further]: Path, lie: unknown): unknown {
  if (key === undefined) return lie;
  if (Array.isArray(value))
    return value.map((inside, at): unknown =>
      at === key ? withLie(inside, further, lie) : inside,
    );
  const record = value as Record<string, unknown>;
  return { ...record, [key]: withLie(record[key], further, lie) };
}

const lies: readonly unknown[] = [
  undefined,
  null,
  '',
  'x'.repeat(5_000),
  'AAAAAAAAAAAAAAAAAAAAAA',
  0,
  -1,
  1.5,
  17,
  9e15,
  1e300,
  true,
  false,
  [],
  [[]],
  {},
];

/** Passes everything on, and tells the lie in each answer with rows that comes after `begins`. */
function liar(path: () => Path, lie: () => unknown, seen: (head: unknown) => void): typeof fetch {
  return async (address, request) => {
    const answer = await fetch(address, request);
    if (answer.headers.get('content-type') !== rowsType) return answer;
    const parts = unpacked(new Uint8Array(await answer.arrayBuffer()));
    if (!parts) throw new Error('The relay itself answers with rows.');
    seen(parts.head);
    const head = withLie(parts.head, path(), lie()) as object;
    const { status } = answer;
    return new Response(packed(head, [parts.rest]), {
      status,
      headers: { 'Content-Type': rowsType },
    });
  };
}

async function setup(): Promise<{
  honest: () => { peer: RelayPeer; lying: (fetch_: typeof fetch) => RelayPeer };
}> {
  const store = await freshSqlite();
  const relay = await startRelay({ store });
  onTestFinished(async () => {
    await relay.close();
    await store.close();
  });
  return {
    honest() {
      const access = strangerAt(relay.origin);
      return {
        peer: peerOf(access),
        lying: (fetch_) =>
          peerOf(access, { fetch: (address, request) => fetch_(address, request) }),
      };
    },
  };
}

const texts = async (device: Device): Promise<(string | undefined)[]> =>
  Promise.all(['desk', 'phone'].map((id) => device.read(id).then((rec) => rec?.text)));

test('no lie in any field of an answer costs a word, and with an honest relay all devices are the same again', async () => {
  const { honest } = await setup();
  const chance = seeded(31);
  const told = { paths: new Map<string, Path>(), lies: 0 };

  /** Desk and phone have each other's entry, each writes once more, and the desk syncs with the liar. */
  async function live(path: Path, lie: unknown): Promise<void> {
    const { peer, lying } = honest();
    const device = (): Device => new Device({ keys: worldKeys, chance });
    const [desk, phone] = [device(), device()];
    const sync = async ({ store, context }: Device, at = peer, run = syncRound): Promise<boolean> =>
      (await run(at, store, context)).ok;
    await phone.write('phone', 'on the bus');
    await sync(phone);
    await sync(desk);
    await phone.write('phone', 'on the bus again');
    await sync(phone);
    await desk.write('desk', 'at the desk');
    const note = (head: unknown): void => {
      for (const each of pathsOf(head)) told.paths.set(JSON.stringify(each), each);
    };
    await sync(
      desk,
      lying(
        liar(
          () => path,
          () => lie,
          note,
        ),
      ),
    );
    told.lies += 1;
    const [own, theirs] = await texts(desk);
    expect([path, lie, own]).toEqual([path, lie, 'at the desk']);
    expect(theirs).toMatch(/^on the bus/);
    // Honest from here on, and looked through once, as it is every week.
    expect([path, lie, await sync(desk, peer, audit)]).toEqual([path, lie, true]);
    for (const each of [desk, phone, desk]) expect(await sync(each)).toBe(true);
    const fresh = device();
    await sync(fresh);
    for (const each of [desk, phone, fresh])
      expect([path, lie, ...(await texts(each))]).toEqual([
        path,
        lie,
        'at the desk',
        'on the bus again',
      ]);
  }

  await live(['nothing of the kind'], 'the truth');
  const paths = [...told.paths.values()];
  expect(paths.length).toBeGreaterThan(8);
  for (const path of paths) for (const lie of lies) await live(path, lie);
  expect(told.lies).toBe(1 + paths.length * lies.length);
});
