/** Turning the lock on and off, and the ways to open it. Only pages do this; the engine's worker never. */
import { concat, utf8, type Bytes } from '../../kernel/bytes.ts';
import type { Random } from '../../kernel/random.ts';
import { putFormerSeeds, readFormerSeeds } from '../former-seeds.ts';
import { createKeyring, nameIn, putKeyring, readKeyring } from '../keyring.ts';
import { secretOfSeed } from '../seed-secret.ts';
import type { Vault } from '../vault.ts';
import { createLaterKeys } from './open-later.ts';
import { keepLeft, leaveLater } from './keep-later.ts';
import { forgetReadable } from './left-readable.ts';
import type { Lock, LockWay, Stretching } from './lock.ts';
import { scrub } from './scrub.ts';
import { forgetWhileLocked } from './while-locked.ts';
import { boxKeyLength, closeBox, openBox } from './secret-box.ts';

/** What opens one way: 32 bytes that a passphrase was stretched to, or that an authenticator answered. */
export type WayKey = Bytes;

export const saltLength = 32;

/** RFC 9106's second choice for a machine with little memory to spare: 64 MiB, three passes. */
export const stretching: Stretching = { memoryKiB: 64 * 1024, passes: 3 };

/** People type one letter in two ways; spaces at the ends are slips. */
export const passphraseBytes = (typed: string): Bytes => utf8(typed.trim().normalize('NFKC'));

type NewWay =
  | { readonly type: 'passphrase'; readonly salt: Bytes; readonly stretching: Stretching }
  | { readonly type: 'passkey'; readonly salt: Bytes; readonly credential: Bytes };

export async function wayOf(
  way: NewWay,
  wayKey: WayKey,
  lockKey: Bytes,
  random: Random,
): Promise<LockWay> {
  return { ...way, box: await closeBox(wayKey, 'way', lockKey, random) };
}

/** The lock key, or null for a wrong passphrase or another passkey. */
export const openWay = (way: LockWay, wayKey: WayKey): Promise<Bytes | null> =>
  openBox(wayKey, 'way', way.box);

export const createLockKey = (random: Random): Bytes => random(boxKeyLength);

/** Puts a lock in the keyring's place. The seeds are on the disk no more once this has resolved. */
export async function turnLockOn(vault: Vault, way: LockWay, lockKey: Bytes): Promise<void> {
  const { db, keys, seed, setup } = vault;
  if (!(await keepLeft(vault))) throw new Error('notes of the lock before cannot be kept now');
  const former = await readFormerSeeds(db);
  const later = await createLaterKeys();
  const lock: Lock = {
    ways: [way],
    seeds: await closeBox(lockKey, 'seeds', concat(seed, ...former), setup.random),
    laterKey: later.key,
    laterSecret: await closeBox(lockKey, 'later-secret', later.secret, setup.random),
    laterByKit: await closeBox(
      await secretOfSeed(seed, 'later'),
      'later-secret',
      later.secret,
      setup.random,
    ),
  };
  await db.transaction('rw', db.meta, async () => {
    const kept = await readKeyring(db);
    if (!kept || 'lock' in kept || nameIn(kept) !== keys.vault)
      throw new Error('the journal was locked or joined to another meanwhile');
    await putKeyring(db, { vault: keys.vault, lock });
    await putFormerSeeds(db, []);
  });
  await scrub(db, setup.random);
}

/** Rewrites the ways and nothing else. */
export async function changeWays(
  vault: Vault,
  change: (ways: readonly LockWay[]) => readonly LockWay[],
): Promise<void> {
  const { db } = vault;
  await db.transaction('rw', db.meta, async () => {
    const kept = await readKeyring(db);
    if (!kept || !('lock' in kept)) throw new Error('the lock was turned off meanwhile');
    await putKeyring(db, { ...kept, lock: { ...kept.lock, ways: change(kept.lock.ways) } });
  });
}

/** Puts the keyring back in the lock's place; what was written while locked is kept. */
export async function turnLockOff(vault: Vault): Promise<void> {
  const { db, lock, lockKey, seed } = vault;
  if (!lock || !lockKey) return;
  const [seeds, secret] = await Promise.all([
    openBox(lockKey, 'seeds', lock.seeds),
    openBox(lockKey, 'later-secret', lock.laterSecret),
  ]);
  const former: Bytes[] = [];
  for (let at = 16; seeds && at < seeds.length; at += 16) former.push(seeds.slice(at, at + 16));
  const keyring = await createKeyring(seed);
  await db.transaction('rw', db.meta, async () => {
    await putKeyring(db, keyring);
    await putFormerSeeds(db, former);
    await forgetWhileLocked(db);
    await forgetReadable(db);
    if (secret) await leaveLater(db, secret);
  });
  await vault.reloadKeyring();
  await keepLeft(vault);
}

/**
 * Opens the lock by the seed itself, as the recovery kit gives it: the lock is then off, and can be set anew. What
 * was written meanwhile is kept.
 */
export async function turnLockOffBySeed(vault: Vault, seed: Bytes): Promise<boolean> {
  const { db, lock } = vault;
  const keyring = await createKeyring(seed);
  const secret =
    lock?.laterByKit &&
    (await openBox(await secretOfSeed(seed, 'later'), 'later-secret', lock.laterByKit));
  const off = await db.transaction('rw', db.meta, async () => {
    const kept = await readKeyring(db);
    if (!kept || nameIn(kept) !== keyring.keys.vault) return false;
    await putKeyring(db, keyring);
    await forgetWhileLocked(db);
    await forgetReadable(db);
    if (secret) await leaveLater(db, secret);
    return true;
  });
  if (!off) return false;
  await vault.reloadKeyring();
  await keepLeft(vault);
  return true;
}
