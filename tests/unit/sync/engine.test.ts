import { expect, test } from 'vitest';

import { syncRound } from '#core/sync/engine.ts';
import type { SyncPeer } from '#core/sync/peer.ts';
import { withFields } from '#core/vault/edit-record.ts';
import { wireIdOf } from '#core/vault/keys.ts';

import { setupSyncWorld, worldKeys } from '../../support/sync-world.ts';

const done = { pulled: 0, merged: 0, pushed: 0, quarantined: 0, conflicts: 0 };

/** Tells the world before each call of a peer, as if something happened while it was in flight. */
function watched(peer: SyncPeer, before: (call: 'pull' | 'push') => Promise<void>): SyncPeer {
  return {
    ...peer,
    async pull(at) {
      const answer = await peer.pull(at);
      await before('pull');
      return answer;
    },
    async push(items) {
      const answer = await peer.push(items);
      await before('push');
      return answer;
    },
  };
}

test('what one device writes, another reads after both have synced', async () => {
  const { one, two, sync } = setupSyncWorld();
  await one.write('a', 'good morning');
  expect(await sync(one)).toEqual({ ok: true, value: { ...done, pushed: 1 } });
  expect(await sync(two)).toEqual({ ok: true, value: { ...done, pulled: 1, merged: 1 } });
  expect((await two.read('a'))?.text).toBe('good morning');
});

test('words written on both sides while apart end up on both', async () => {
  const { one, two, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  await sync(one);
  await sync(two);
  await one.write('a', 'warm tea');
  await two.write('a', 'tea outside');
  await sync(one);
  expect(await sync(two)).toEqual({
    ok: true,
    value: { pulled: 1, merged: 1, pushed: 1, quarantined: 0, conflicts: 0 },
  });
  await sync(one);
  expect((await one.read('a'))?.text).toBe('warm tea outside');
  expect(await one.read('a')).toEqual(await two.read('a'));
});

test('a row somebody else wrote in the middle of a round is joined, not written over', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  await two.write('a', 'rain');
  let raced = false;
  const racing = watched(relay.peer(), async (call) => {
    if (call === 'push' || raced) return;
    raced = true;
    await sync(two);
  });
  expect(await sync(one, racing)).toMatchObject({ ok: true, value: { conflicts: 1, pushed: 1 } });
  await sync(two);
  expect((await one.read('a'))?.text?.split(/\s+/).sort()).toEqual(['rain', 'tea']);
  expect((await two.read('a'))?.text).toBe((await one.read('a'))?.text);
});

test('an edit made while its older version is on the way stays unsynced until it is sent too', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  let typed = false;
  await sync(
    one,
    watched(relay.peer(), async (call) => {
      if (call !== 'push' || typed) return;
      typed = true;
      await one.write('a', 'tea with milk');
    }),
  );
  expect(one.dirty('relay')).toHaveLength(1);
  await sync(one);
  expect(one.dirty('relay')).toEqual([]);
  await sync(two);
  expect((await two.read('a'))?.text).toBe('tea with milk');
});

test('an edit made between reading and committing a page is not written over', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  await sync(one);
  await sync(two);
  await one.write('a', 'tea please');
  await sync(one);
  const { store } = two;
  const readHeld = store.readHeld.bind(store);
  let typed = false;
  const busy = Object.assign(Object.create(store) as typeof store, {
    async readHeld(...asked: Parameters<typeof readHeld>) {
      const held = await readHeld(...asked);
      if (!typed) {
        typed = true;
        await two.write('a', 'warm tea');
      }
      return held;
    },
  });
  expect((await syncRound(relay.peer(), busy, two.context)).ok).toBe(true);
  expect((await two.read('a'))?.text).toBe('warm tea please');
});

test('many rows go over in pages, and the one who sent them does not fetch them again', async () => {
  const { relay, one, two, sync } = setupSyncWorld(7);
  for (let count = 0; count < 40; count++) await one.write(`id${count}`, `word${count}`);
  expect(await sync(one)).toMatchObject({ value: { pushed: 40 } });
  expect(await sync(one)).toEqual({ ok: true, value: done });
  expect(await sync(two)).toEqual({ ok: true, value: { ...done, pulled: 40, merged: 40 } });
  expect(relay.pull(await one.store.readPeer('relay'))).toMatchObject({ rows: [] });
});

test('a round over rows that are all clean reads none of them', async () => {
  const { one, sync } = setupSyncWorld();
  for (let count = 0; count < 30; count++) await one.write(`id${count}`, 'x');
  await sync(one);
  const before = one.store.reads();
  expect(await sync(one)).toEqual({ ok: true, value: done });
  expect(one.store.reads()).toBe(before);
});

