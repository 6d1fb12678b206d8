/** A relay, or a thief of its database, that works against its people: detected, or harmless. */
import { expect, onTestFinished, test } from 'vitest';

import { fromBase64Url, type Bytes } from '#core/kernel/bytes.ts';
import { audit, syncRound, type RoundReport } from '#core/sync/engine.ts';
import type { RelayPeer } from '#core/sync/relay/peer.ts';
import { deriveKeys, wireIdOf, type VaultKeys } from '#core/vault/keys.ts';

import { ask, type Script } from '../../relay/store/script.ts';
import type { Store } from '../../relay/store/store.ts';
import { Device } from '../support/device.ts';
import { backUp, query, restore, wipe } from '../support/relay-backup.ts';
import { freshSqlite, peerOf, startRelay, strangerAt } from '../support/relay-world.ts';
import { seeded } from '../support/seeded.ts';
import { worldKeys } from '../support/sync-world.ts';

interface Journal {
  readonly keys: VaultKeys;
  readonly peer: RelayPeer;
  readonly vault: Bytes;
  device(): Device;
  sync(device: Device): Promise<RoundReport>;
  check(device: Device): Promise<RoundReport>;
}

async function setup(): Promise<{ store: Store; journal: (keys?: VaultKeys) => Journal }> {
  const store = await freshSqlite();
  const relay = await startRelay({ store });
  onTestFinished(async () => {
    await relay.close();
    await store.close();
  });
  const chance = seeded(21);
  return {
    store,
    journal(keys = worldKeys) {
      const access = strangerAt(relay.origin);
      const peer = peerOf(access);
      const done = async (
        run: typeof audit,
        { store: own, context }: Device,
      ): Promise<RoundReport> => {
        const result = await run(peer, own, context);
        if (!result.ok) throw new Error(result.error.type);
        return result.value;
      };
      return {
        keys,
        peer,
        vault: fromBase64Url(access.vault),
        device: () => new Device({ keys, chance }),
        sync: (device) => done(syncRound, device),
        check: (device) => done(audit, device),
      };
    },
  };
}

async function stored(store: Store, { vault, keys }: Journal, id: string): Promise<Bytes> {
  const wire = fromBase64Url(await wireIdOf(keys, id));
  const sql = 'select ct from record where vault = $1 and id = $2';
  const [row] = await query(store, sql, [vault, wire]);
  if (!(row?.['ct'] instanceof Uint8Array)) throw new Error('no such row');
  return Uint8Array.from(row['ct']);
}

/** As a thief would: the bytes, and a new place in the order. */
async function plant(store: Store, journal: Journal, id: string, ct: Bytes): Promise<void> {
  const { vault, keys } = journal;
  const wire = fromBase64Url(await wireIdOf(keys, id));
  await query(store, 'update vault set seq = seq + 1 where id = $1', [vault]);
  const commit =
    'insert into cmt (vault, seq, token) select id, seq, token from vault where id = $1';
  await query(store, commit, [vault]);
  await query(
    store,
    `update record set ct = $3, seq = (select seq from vault where id = $1)
     where vault = $1 and id = $2`,
    [vault, wire, ct],
  );
}

test('an envelope with any one byte changed opens for nobody, and its owner puts it right', async () => {
  const { store, journal } = await setup();
  const one = journal();
  const owner = one.device();
  await owner.write('r0', 'tea');
  await one.sync(owner);
  const { length } = await stored(store, one, 'r0');
  for (let at = 1; at < length; at++) await owner.write(`r${at}`, 'tea');
  await one.sync(owner);
  const good = [...owner.store.rows.values()];
  await store.write(
    (function* (): Script<void> {
      for (const [at, { wire, ct }] of good.entries())
        yield* ask('update record set ct = $3 where vault = $1 and id = $2', [
          one.vault,
          fromBase64Url(wire),
          ct.with(at, (ct[at] ?? 0) ^ 0x41),
        ]);
    })(),
  );
  const fresh = one.device();
  expect(await one.sync(fresh)).toMatchObject({ quarantined: length, merged: 0 });
  expect(fresh.store.rows.size).toBe(0);
  await one.check(owner);
  // A row whose first byte names a suite of the future is never written over.
  expect(await one.sync(one.device())).toMatchObject({ quarantined: 1, merged: length - 1 });
  expect((await owner.read('r9'))?.text).toBe('tea');
});

