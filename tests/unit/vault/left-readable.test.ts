import { expect, test } from 'vitest';

import { createId, systemRandom } from '#core/kernel/random.ts';
import { leavePlanReadable, isPlanLeftReadable, takePlanBack } from '#core/app/leave-readable.ts';
import { PlanChanges, planViews } from '#core/features/help/plan.svelte.ts';
import type { Bytes } from '#core/kernel/bytes.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import {
  leftReadableIn,
  leftReadableView,
  refreshReadable,
} from '#core/vault/lock/left-readable.ts';
import {
  createLockKey,
  openWay,
  turnLockOff,
  turnLockOn,
  wayOf,
} from '#core/vault/lock/turn-lock.ts';
import { rowsOf } from '#core/vault/rows-of.ts';
import { Vault } from '#core/vault/vault.ts';
import { writing } from '#core/vault/writing.ts';

/** A plan of one line behind a lock that is open; `held` is what the shell holds. */
async function setupLocked() {
  const held: { key: Bytes | null } = { key: null };
  const name = createId(systemRandom);
  const open = (): Promise<Vault> =>
    Vault.open({
      ...{ name, random: systemRandom, wall: () => 1_000_000 },
      writing: () => Promise.resolve(writing),
      bodies: () => Promise.resolve(yjsBodies),
      lockKey: () => Promise.resolve(held.key),
    });
  const vault = await open();
  const changes = new PlanChanges(vault, new Ahead(vault), ({ ok }) => ok);
  const write = async (text: string): Promise<void> => {
    const id = await changes.addNote({ notes: [], people: [] }, 'alone');
    const editing = changes.edit({ id: id ?? '', text: '' });
    editing.edit(text);
    await editing.flush();
  };
  await write('the blue blanket');
  const [wayKey, lockKey] = [systemRandom(32), createLockKey(systemRandom)];
  const passkey = {
    type: 'passkey',
    salt: systemRandom(32),
    credential: systemRandom(16),
  } as const;
  const way = await wayOf(passkey, wayKey, lockKey, systemRandom);
  expect(await openWay(way, wayKey)).toEqual(lockKey);
  await turnLockOn(vault, way, lockKey);
  held.key = lockKey;
  await vault.reloadKeyring();
  return { vault, write, held, open };
}

/** What somebody finds who has the disk and no key. */
async function readWithoutKey({ held, open }: Awaited<ReturnType<typeof setupLocked>>) {
  held.key = null;
  const other = await open();
  expect(other.isLocked).toBe(true);
  expect(await other.openRows(await rowsOf(other.db, planViews))).toEqual([]);
  return leftReadableIn(await rowsOf(other.db, [leftReadableView]));
}

test('a plan stays behind the lock until the person leaves it readable', async () => {
  const locked = await setupLocked();
  expect(await refreshReadable(locked.vault.db, [])).toBe(false);
  expect(await readWithoutKey(locked)).toBeNull();
});

test('left readable, it opens without a key, with everything it says', async () => {
  const locked = await setupLocked();
  await leavePlanReadable(locked.vault);
  expect(await readWithoutKey(locked)).toMatchObject([
    { text: 'the blue blanket', fields: { part: 'alone' } },
  ]);
});

test('taken back, no word of it lies outside the seal', async () => {
  const locked = await setupLocked();
  await leavePlanReadable(locked.vault);
  expect(await isPlanLeftReadable(locked.vault)).toBe(true);
  await takePlanBack(locked.vault);
  expect(await isPlanLeftReadable(locked.vault)).toBe(false);
  expect(JSON.stringify(await locked.vault.db.meta.toArray())).not.toContain('blanket');
  expect(await readWithoutKey(locked)).toBeNull();
});

test('turning the lock off takes the copy away: a new lock begins with nothing readable', async () => {
  const { vault } = await setupLocked();
  await leavePlanReadable(vault);
  await turnLockOff(vault);
  expect(await isPlanLeftReadable(vault)).toBe(false);
});
