// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { putLockAfter } from '#core/app/lock-after.ts';
import { watchLock } from '#core/app/watch-lock.ts';
import { systemRandom } from '#core/kernel/random.ts';
import type { Bytes } from '#core/kernel/bytes.ts';
import type { Ports } from '#core/ports.ts';
import { createLockKey, turnLockOn, wayOf } from '#core/vault/lock/turn-lock.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../support/vault.ts';

const minute = 60_000;
/** Another hour for each test: the last touch is remembered by more than the page. */
let start = 1_800_000_000_000;

interface World {
  readonly vault: Vault;
  readonly held: { key: Bytes | null };
  readonly cover: () => void;
  /** When the lock is to close with no page open, as it was last said. */
  closesAt: number | null | undefined;
  wall: number;
}

let world: World;
let begin: () => Promise<void>;
let reload = vi.fn();

/** A page whose lock is open, and closes after five minutes; the shell's part is played here. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  localStorage.clear();
  start += 60 * minute;
  reload = vi.fn();
  vi.stubGlobal('location', { reload });
  // Which happy-dom lacks.
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
  const lockKey = createLockKey(systemRandom);
  const held: World['held'] = { key: lockKey };
  const vault = await testVault(undefined, undefined, () => Promise.resolve(held.key));
  const way = { type: 'passkey', salt: systemRandom(32), credential: systemRandom(16) } as const;
  await turnLockOn(vault, await wayOf(way, systemRandom(32), lockKey, systemRandom), lockKey);
  await vault.reloadKeyring();
  await putLockAfter(vault.db, 5);
  world = { vault, held, cover: vi.fn(), closesAt: undefined, wall: start };
  const ports = {
    languages: ['en'],
    clock: { wall: () => world.wall },
    lockKeys: () =>
      Promise.resolve({
        get: () => Promise.resolve(held.key),
        drop: () => Promise.resolve((held.key = null)),
        dropAt: (at: number | null) => {
          world.closesAt = at;
        },
        onChange: () => undefined,
      }),
  } as unknown as Ports;
  const page = { vault, ports, cover: world.cover, covered: false, lockChanged: () => undefined };
  begin = () => watchLock(page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function pass(ms: number): void {
  world.wall += ms;
  vi.advanceTimersByTime(ms);
}

test('nobody touches anything for as long as was chosen: the lock closes, and a touch puts that off', async () => {
  localStorage.setItem('lock-touched', String(start - minute));
  await begin();
  await expect.poll(() => world.closesAt).toBe(start + 4 * minute);
  pass(4 * minute);
  await expect.poll(() => world.closesAt).toBe(start + 5 * minute);
  dispatchEvent(new Event('keydown'));
  pass(4 * minute);
  await expect.poll(() => world.closesAt).toBe(start + 9 * minute);
  expect(world.held.key).not.toBeNull();
  pass(minute);
  await expect.poll(() => world.held.key).toBeNull();
});

test('a page that opens after the time was over closes the lock, and is no touch', async () => {
  localStorage.setItem('lock-touched', String(start - 6 * minute));
  await begin();
  await expect.poll(() => world.held.key).toBeNull();
});

test('a lock that was closed while the page was opening closes that page, too', async () => {
  world.held.key = null;
  await begin();
  await expect.poll(() => reload.mock.calls.length).toBe(1);
  expect(world.cover).toHaveBeenCalledTimes(1);
  expect(world.vault.isLocked).toBe(true);
});