test('rows swapped between two names open under neither, and their owner puts them back', async () => {
  const { store, journal } = await setup();
  const one = journal();
  const owner = one.device();
  await owner.write('a', 'tea');
  await owner.write('b', 'rain');
  await one.sync(owner);
  const [a, b] = [await stored(store, one, 'a'), await stored(store, one, 'b')];
  await plant(store, one, 'a', b);
  await plant(store, one, 'b', a);
  const fresh = one.device();
  expect(await one.sync(fresh)).toMatchObject({ quarantined: 2, merged: 0 });
  await one.check(owner);
  await one.sync(owner);
  await one.sync(fresh);
  expect((await fresh.read('a'))?.text).toBe('tea');
  expect((await fresh.read('b'))?.text).toBe('rain');
});

test('a row of another vault does not open, though it has the same name there', async () => {
  const { store, journal } = await setup();
  const mine = journal();
  const theirs = journal(await deriveKeys(new Uint8Array(16).fill(9)));
  const [me, they] = [mine.device(), theirs.device()];
  await me.write('settings', 'mine');
  await they.write('settings', 'theirs');
  await mine.sync(me);
  await theirs.sync(they);
  await plant(store, mine, 'settings', await stored(store, theirs, 'settings'));
  const fresh = mine.device();
  expect(await mine.sync(fresh)).toMatchObject({ quarantined: 1, merged: 0 });
  await mine.check(me);
  await mine.sync(fresh);
  expect((await fresh.read('settings'))?.text).toBe('mine');
});

test('an old version brought up again changes nothing on those who know better', async () => {
  const { store, journal } = await setup();
  const one = journal();
  const owner = one.device();
  await owner.write('a', 'tea');
  await one.sync(owner);
  const old = await stored(store, one, 'a');
  await owner.write('a', 'tea and toast');
  await one.sync(owner);
  await plant(store, one, 'a', old);
  await one.sync(owner);
  expect((await owner.read('a'))?.text).toBe('tea and toast');
  const fresh = one.device();
  await one.sync(fresh);
  expect((await fresh.read('a'))?.text).toBe('tea and toast');
});

test('rolled back or wiped behind everybody, it gets back all that it had', async () => {
  const { store, journal } = await setup();
  const one = journal();
  const [desk, phone] = [one.device(), one.device()];
  await phone.write('b', 'from the phone');
  await one.sync(phone);
  await one.sync(desk);
  const backup = await backUp(store);
  await desk.write('a', 'from the desk');
  await one.sync(desk);
  await restore(store, backup);
  await one.sync(desk);
  expect((await one.sync(one.device())).merged).toBe(2);
  await wipe(store);
  await one.sync(phone);
  await one.sync(desk);
  expect((await one.sync(one.device())).merged).toBe(2);
});

test('rows kept back are sent again when somebody checks, and are never taken for deleted', async () => {
  const { store, journal } = await setup();
  const one = journal();
  const owner = one.device();
  for (const id of ['a', 'b', 'c']) await owner.write(id, id);
  await one.sync(owner);
  const kept = fromBase64Url(await wireIdOf(one.keys, 'a'));
  await query(store, 'delete from record where vault = $1 and id = $2', [one.vault, kept]);
  await one.sync(owner);
  expect(owner.store.rows.size).toBe(3);
  await one.check(owner);
  expect((await one.sync(one.device())).merged).toBe(3);
});
