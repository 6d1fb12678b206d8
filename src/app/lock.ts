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
import { stretch } from './stretch.ts';
import { keepWhileLocked } from './while-locked.ts';

export type Unlocking =
  | { readonly type: 'open' }
  | { readonly type: 'wrong'; readonly waitMs: number }
  /** Too many wrong ones: this one was not looked at. */
  | { readonly type: 'wait'; readonly waitMs: number };

type PassphraseWay = Extract<LockWay, { type: 'passphrase' }>;

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
  const { vault, ports } = comma;
  const lockKey = createLockKey(ports.random);
  const way = await newWay(comma, typed, lockKey);
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
  await (await comma.ports.lockKeys()).put(key);
  await comma.vault.reloadKeyring();
  await keepLater(comma.vault);
  return { type: 'open' };
}

/** A forgotten passphrase: the kit opens the journal, and the lock is off until it is set anew. */
export async function openByKit({ vault, ports }: Comma, typed: string): Promise<boolean> {
  const seed = await seedOfKit(typed);
  if (!seed || !(await turnLockOffBySeed(vault, seed))) return false;
  await forgetTries(vault.db);
  await (await ports.lockKeys()).drop();
  return true;
}

/** Rewrites how the passphrase opens the lock, and nothing of the journal. */
export async function changePassphrase(
  comma: Comma,
  typed: string,
  next: string,
): Promise<Unlocking> {
  const key = await keyBehind(comma, typed);
  if ('type' in key) return key;
  const way = await newWay(comma, next, key);
  await changeWays(comma.vault, (ways) => [...ways.filter(({ type }) => type !== way.type), way]);
  await comma.vault.reloadKeyring();
  return { type: 'open' };
}

export async function turnOff(comma: Comma, typed: string): Promise<Unlocking> {
  const key = await keyBehind(comma, typed);
  if ('type' in key) return key;
  await turnLockOff(comma.vault);
  await (await comma.ports.lockKeys()).drop();
  return { type: 'open' };
}
