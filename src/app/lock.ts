/** Opening, closing and setting the lock of one page. Fetched when somebody needs it. */
import type { Bytes } from '../kernel/bytes.ts';
import { seedOfKit } from '../vault/kit.ts';
import { keepLater } from '../vault/lock/keep-later.ts';
import { forgetTries, noteWrong, readTries, waitLeft } from '../vault/lock/tries.ts';
import {
  changeWays,
  createLockKey,
  openWay,
  passphraseBytes,
  saltLength,
  stretching,
  turnLockOff,
  turnLockOffBySeed,
  turnLockOn,
  wayOf,
} from '../vault/lock/turn-lock.ts';
import type { LockWay } from '../vault/lock/lock.ts';
import type { Comma } from './comma.svelte.ts';
import { askPasskey, createPasskey, type PasskeyFailure } from './passkey.ts';
import { touchLock } from './lock-after.ts';
import { stretch } from './stretch.ts';
import { keepWhileLocked } from './while-locked.ts';

export type Unlocking =
  | { readonly type: 'open' }
  | { readonly type: 'wrong'; readonly waitMs: number }
  /** Too many wrong ones: this one was not looked at. */
  | { readonly type: 'wait'; readonly waitMs: number };

type PassphraseWay = Extract<LockWay, { type: 'passphrase' }>;

/** What came of asking a passkey; `other`: it is not the one that this lock was set with. */
export type PasskeyDone = 'done' | 'other' | PasskeyFailure;

const stretched = (
  typed: string,
  way: Pick<PassphraseWay, 'salt' | 'stretching'>,
): Promise<Bytes> =>
  stretch({ passphrase: passphraseBytes(typed), salt: way.salt, ...way.stretching });

async function newWay({ ports }: Comma, typed: string, lockKey: Bytes): Promise<LockWay> {
  const way = { type: 'passphrase', salt: ports.random(saltLength), stretching } as const;
  return wayOf(way, await stretched(typed, way), lockKey, ports.random);
}

/** Milliseconds until the next try is looked at. */
export const waitNow = async ({ vault, ports }: Comma): Promise<number> =>
  waitLeft(await readTries(vault.db), ports.clock.wall());

export async function turnOn(comma: Comma, typed: string): Promise<void> {
  const lockKey = createLockKey(comma.ports.random);
  await putOn(comma, await newWay(comma, typed, lockKey), lockKey);
}

async function putOn({ vault, ports }: Comma, way: LockWay, lockKey: Bytes): Promise<void> {
  touchLock(ports.clock.wall());
  await keepWhileLocked(vault, true);
  await turnLockOn(vault, way, lockKey);
  // From here on every window has it by way of the shell.
  await (await ports.lockKeys()).put(lockKey);
  await vault.reloadKeyring();
}

/** The lock key behind a passphrase; wrong ones are counted. */
async function keyBehind({ vault, ports }: Comma, typed: string): Promise<Bytes | Unlocking> {
  const { wall } = ports.clock;
  const left = waitLeft(await readTries(vault.db), wall());
  if (left > 0) return { type: 'wait', waitMs: left };
  const way = vault.lock?.ways.find((each) => each.type === 'passphrase');
  const key = way && (await openWay(way, await stretched(typed, way)));
  if (key) {
    await forgetTries(vault.db);
    return key;
  }
  return { type: 'wrong', waitMs: waitLeft(await noteWrong(vault.db, wall()), wall()) };
}

export async function unlock(comma: Comma, typed: string): Promise<Unlocking> {
  const key = await keyBehind(comma, typed);
  if ('type' in key) return key;
  await openWith(comma, key);
  return { type: 'open' };
}

async function openWith({ vault, ports }: Comma, key: Bytes): Promise<void> {
  touchLock(ports.clock.wall());
  await (await ports.lockKeys()).put(key);
  await vault.reloadKeyring();
  await keepLater(vault);
}

/** A forgotten passphrase: the kit opens the journal, and the lock is off until it is set anew. */
export async function openByKit(comma: Comma, typed: string): Promise<boolean> {
  const { vault } = comma;
  const seed = await seedOfKit(typed);
  if (!seed || !(await turnLockOffBySeed(vault, seed))) return false;
  await forgetTries(vault.db);
  await comma.closeLock();
  return true;
}

export async function changePassphrase(
  comma: Comma,
  typed: string,
  next: string,
): Promise<Unlocking> {
  const key = await keyBehind(comma, typed);
  if ('type' in key) return key;
  await putWay(comma, await newWay(comma, next, key));
  return { type: 'open' };
}

/** Rewrites how the lock opens, and nothing of the journal. */
async function putWay({ vault }: Comma, way: LockWay): Promise<void> {
  await changeWays(vault, (ways) => [...ways.filter(({ type }) => type !== way.type), way]);
  await vault.reloadKeyring();
}

/** Beside a passkey; the lock is open. */
export async function addPassphrase(comma: Comma, typed: string): Promise<void> {
  const { lockKey } = comma.vault;
  if (lockKey) await putWay(comma, await newWay(comma, typed, lockKey));
}

async function passkeyWay({ ports }: Comma, lockKey: Bytes): Promise<LockWay | PasskeyFailure> {
  const salt = ports.random(saltLength);
  const made = await createPasskey(salt, ports.random);
  if (!made.ok) return made.error;
  const { credential, answer } = made.value;
  return wayOf({ type: 'passkey', salt, credential }, answer, lockKey, ports.random);
}

/** Turns the lock on, or gives the open lock one more way. Call in a click. */
export async function setPasskey(comma: Comma): Promise<PasskeyDone> {
  const { vault, ports } = comma;
  const lockKey = vault.lockKey ?? createLockKey(ports.random);
  const way = await passkeyWay(comma, lockKey);
  if (typeof way === 'string') return way;
  if (vault.lock) await putWay(comma, way);
  else await putOn(comma, way, lockKey);
  return 'done';
}

/** The passphrase opens the lock alone from then on. */
export async function dropPasskey({ vault }: Comma): Promise<void> {
  await changeWays(vault, (ways) => ways.filter(({ type }) => type !== 'passkey'));
  await vault.reloadKeyring();
}

async function keyOfPasskey({ vault, ports }: Comma): Promise<Bytes | PasskeyDone> {
  const way = vault.lock?.ways.find((each) => each.type === 'passkey');
  if (!way) return 'other';
  const answer = await askPasskey(way.credential, way.salt, ports.random);
  if (!answer.ok) return answer.error;
  return (await openWay(way, answer.value)) ?? 'other';
}

/** Call in a click. */
export async function unlockByPasskey(comma: Comma): Promise<PasskeyDone> {
  const key = await keyOfPasskey(comma);
  if (typeof key === 'string') return key;
  await forgetTries(comma.vault.db);
  await openWith(comma, key);
  return 'done';
}

/** Call in a click. */
export async function turnOffByPasskey(comma: Comma): Promise<PasskeyDone> {
  const key = await keyOfPasskey(comma);
  if (typeof key === 'string') return key;
  await turnedOff(comma);
  return 'done';
}

export async function turnOff(comma: Comma, typed: string): Promise<Unlocking> {
  const key = await keyBehind(comma, typed);
  if ('type' in key) return key;
  await turnedOff(comma);
  return { type: 'open' };
}

async function turnedOff(comma: Comma): Promise<void> {
  await turnLockOff(comma.vault);
  await comma.closeLock();
}
