import { expect, test } from 'vitest';

import { audit, syncRound } from '#core/sync/engine.ts';
import type { SyncPeer } from '#core/sync/peer.ts';
import { revOf } from '#core/kernel/revision.ts';
import { wireIdOf } from '#core/vault/keys.ts';

import { Device } from '../../support/device.ts';
import { packedByHand, sealedAs } from '../../support/sealed-by-hand.ts';
import { seeded } from '../../support/seeded.ts';
import { setupSyncWorld, worldKeys } from '../../support/sync-world.ts';

test('a lost acknowledgement costs one more exchange and doubles nothing', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  const deaf: SyncPeer = {
    ...relay.peer(),
    push(items) {
      relay.push(items);
      return Promise.reject(new Error('line lost'));
    },
  };
  expect(await sync(one, deaf)).toMatchObject({ ok: false, error: { type: 'Unreachable' } });
  await one.write('a', 'tea and toast');
  expect((await sync(one)).ok).toBe(true);
  await sync(two);
  expect((await two.read('a'))?.text).toBe('tea and toast');
  expect(one.dirty('relay')).toEqual([]);
});

test('a relay restored from an older backup gets back what it forgot', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await two.write('b', 'from two');
  await sync(two);
  await sync(one);
  const backup = relay.backup();
  await one.write('a', 'from one');
  await sync(one);
  relay.restore(backup);
  await sync(one);
  expect(relay.rows.size).toBe(2);
});

test('a wiped relay is filled again, and devices that come later find everything', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  await sync(one);
  relay.wipe();
  await two.write('b', 'rain');
  await sync(two);
  await sync(one);
  await sync(two);
  expect(relay.rows.size).toBe(2);
  expect((await two.read('a'))?.text).toBe('tea');
});

test('a row damaged at the relay is written over by a device that holds it', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  await sync(one);
  await sync(two);
  const wire = await wireIdOf(worldKeys, 'a');
  const stored = relay.rows.get(wire)?.ct ?? new Uint8Array();
  relay.damage(wire, stored.with(40, (stored[40] ?? 0) ^ 1));
  expect((await audit(relay.peer(), one.store, one.context)).ok).toBe(true);
  const fresh = new Device({ keys: worldKeys, chance: seeded(3) });
  expect(await sync(fresh)).toMatchObject({ ok: true, value: { quarantined: 0, pulled: 1 } });
});

test('a damaged row of something we never held is kept aside until a good one comes', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  await sync(one);
  const wire = await wireIdOf(worldKeys, 'a');
  const good = relay.rows.get(wire)?.ct ?? new Uint8Array();
  relay.damage(wire, good.with(40, (good[40] ?? 0) ^ 1));
  expect(await sync(two)).toMatchObject({ ok: true, value: { quarantined: 1 } });
  expect(two.store.quarantine.size).toBe(1);
  relay.damage(wire, good);
  await audit(relay.peer(), two.store, two.context);
  expect((await two.read('a'))?.text).toBe('tea');
  expect(two.store.quarantine.size).toBe(0);
});

test('a row whose record is not what its seal told is kept aside, and ours stays as it is', async () => {
  const { relay, one, sync } = setupSyncWorld();
  const rec = await one.write('a', 'tea');
  await sync(one);
  const wire = await wireIdOf(worldKeys, 'a');
  const packed = packedByHand({ ...rec, id: 'b' });
  const ct = await sealedAs(worldKeys, wire, rec, packed);
  relay.push([{ id: wire, base: relay.rows.get(wire)?.rev ?? null, ct }]);
  expect(await sync(one)).toMatchObject({ value: { quarantined: 1, pushed: 0 } });
  expect((await one.read('a'))?.text).toBe('tea');
  expect([...one.store.rows.keys()]).toEqual(['a']);
});

