/** A round by a context that lives for nothing else, against a real relay. */
import { expect, test } from 'vitest';

import { comeAlong } from '#core/app/come-along.ts';
import { DeviceRecords } from '#core/app/device-records.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { presenceId, presenceKind, signFields } from '#core/features/pauses/presence-records.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { carry } from '#core/sync/relay/carry.ts';
import type { Fetch } from '#core/sync/relay/ask.ts';
import { readRelay } from '#core/vault/relay-setting.ts';
import { yjsBodies } from '#core/vault/body-text.ts';
import type { Vault } from '#core/vault/vault.ts';

import { keep, setupRelay, type Kept, type ReopenedRelay } from '../support/kept.ts';
import { query } from '../support/relay-backup.ts';
import { testVault } from '../support/vault.ts';
import { tap } from '../support/wire-tap.ts';

const tea = { id: 'a', kind: 'entry', text: 'tea in the rain' };

interface Carried {
  readonly done: boolean;
  readonly asked: number;
  readonly merged: number;
}

const recordsOf = (vault: Vault, wall: number): DeviceRecords =>
  new DeviceRecords(vault, {
    ...{ random: systemRandom, clock: { wall: () => wall } },
    ...{ languages: ['en'], shell: 'extension' },
  });

/** As a page out of sight does it: nothing it scheduled outlives it. */
async function carryOnce(
  vault: Vault,
  wall: number,
  through: Fetch = (...asked) => fetch(...asked),
): Promise<Carried> {
  let [asked, merged] = [0, 0];
  const clock = { wall: () => wall };
  const records = recordsOf(vault, wall);
  const done = await carry(
    vault,
    {
      fetch: (...request) => {
        asked += 1;
        return through(...request);
      },
      schedule: () => () => undefined,
      random: systemRandom,
      ...clock,
      bodies: () => Promise.resolve(yjsBodies),
      alone: (run) => run(),
    },
    { merged: () => (merged += 1), ended: (keeper) => comeAlong(keeper, records) },
  );
  return { done, asked, merged };
}

const nobodyAnswers: Fetch = () => Promise.reject(new TypeError('no network'));

test('what was written elsewhere comes, what was written here goes, and whoever waits for news is told', async () => {
  const { origin } = await setupRelay();
  const phone = await keep(await testVault());
  const desk = await testVault();
  await adoptSeed(desk, phone.vault.seed);
  await phone.keeper.use({ origin });
  await phone.vault.write(tea);
  await phone.keeper.sync();
  await (await keep(desk)).keeper.use({ origin });
  await desk.write({ id: 'b', kind: 'entry', text: 'written at the desk' });

  expect(await carryOnce(desk, 5_000)).toMatchObject({ done: true, merged: 1 });
  expect((await desk.read('a'))?.text).toBe(tea.text);
  await phone.keeper.sync();
  expect((await phone.vault.read('b'))?.text).toBe('written at the desk');
  expect(await carryOnce(desk, 6_000)).toMatchObject({ done: true, merged: 0 });
});

const namesOf = async ({ vault }: Kept): Promise<unknown[]> => {
  const items = await vault.openRows(await vault.db.rec.where('kind').equals('device').toArray());
  return items.map(({ fields }) => [fields['seen'], fields['at']]);
};

test('the others read when it was last here, at most once an hour, though no page of it is open', async () => {
  const { origin } = await setupRelay();
  const phone = await keep(await testVault());
  const desk = await keep(await testVault());
  await adoptSeed(desk.vault, phone.vault.seed);
  for (const { keeper } of [phone, desk]) await keeper.use({ origin });

  await carryOnce(desk.vault, 5_000);
  await phone.keeper.sync();
  expect(await namesOf(phone)).toEqual([[5_000, origin]]);
  const { asked } = await carryOnce(desk.vault, 6_000);
  await carryOnce(desk.vault, 5_000 + 3_600_000);
  await phone.keeper.sync();
  expect(await namesOf(phone)).toEqual([[5_000 + 3_600_000, origin]]);
  // Otherwise a round is no dearer than before: fetching, with nothing to send.
  expect(asked).toBe(1);
});

