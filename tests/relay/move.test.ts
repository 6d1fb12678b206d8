/** A journal that goes from one real relay to another: whole at every moment, and the other devices come along. */
import { expect, test } from 'vitest';

import type { Fetch } from '#core/sync/relay/ask.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import type { Vault } from '#core/vault/vault.ts';

import type { Environment } from '../../relay/environment.ts';
import { keep, setupRelay, type Kept, type ReopenedRelay } from '../support/kept.ts';
import { query } from '../support/relay-backup.ts';
import { testVault } from '../support/vault.ts';

interface World {
  readonly old: ReopenedRelay;
  readonly next: ReopenedRelay;
  readonly desk: Kept;
  readonly phone: Kept;
}

/** Two devices in step at the old relay, each with an entry of its own. */
async function setupMove(through?: Fetch, environment?: Environment): Promise<World> {
  const [old, next] = [await setupRelay(), await setupRelay(environment)];
  const desk = await keep(await testVault(), through);
  const phone = await keep(await testVault());
  await adoptSeed(phone.vault, desk.vault.seed);
  await write(desk.vault, 'desk', 'written at the desk');
  await write(phone.vault, 'phone', 'written on the bus');
  for (const { keeper } of [desk, phone]) await keeper.use({ origin: old.origin });
  for (const { keeper } of [desk, phone, desk]) await keeper.sync();
  return { old, next, desk, phone };
}

const write = (vault: Vault, id: string, text: string): Promise<unknown> =>
  vault.write({ id, kind: 'entry', text });
const wordsOf = async ({ vault }: Kept, ...ids: string[]): Promise<(string | undefined)[]> =>
  Promise.all(ids.map(async (id) => (await vault.read(id))?.text));
const rowsAt = async ({ store }: ReopenedRelay): Promise<number> =>
  (await query(store, 'select id from record')).length;

test('all of it is at the new relay, the other device comes along with what it had not sent, and only then the old one deletes', async () => {
  const { old, next, desk, phone } = await setupMove();
  await write(phone.vault, 'late', 'not sent yet');
  expect(await desk.keeper.move({ origin: next.origin })).toBeNull();
  expect(desk.keeper.state).toMatchObject({ origin: next.origin, from: old.origin, trouble: null });
  expect(await desk.keeper.unsynced()).toBe(0);
  const held = await rowsAt(old);
  expect(held).toBeGreaterThan(0);

  await phone.keeper.sync();
  expect(phone.keeper.state).toMatchObject({ origin: next.origin, trouble: null });
  for (const { keeper } of [phone, desk]) await keeper.sync();
  expect(await wordsOf(desk, 'desk', 'phone', 'late')).toEqual([
    'written at the desk',
    'written on the bus',
    'not sent yet',
  ]);
  expect(await rowsAt(old)).toBeGreaterThanOrEqual(held);
  expect(await desk.keeper.letGo()).toBe(true);
  expect(desk.keeper.state.from).toBeNull();
  expect(await rowsAt(old)).toBe(0);
  expect(await phone.keeper.sync()).toBe(true);
});

test('wherever it is cut off, the journal is whole at one of the two, and the next attempt ends it', async () => {
  for (let most = 1, done = false; !done; most++) {
    let left = Infinity;
    const { next, desk, phone } = await setupMove((...asked) =>
      left-- > 0 ? fetch(...asked) : Promise.reject(new TypeError('no network')),
    );
    left = most;
    done = (await desk.keeper.move({ origin: next.origin })) === null && left > 0;
    left = Infinity;

    const again = await keep(desk.vault);
    await write(again.vault, 'after', 'and went on');
    expect(await again.keeper.sync()).toBe(true);
    await again.keeper.sync();
    if (again.keeper.state.origin !== next.origin)
      expect(await again.keeper.move({ origin: next.origin })).toBeNull();
    for (const { keeper } of [phone, again, phone]) await keeper.sync();
    const everything = ['written at the desk', 'written on the bus', 'and went on'];
    for (const device of [again, phone]) {
      expect(device.keeper.state, `cut after ${most}`).toMatchObject({
        origin: next.origin,
        trouble: null,
      });
      expect(await wordsOf(device, 'desk', 'phone', 'after')).toEqual(everything);
    }
    expect(await again.keeper.letGo()).toBe(true);
    expect(most).toBeLessThan(60);
  }
});