test('a row sealed by a newer app is kept aside and never written over', async () => {
  const { relay, sync } = setupSyncWorld();
  let now = 1_000;
  const one = new Device({ keys: worldKeys, chance: seeded(4), wall: () => now });
  await one.write('a', 'tea');
  await sync(one);
  now = 2_000;
  const wire = await wireIdOf(worldKeys, 'a');
  const newer = Uint8Array.of(2, ...seeded(5).bytes(300));
  relay.push([{ id: wire, base: relay.rows.get(wire)?.rev ?? null, ct: newer }]);
  await one.write('a', 'tea and cake');
  const result = await sync(one);
  expect(result).toMatchObject({ ok: true, value: { pushed: 0 } });
  expect(relay.rows.get(wire)?.ct).toEqual(newer);
  expect(one.store.quarantine.size).toBe(1);
  expect(one.dirty('relay')).toEqual([wire]);
  expect((await one.store.readPeer('relay')).lastOk).toBe(1_000);
});

test('an audit sends again what the relay lost without saying so', async () => {
  const { relay, one, sync } = setupSyncWorld();
  for (const id of ['a', 'b', 'c']) await one.write(id, id);
  await sync(one);
  const backup = relay.backup();
  relay.restore({ ...backup, rows: new Map([...backup.rows].slice(1)) });
  await sync(one);
  expect(relay.rows.size).toBe(2);
  const result = await audit(relay.peer(), one.store, one.context);
  expect(result).toMatchObject({ ok: true, value: { pushed: 1 } });
  expect(relay.rows.size).toBe(3);
});

test('an old version brought up again under its own name is put right by an audit', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  await sync(one);
  await one.write('a', 'tea and toast');
  await sync(one);
  const wire = await wireIdOf(worldKeys, 'a');
  const [old] = relay.history.get(wire) ?? [];
  if (!old) throw new Error('no history');
  const honest = relay.backup();
  relay.restore({
    ...honest,
    rows: new Map([[wire, { seq: honest.seq, rev: revOf(old), ct: old }]]),
  });
  await sync(two);
  expect((await two.read('a'))?.text).toBe('tea');
  relay.restore(honest);
  await audit(relay.peer(), two.store, two.context);
  expect((await two.read('a'))?.text).toBe('tea and toast');
});

test('a peer that answers every push with a conflict is given up on, and nothing is lost', async () => {
  const { relay, one, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  await sync(one);
  await one.write('a', 'tea and toast');
  const wire = await wireIdOf(worldKeys, 'a');
  const stored = relay.rows.get(wire);
  if (!stored) throw new Error('nothing stored');
  const stubborn: SyncPeer = {
    ...relay.peer(),
    push: () =>
      Promise.resolve({
        epoch: relay.backup().epoch,
        ok: [],
        conflicts: [{ id: wire, rev: stored.rev, ct: stored.ct }],
      }),
  };
  expect(await sync(one, stubborn)).toMatchObject({ ok: false, error: { type: 'Unsettled' } });
  expect(one.dirty('relay')).toEqual([wire]);
  await sync(one);
  expect(one.dirty('relay')).toEqual([]);
});

test('an acknowledgement for other bytes than were sent counts for nothing', async () => {
  const { relay, one, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  const peer = relay.peer();
  const liar: SyncPeer = {
    ...peer,
    async push(items) {
      const { epoch } = await peer.pull({ seq: 0, wit: null });
      return { epoch, ok: items.map(({ id }) => ({ id, rev: 'another' })), conflicts: [] };
    },
  };
  expect(await sync(one, liar)).toMatchObject({ ok: true, value: { pushed: 0 } });
  expect(one.dirty('relay')).toHaveLength(1);
  expect((await one.store.readPeer('relay')).lastOk).toBe(null);
});

test('storage that is full ends the round with that reason', async () => {
  const { relay, one, two, sync } = setupSyncWorld();
  await one.write('a', 'tea');
  await sync(one);
  const full = Object.assign(Object.create(two.store) as typeof two.store, {
    commit: () => Promise.reject(new DOMException('no room', 'QuotaExceededError')),
  });
  expect(await syncRound(relay.peer(), full, two.context)).toMatchObject({
    ok: false,
    error: { type: 'StorageFull' },
  });
});
