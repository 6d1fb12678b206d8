/** Two devices of one journal at a real relay to which something happens (sync design, §5): what is told, and that nothing is lost. */
import { expect, test } from 'vitest';

import type { Fetch } from '#core/sync/relay/ask.ts';
import type { KeeperParts } from '#core/sync/relay/keeper.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import type { Vault } from '#core/vault/vault.ts';

import { keep, setupRelay, type Kept, type ReopenedRelay } from '../support/kept.ts';
import { backUp, query, restore, wipe } from '../support/relay-backup.ts';
import { testVault } from '../support/vault.ts';

const day = 86_400_000;

interface World {
  readonly relay: ReopenedRelay;
  readonly desk: Kept;
  readonly phone: Kept;
  /** What stands between the desk and the relay; by itself nothing does. */
  readonly between: { answer: Fetch };
  /** Both have a round until they are in step. */
  readonly meet: () => Promise<void>;
}

async function setupPair(parts: Partial<KeeperParts> = {}): Promise<World> {
  const relay = await setupRelay();
  const between: World['between'] = { answer: (...asked) => fetch(...asked) };
  const desk = await keep(await testVault(), (...asked) => between.answer(...asked), parts);
  const phone = await keep(await testVault());
  await adoptSeed(phone.vault, desk.vault.seed);
  const { origin } = relay;
  for (const { keeper } of [desk, phone]) await keeper.use({ origin });
  const meet = async (): Promise<void> => {
    for (const { keeper } of [desk, phone, desk, phone]) await keeper.sync();
  };
  await meet();
  return { relay, desk, phone, between, meet };
}

const write = (vault: Vault, id: string, text: string): Promise<unknown> =>
  vault.write({ id, kind: 'entry', text });
const wordsOf = async (vault: Vault, ...ids: string[]): Promise<(string | undefined)[]> =>
  Promise.all(ids.map(async (id) => (await vault.read(id))?.text));

test.each<[string, () => Response, object]>([
  [
    'a network that wants a login first',
    () => new Response('<h1>Welcome</h1>', { headers: { 'Content-Type': 'text/html' } }),
    { trouble: 'NotARelay' },
  ],
  [
    'a relay that asks for a rest',
    () =>
      Response.json(
        { error: 'too-many', says: 'Later.' },
        { status: 429, headers: { 'Retry-After': '90' } },
      ),
    { trouble: 'too-many' },
  ],
])('%s is named, and the words go on when it is over', async (_, answer, told) => {
  const { desk, phone, between, meet } = await setupPair();
  between.answer = () => Promise.resolve(answer());
  await write(desk.vault, 'a', 'kept meanwhile');
  expect(await desk.keeper.sync()).toBe(false);
  expect(desk.keeper.state).toMatchObject({ ...told, lastOk: 5_000, working: false });
  expect(await desk.keeper.unsynced()).toBe(1);

  between.answer = (...asked) => fetch(...asked);
  await meet();
  expect(desk.keeper.state.trouble).toBeNull();
  expect(await wordsOf(phone.vault, 'a')).toEqual(['kept meanwhile']);
});

test('a relay that asks for a rest is given the time that it asked for', async () => {
  const { desk, between } = await setupPair();
  let asked = 0;
  between.answer = () => {
    asked++;
    const headers = { 'Retry-After': '90' };
    return Promise.resolve(
      Response.json({ error: 'too-many', says: 'Later.' }, { status: 429, headers }),
    );
  };
  await write(desk.vault, 'a', 'first');
  await desk.keeper.sync();
  const before = asked;
  // More words must not bring it back sooner.
  await write(desk.vault, 'b', 'second');
  desk.timers.advance(89_000);
  expect(asked).toBe(before);
  desk.timers.advance(1_000);
  await expect.poll(() => asked).toBeGreaterThan(before);
});

test('at a relay without room what is new waits here, and what the others wrote still arrives', async () => {
  const { relay, desk, phone, meet } = await setupPair();
  await write(phone.vault, 'from-phone', 'came over');
  await phone.keeper.sync();
  await relay.close();
  await relay.reopen({ RELAY_QUOTA_ROWS: '1' });
  await write(desk.vault, 'from-desk', 'has to wait');
  let heard = 0;
  desk.keeper.onMerged(() => heard++);
  expect(await desk.keeper.sync()).toBe(false);
  expect(heard).toBe(1);
  expect(desk.keeper.state.trouble).toBe('full');
  expect(await wordsOf(desk.vault, 'from-phone')).toEqual(['came over']);
  expect(await desk.keeper.unsynced()).toBe(1);

  await relay.close();
  await relay.reopen();
  await meet();
  expect(await wordsOf(phone.vault, 'from-desk')).toEqual(['has to wait']);
});

test('a relay that was wiped is filled again by whoever comes, and nothing is deleted here', async () => {
  const { relay, desk, phone, meet } = await setupPair();
  await write(desk.vault, 'a', 'from the desk');
  await write(phone.vault, 'b', 'from the phone');
  await meet();
  await wipe(relay.store);
  await meet();
  for (const { vault, keeper } of [desk, phone]) {
    expect(await wordsOf(vault, 'a', 'b')).toEqual(['from the desk', 'from the phone']);
    expect(await keeper.unsynced()).toBe(0);
    expect(keeper.state.trouble).toBeNull();
  }
  expect(await query(relay.store, 'select id from record')).toHaveLength(2);
});