test('the journal was moved on another device: a context out of sight goes there, and the old relay is let go', async () => {
  const [old, next] = [await setupRelay(), await setupRelay()];
  const phone = await keep(await testVault());
  const desk = await keep(await testVault());
  await adoptSeed(desk.vault, phone.vault.seed);
  for (const { keeper } of [phone, desk]) await keeper.use({ origin: old.origin });
  await carryOnce(desk.vault, 5_000);
  await desk.vault.write(tea);
  await phone.keeper.sync();
  expect(await phone.keeper.move({ origin: next.origin })).toBeNull();

  expect(await carryOnce(desk.vault, 6_000)).toMatchObject({ done: true });
  await phone.keeper.sync();
  expect(await namesOf(phone)).toEqual([[6_000, next.origin]]);
  expect((await phone.vault.read('a'))?.text).toBe(tea.text);
  expect(await query(old.store, 'select id from record')).toEqual([]);
});

const rowsAt = ({ store }: ReopenedRelay): Promise<readonly unknown[]> =>
  query(store, 'select id from record');

test('one that came in step at the old relay unnoticed can still follow: before that is let go, it is asked once more', async () => {
  const [old, next] = [await setupRelay(), await setupRelay()];
  const desk = await keep(await testVault());
  await desk.keeper.use({ origin: old.origin });
  await carryOnce(desk.vault, 5_000);
  let reaches = false;
  const phone = await keep(await testVault(), (address, request) =>
    reaches || new URL(address).origin === old.origin
      ? fetch(address, request)
      : nobodyAnswers(address, request),
  );
  await adoptSeed(phone.vault, desk.vault.seed);
  await phone.vault.write(tea);
  // As when the journal moves while the new device has its first round.
  await recordsOf(phone.vault, 5_000).joined(old.origin);
  expect(await desk.keeper.move({ origin: next.origin })).toBeNull();
  await phone.keeper.use({ origin: old.origin });
  await phone.keeper.sync();

  for (let rounds = 0; rounds < 2; rounds++) await carryOnce(desk.vault, 6_000);
  expect(await rowsAt(old)).not.toEqual([]);
  reaches = true;
  await carryOnce(phone.vault, 2_000_000);
  expect((await readRelay(phone.vault.db))?.origin).toBe(next.origin);
  await carryOnce(desk.vault, 2_000_000);
  expect((await desk.vault.read('a'))?.text).toBe(tea.text);
  expect(await rowsAt(old)).toEqual([]);
});

test('the device that was given the journal and has not come yet is waited for, by no other name, whoever else is there', async () => {
  const [old, next] = [await setupRelay(), await setupRelay()];
  const desk = await keep(await testVault());
  const laptop = await keep(await testVault());
  const phone = await keep(await testVault());
  for (const { vault } of [laptop, phone]) await adoptSeed(vault, desk.vault.seed);
  for (const { keeper } of [desk, laptop]) await keeper.use({ origin: old.origin });
  // The phone was here before, and left: its record is no news.
  await recordsOf(phone.vault, 1_000).joined(old.origin);
  for (const { vault } of [laptop, desk]) await carryOnce(vault, 5_000);
  await recordsOf(desk.vault, 5_000).awaitOne();
  expect(await desk.keeper.move({ origin: next.origin })).toBeNull();
  for (const { vault } of [laptop, desk, laptop, desk]) await carryOnce(vault, 4_000_000);
  expect(await rowsAt(old)).not.toEqual([]);
  const behind = await recordsOf(desk.vault, 5_000).behind(next.origin);
  expect(behind.map(({ name }) => name)).toEqual(['the device that you showed a code to']);

  await recordsOf(phone.vault, 4_000_000).joined(old.origin);
  await phone.keeper.use({ origin: old.origin });
  for (const { vault } of [phone, desk]) await carryOnce(vault, 5_000_000);
  expect((await readRelay(phone.vault.db))?.origin).toBe(next.origin);
  expect(await rowsAt(old)).toEqual([]);
  expect(await recordsOf(desk.vault, 5_000).behind(next.origin)).toEqual([]);
});

