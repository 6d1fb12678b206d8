import { expect, test } from 'vitest';

import type { Bytes } from '#core/kernel/bytes.ts';
import { createId, systemRandom } from '#core/kernel/random.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { createSeed } from '#core/vault/keys.ts';
import { keepLater, keepLeft } from '#core/vault/lock/keep-later.ts';
import type { LockWay } from '#core/vault/lock/lock.ts';
import {
  changeWays,
  createLockKey,
  openWay,
  turnLockOff,
  turnLockOffBySeed,
  turnLockOn,
  wayOf,
} from '#core/vault/lock/turn-lock.ts';
import { Vault } from '#core/vault/vault.ts';
import { writing } from '#core/vault/writing.ts';

const entry = { id: 'e1', kind: 'entry' };

/** One context of a shell; `held` is what the shell's other contexts hold. */
function contextOf(
  name: string,
  held: { key: Bytes | null },
  writes: () => Promise<typeof writing> = () => Promise.resolve(writing),
): Promise<Vault> {
  return Vault.open({
    name,
    random: systemRandom,
    wall: () => 1_000_000,
    writing: writes,
    bodies: () => Promise.resolve(yjsBodies),
    lockKey: () => Promise.resolve(held.key),
  });
}

interface Locked {
  readonly vault: Vault;
  readonly held: { key: Bytes | null };
  readonly seed: Bytes;
  readonly lockKey: Bytes;
  readonly wayKey: Bytes;
}

const passkey = (wayKey: Bytes, lockKey: Bytes): Promise<LockWay> =>
  wayOf(
    { type: 'passkey', salt: systemRandom(32), credential: systemRandom(16) },
    wayKey,
    lockKey,
    systemRandom,
  );

/** A journal of one entry, locked a moment ago. */
async function locked(): Promise<Locked> {
  const name = createId(systemRandom);
  const held: Locked['held'] = { key: null };
  const before = await contextOf(name, held);
  await before.write({ ...entry, text: 'A quiet hour' });
  const [lockKey, wayKey] = [createLockKey(systemRandom), systemRandom(32)];
  await turnLockOn(before, await passkey(wayKey, lockKey), lockKey);
  const { seed } = before;
  before.close();
  return { vault: await contextOf(name, held), held, seed, lockKey, wayKey };
}

const waysOf = ({ lock }: Vault): readonly LockWay[] => lock?.ways ?? [];

async function rowsOf({ db }: Vault): Promise<unknown> {
  return { rec: await db.rec.toArray(), draft: await db.draft.toArray() };
}

test('closed, no row opens; what is written waits sealed, and is kept with the key', async () => {
  const { vault, held, lockKey } = await locked();
  expect([vault.isLocked, await vault.read('e1')]).toEqual([true, null]);
  await vault.write({ id: 'e2', kind: 'entry', text: 'unmistakable' });
  expect(await vault.db.rec.count()).toBe(1);
  const places = await vault.db.draft.toArray();
  expect(Buffer.concat(places.map(({ ct }) => ct)).includes('unmistakable')).toBe(false);

  held.key = lockKey;
  await vault.reloadKeyring();
  await keepLater(vault);
  expect((await vault.read('e1'))?.text).toBe('A quiet hour');
  expect((await vault.read('e2'))?.text).toBe('unmistakable');
  expect(await vault.db.draft.count()).toBe(0);
});

test('a way opens by its own key and by no other, and changing it rewrites the way alone', async () => {
  const { vault, lockKey, wayKey } = await locked();
  const [before] = waysOf(vault);
  if (!before) throw new Error('no way');
  expect(await openWay(before, wayKey)).toEqual(lockKey);
  expect(await openWay(before, systemRandom(32))).toBeNull();

  const { lock } = vault;
  const rows = await rowsOf(vault);
  const nextKey = systemRandom(32);
  const next = await passkey(nextKey, lockKey);
  await changeWays(vault, () => [next]);
  await vault.reloadKeyring();
  expect(vault.lock).toEqual({ ...lock, ways: [next] });
  expect(await rowsOf(vault)).toEqual(rows);
  expect(await openWay(next, nextKey)).toEqual(lockKey);
  expect(await openWay(next, wayKey)).toBeNull();
});

test('turned off, the journal opens by itself, and what was written meanwhile is in it', async () => {
  const { vault, held, lockKey } = await locked();
  await vault.write({ id: 'e2', kind: 'entry', text: 'meanwhile' });
  held.key = lockKey;
  await vault.reloadKeyring();
  await turnLockOff(vault);
  held.key = null;
  const again = await contextOf(vault.db.name, held);
  expect([again.isLocked, again.lock]).toEqual([false, null]);
  expect((await again.read('e1'))?.text).toBe('A quiet hour');
  expect((await again.read('e2'))?.text).toBe('meanwhile');
});

test('joined to another journal, the lock stays, and the new kit opens it with what was written meanwhile', async () => {
  const { vault, held, lockKey, wayKey } = await locked();
  held.key = lockKey;
  await vault.reloadKeyring();
  const seed = createSeed(systemRandom);
  await adoptSeed(vault, seed);
  const [way] = waysOf(vault);
  expect(way && (await openWay(way, wayKey))).toEqual(lockKey);
  held.key = null;
  const closed = await contextOf(vault.db.name, held);
  expect(closed.isLocked).toBe(true);
  await closed.write({ id: 'e2', kind: 'entry', text: 'meanwhile' });
  expect(await turnLockOffBySeed(closed, seed)).toBe(true);
  expect((await closed.read('e1'))?.text).toBe('A quiet hour');
  expect((await closed.read('e2'))?.text).toBe('meanwhile');
});

test('the seed of the kit opens it without any way, and another seed does not', async () => {
  const { vault, seed } = await locked();
  await vault.write({ id: 'e2', kind: 'entry', text: 'meanwhile' });
  expect(await turnLockOffBySeed(vault, systemRandom(16))).toBe(false);
  expect(vault.isLocked).toBe(true);
  expect(await turnLockOffBySeed(vault, seed)).toBe(true);
  expect((await vault.read('e1'))?.text).toBe('A quiet hour');
  expect((await vault.read('e2'))?.text).toBe('meanwhile');
});

test.each<[string, (cut: Vault, from: Locked) => Promise<unknown>]>([
  ['opened by the kit', (cut, { seed }) => turnLockOffBySeed(cut, seed)],
  [
    'turned off',
    async (cut, { held, lockKey }) => {
      held.key = lockKey;
      await cut.reloadKeyring();
      await turnLockOff(cut);
    },
  ],
])('%s and cut off before the notes were kept, the next opening keeps them', async (_, turnOff) => {
  const from = await locked();
  const { vault, held } = from;
  await vault.write({ id: 'e2', kind: 'entry', text: 'meanwhile' });
  const { name } = vault.db;
  vault.close();
  const cut = await contextOf(name, held, () => Promise.reject(new Error('the page was closed')));
  await expect(turnOff(cut, from)).rejects.toThrow('the page was closed');
  expect(cut.lock).toBeNull();
  cut.close();

  held.key = null;
  const next = await contextOf(name, held);
  expect(await next.read('e2')).toBeNull();
  expect(await keepLeft(next)).toBe(true);
  expect((await next.read('e2'))?.text).toBe('meanwhile');
  expect(await next.db.draft.count()).toBe(0);
  // Nothing of the lock before lies beside the next one.
  const [lockKey, wayKey] = [createLockKey(systemRandom), systemRandom(32)];
  await turnLockOn(next, await passkey(wayKey, lockKey), lockKey);
  expect((await next.db.meta.toArray()).map(({ key }) => key)).not.toContain('later-left');
});