test('what a relay lost with a restored backup comes back from the devices, newest words included', async () => {
  const { relay, desk, phone, meet } = await setupPair();
  await write(desk.vault, 'a', 'an early word');
  await meet();
  const backup = await backUp(relay.store);
  await write(desk.vault, 'a', 'an early word, and a later one');
  await write(phone.vault, 'b', 'written after the backup');
  await meet();
  await restore(relay.store, backup);
  await meet();

  const fresh = await keep(await testVault());
  await adoptSeed(fresh.vault, desk.vault.seed);
  await fresh.keeper.use({ origin: relay.origin });
  await fresh.keeper.sync();
  for (const { vault } of [desk, phone, fresh])
    expect(await wordsOf(vault, 'a', 'b')).toEqual([
      'an early word, and a later one',
      'written after the backup',
    ]);
});

test.each([-30, 30])(
  'a clock that is %i years off stops nothing, and words of both clocks stay',
  async (years) => {
    const off = 1_800_000_000_000 + years * 365 * day;
    const { desk, phone, meet } = await setupPair({ wall: () => off });
    await write(phone.vault, 'a', 'by the right clock');
    await write(desk.vault, 'b', 'by the wrong clock');
    await meet();
    await write(phone.vault, 'b', 'by the wrong clock, then by the right one');
    await meet();
    for (const { vault } of [desk, phone])
      expect(await wordsOf(vault, 'a', 'b')).toEqual([
        'by the right clock',
        'by the wrong clock, then by the right one',
      ]);
    expect(desk.keeper.state).toMatchObject({ trouble: null, lastOk: off });
  },
);

test('through weeks without the relay it is asked for every few minutes at most, and then has it all', async () => {
  const { relay, desk, phone, between, meet } = await setupPair();
  let asked = 0;
  await relay.close();
  between.answer = (...request) => {
    asked++;
    return fetch(...request);
  };
  for (let week = 0; week < 3; week++) await write(desk.vault, `week-${week}`, `week ${week}`);
  await desk.keeper.sync();
  for (let attempt = 0; attempt < 12; attempt++) {
    const before = asked;
    desk.timers.advance(450_000); // longer than any pause between two attempts
    await expect.poll(() => asked).toBeGreaterThan(before);
    await expect.poll(() => desk.keeper.state.working).toBe(false);
  }
  expect(Math.min(...desk.timers.waiting())).toBeGreaterThanOrEqual(150_000);
  expect(await desk.keeper.unsynced()).toBe(3);

  await relay.reopen();
  await meet();
  expect(await wordsOf(phone.vault, 'week-0', 'week-2')).toEqual(['week 0', 'week 2']);
});

test('on a line that is to be spared nothing listens, and what is written waits for a minute', async () => {
  const asked: string[] = [];
  const { desk, between } = await setupPair({ saving: () => true });
  between.answer = (address, request) => {
    asked.push(address);
    return fetch(address, request);
  };
  desk.keeper.attend(true);
  desk.timers.advance(0);
  await expect.poll(() => desk.keeper.state.working).toBe(false);
  await write(desk.vault, 'a', 'not in a hurry');
  const before = asked.length;
  desk.timers.advance(59_000);
  expect(asked.length).toBe(before);
  desk.timers.advance(1_000);
  await expect.poll(() => desk.keeper.unsynced()).toBe(0);
  expect(asked.filter((address) => address.includes('events'))).toEqual([]);
});

test('once a week all rows are compared by themselves, so a row that the relay lost silently is there again', async () => {
  const clock = { now: 1_800_000_000_000 };
  const { relay, desk, meet } = await setupPair({ wall: () => clock.now });
  await write(desk.vault, 'a', 'lost by the relay');
  await write(desk.vault, 'b', 'kept');
  await meet();
  await query(relay.store, 'delete from record where seq = 1');
  const held = async (): Promise<number> =>
    (await query(relay.store, 'select id from record')).length;
  clock.now += 6 * day;
  await desk.keeper.sync();
  expect(await held()).toBe(1);
  clock.now += day;
  await desk.keeper.sync();
  expect(await held()).toBe(2);
});

test('a relay that asks those who come new for an invite code says so, and takes them with it', async () => {
  const { origin } = await setupRelay({ RELAY_INVITE: 'tea-at-five' });
  const { vault, keeper } = await keep(await testVault());
  await write(vault, 'a', 'waits at the door');
  await keeper.use({ origin });
  expect(await keeper.sync()).toBe(false);
  expect(keeper.state.trouble).toBe('invite-needed');
  expect(await keeper.invite('coffee')).toBe(false);
  expect(await keeper.invite(' tea-at-five ')).toBe(true);
  expect(keeper.state.trouble).toBeNull();
  expect(await keeper.unsynced()).toBe(0);
});