test.each<[string, Environment, string]>([
  ['wants an invite code', { RELAY_INVITE: 'tea-at-five' }, 'invite-needed'],
  ['has no room for it', { RELAY_QUOTA_ROWS: '1' }, 'full'],
])('a relay that %s leaves everything as it was', async (_, environment, trouble) => {
  const { old, next, desk, phone } = await setupMove(undefined, environment);
  expect(await desk.keeper.move({ origin: next.origin })).toBe(trouble);
  await write(desk.vault, 'after', 'and went on');
  for (const { keeper } of [desk, phone]) expect(await keeper.sync()).toBe(true);
  expect(phone.keeper.state).toMatchObject({ origin: old.origin, from: null, elsewhere: null });
  expect(await wordsOf(phone, 'desk', 'after')).toEqual(['written at the desk', 'and went on']);
});

test('with the invite code of the new relay the move is made, and the others need none', async () => {
  const { next, desk, phone } = await setupMove(undefined, { RELAY_INVITE: 'tea-at-five' });
  expect(await desk.keeper.move({ origin: next.origin, invite: 'tea-at-five' })).toBeNull();
  await phone.keeper.sync();
  expect(phone.keeper.state).toMatchObject({ origin: next.origin, trouble: null });
});

test('an old relay that is gone for good holds nobody up, and is not asked again and again', async () => {
  const asked: string[] = [];
  const { old, next, desk } = await setupMove((address, request) => {
    asked.push(new URL(address).origin);
    return fetch(address, request);
  });
  await old.close();
  expect(await desk.keeper.move({ origin: next.origin })).toBeNull();
  expect(await desk.keeper.letGo()).toBe(false);
  expect(desk.keeper.state.from).toBeNull();
  asked.length = 0;
  await write(desk.vault, 'after', 'and went on');
  expect(await desk.keeper.sync()).toBe(true);
  expect(new Set(asked)).toEqual(new Set([next.origin]));
  await old.reopen();
  await desk.keeper.check();
  expect(await rowsAt(old)).toBe(0);
});

test('it can go back to where it came from while that relay still holds it', async () => {
  const { old, next, desk, phone } = await setupMove();
  await desk.keeper.move({ origin: next.origin });
  await phone.keeper.sync();
  expect(await phone.keeper.move({ origin: old.origin })).toBeNull();
  await desk.keeper.sync();
  for (const { keeper } of [desk, phone])
    expect(keeper.state).toMatchObject({ origin: old.origin, from: next.origin, trouble: null });
  expect(await desk.keeper.letGo()).toBe(true);
  expect(await rowsAt(next)).toBe(0);
  expect(await desk.keeper.check()).toBe(true);
  expect(await rowsAt(old)).toBeGreaterThan(0);
});

test('a relay at which the journal was deleted before takes it only under a new key', async () => {
  const { old, next, desk, phone } = await setupMove();
  await desk.keeper.move({ origin: next.origin });
  await phone.keeper.sync();
  await desk.keeper.letGo();
  expect(await desk.keeper.move({ origin: old.origin })).toBe('deleted');
  expect(await desk.keeper.renew()).toBe(true);
  expect(await desk.keeper.move({ origin: old.origin })).toBeNull();
  expect(desk.keeper.state).toMatchObject({ origin: old.origin, trouble: null });
});

test('a page that may not speak to the new relay says where the journal went, and stays where it is', async () => {
  const { old, next, desk, phone } = await setupMove();
  const bound = await keep(phone.vault, undefined, {
    reaches: (origin) => Promise.resolve(origin === old.origin),
  });
  await desk.keeper.move({ origin: next.origin });
  expect(await bound.keeper.sync()).toBe(true);
  expect(bound.keeper.state).toMatchObject({ origin: old.origin, elsewhere: next.origin });
});

test('who joins a journal stays at its relay, whatever move of their own is still on record', async () => {
  const { old, next, desk: host } = await setupMove();
  const guest = await keep(await testVault());
  await guest.keeper.use({ origin: old.origin });
  await guest.keeper.move({ origin: next.origin });
  await guest.keeper.use(null);
  await adoptSeed(guest.vault, host.vault.seed);
  await guest.keeper.choose({ origin: old.origin });
  for (const { keeper } of [guest, host, guest]) expect(await keeper.sync()).toBe(true);
  for (const { keeper } of [guest, host])
    expect(keeper.state).toMatchObject({ origin: old.origin, elsewhere: null });
});