test('an old relay that does not answer is asked once a day whether anybody came there, and lets go when it answers', async () => {
  const [old, next] = [await setupRelay(), await setupRelay()];
  const { vault, keeper } = await keep(await testVault());
  await keeper.use({ origin: old.origin });
  await keeper.sync();
  expect(await keeper.move({ origin: next.origin })).toBeNull();
  await old.close();
  let tries = 0;
  const counted: Fetch = (address, request) => {
    if (new URL(address).origin === old.origin) tries += 1;
    return fetch(address, request);
  };
  for (let minutes = 0; minutes < 60; minutes += 15)
    await carryOnce(vault, 4_000_000 + minutes * 60_000, counted);
  expect(tries).toBe(1);
  await old.reopen();
  await carryOnce(vault, 4_000_000 + 86_400_000);
  expect(await rowsAt(old)).toEqual([]);
});

test('a device without a relay asks nobody', async () => {
  expect(await carryOnce(await testVault(), 5_000)).toEqual({ done: false, asked: 0, merged: 0 });
});

test('each round that fails has the next one wait longer, however many contexts try in turn', async () => {
  const { origin } = await setupRelay();
  const { vault, keeper } = await keep(await testVault());
  await keeper.use({ origin });
  let wall = 1_000_000;
  const tries: number[] = [];
  for (; tries.length < 12; wall += 1_000) {
    const { asked } = await carryOnce(vault, wall, nobodyAnswers);
    if (asked > 0) tries.push(wall);
  }
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  // Five seconds, doubled each time, half or one and a half of it by chance, and never much more than five minutes.
  waits.forEach((wait, failures) => {
    const usual = Math.min(5_000 * 2 ** failures, 300_000);
    expect(wait).toBeGreaterThanOrEqual(usual * 0.5);
    expect(wait).toBeLessThanOrEqual(usual * 1.5 + 1_000);
  });

  expect(await carryOnce(vault, wall + 500_000)).toMatchObject({ done: true });
  expect(await carryOnce(vault, wall + 500_001)).toMatchObject({ done: true });
});

test('a clock that was set back years has nobody wait for years', async () => {
  const { origin } = await setupRelay();
  const { vault, keeper } = await keep(await testVault());
  await keeper.use({ origin });
  await carryOnce(vault, 2_000_000_000_000, nobodyAnswers);
  expect(await carryOnce(vault, 1_500_000_000_000)).toMatchObject({ done: true });
});

test('while the lock is closed nothing travels', async () => {
  const { origin } = await setupRelay();
  const { vault, keeper } = await keep(await testVault());
  await keeper.use({ origin });
  vault.shut();
  expect(await carryOnce(vault, 5_000)).toEqual({ done: false, asked: 0, merged: 0 });
});

test('with the signs of three devices a round that finds no change is a kilobyte at most, both ways and headers included', async () => {
  const { origin } = await setupRelay();
  const { port, heard } = await tap(Number(new URL(origin).port));
  const { vault, keeper } = await keep(await testVault());
  await keeper.use({ origin: `http://127.0.0.1:${port}` });
  const sign = (device: string, turn: number): Promise<unknown> => {
    const fields = signFields({ turn, at: 5_000 + turn, here: true });
    return vault.write({ id: presenceId(device), kind: presenceKind, fields });
  };
  for (const device of ['desk', 'phone', 'laptop']) await sign(device, 1);
  await carryOnce(vault, 5_000);
  const before = heard().length;
  expect(await carryOnce(vault, 5_000)).toMatchObject({ done: true, merged: 0 });
  const unchanged = heard().length - before;
  expect(unchanged).toBeGreaterThan(100);
  expect(unchanged).toBeLessThanOrEqual(1_000);

  // A sign given anew is one small row more.
  await sign('desk', 2);
  expect(await carryOnce(vault, 6_000)).toMatchObject({ done: true });
  expect(heard().length - before - unchanged).toBeLessThanOrEqual(2_500);
});