test('what needs no change keeps the bytes it came with', async () => {
  const { one, two, relay, sync } = setupSyncWorld();
  await one.edit('a', (rec) => withFields(rec, { day: '2026-11-22' }, { wall: 1, tie: 't' }));
  await sync(one);
  await sync(two);
  const wire = await wireIdOf(worldKeys, 'a');
  expect(two.store.rows.get('a')).toEqual({
    id: 'a',
    wire,
    lv: 1,
    day: '2026-11-22',
    kind: 'entry',
    ct: relay.rows.get(wire)?.ct,
  });
  expect(two.dirty('relay')).toEqual([]);
});

test('what a round fetched is not looked through again when it sends', async () => {
  const { one, two, sync } = setupSyncWorld(7);
  for (let count = 0; count < 40; count++) await one.write(`id${count}`, 'x');
  await sync(one);
  await two.write('own', 'y');
  const before = two.store.reads();
  expect(await sync(two)).toMatchObject({ ok: true, value: { pulled: 40, pushed: 1 } });
  expect(two.store.reads() - before).toBe(1);
  expect((await two.store.readPeer('relay')).cleanTo).toBe(await two.store.version());
  expect(two.dirty('relay')).toEqual([]);
});

test('the next page is asked for before this one is stored, and its failure undoes nothing', async () => {
  const { relay, one, two, sync } = setupSyncWorld(7);
  for (let count = 0; count < 10; count++) await one.write(`id${count}`, 'x');
  await sync(one);
  const seen: string[] = [];
  const peer: SyncPeer = {
    ...relay.peer(),
    pull(at) {
      seen.push('asked');
      return at.seq === 0 ? relay.peer().pull(at) : Promise.reject(new Error('line lost'));
    },
  };
  const store = Object.assign(Object.create(two.store) as typeof two.store, {
    commit(change: Parameters<typeof two.store.commit>[0]) {
      seen.push(`stored ${change.writes?.length ?? 0}`);
      return two.store.commit(change);
    },
  });
  expect(await syncRound(peer, store, two.context)).toMatchObject({
    error: { type: 'Unreachable' },
  });
  expect(seen).toEqual(['asked', 'asked', 'stored 7']);
  expect(two.store.rows.size).toBe(7);
  expect(await sync(two)).toMatchObject({ ok: true, value: { pulled: 3 } });
});

test('two pushes are on their way at once, never more, and each is taken in its turn', async () => {
  const { relay, one, two, sync } = setupSyncWorld(2);
  for (let count = 0; count < 9; count++) await one.write(`id${count}`, 'x');
  await two.write('id1', 'y');
  await sync(two);
  const peer = relay.peer();
  let [underWay, most] = [0, 0];
  const busy: SyncPeer = {
    ...peer,
    pull: () => peer.pull({ seq: relay.backup().seq, wit: null }),
    async push(items) {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 1));
      underWay--;
      return peer.push(items);
    },
  };
  expect(await sync(one, busy)).toMatchObject({ ok: true, value: { pushed: 9, conflicts: 1 } });
  expect(most).toBe(2);
  expect(one.dirty('relay')).toEqual([]);
  expect((await one.read('id1'))?.text?.split(/\s+/).sort()).toEqual(['x', 'y']);
});

test('a relay restored between fetching and sending is noticed the next time', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await two.write('b', 'from two');
  await sync(two);
  await sync(one);
  const backup = relay.backup();
  for (const id of ['c', 'd', 'e']) await one.write(id, id);
  await sync(one);
  await one.write('a', 'from one');
  let restored = false;
  await sync(
    one,
    watched(relay.peer(), (call) => {
      if (call === 'pull' && !restored) relay.restore(backup);
      restored = true;
      return Promise.resolve();
    }),
  );
  await sync(one);
  expect(relay.rows.size).toBe(5);
});

test('a round without news commits only that it took place', async () => {
  const { relay, one, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  await sync(one);
  const commits: unknown[] = [];
  const store = Object.assign(Object.create(one.store) as typeof one.store, {
    commit(change: Parameters<typeof one.store.commit>[0]) {
      commits.push(change);
      return one.store.commit(change);
    },
  });
  await syncRound(relay.peer(), store, { ...one.context, wall: () => 5_000 });
  expect(commits).toMatchObject([{ peer: 'relay', state: { lastOk: 5_000 } }]);
});
