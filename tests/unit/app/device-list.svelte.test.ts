// @vitest-environment happy-dom
/** Names of devices, each a record of the one journal. */
import { expect, test } from 'vitest';

import { DeviceList } from '#core/app/device-list.svelte.ts';
import type { KnownDevice } from '#core/app/device-records.ts';
import { systemRandom } from '#core/kernel/random.ts';
import type { Ports } from '#core/ports.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../support/vault.ts';

const hour = 3_600_000;
const relay = 'https://relay.example';

interface World {
  readonly vault: Vault;
  readonly list: DeviceList;
  readonly clock: { now: number };
  /** What a screen that follows the list has read last. */
  readonly shown: () => readonly KnownDevice[];
}

async function setupList(): Promise<World> {
  const vault = await testVault();
  const clock = { now: 10 * hour };
  // The few ports that a list of devices asks for.
  const ports = {
    ...{ random: systemRandom, languages: ['en'], shell: 'pwa' },
    clock: { wall: () => clock.now },
  } as unknown as Ports;
  const list = new DeviceList(vault, ports);
  let shown: readonly KnownDevice[] = [];
  $effect.root(() => {
    $effect(() => {
      shown = list.all;
    });
  });
  return { vault, list, clock, shown: () => shown };
}

const other = { id: 'device:other', kind: 'device' };

test('a device that was in step has a name by itself, and stands first, before those that were here later', async () => {
  const { vault, list, shown } = await setupList();
  await vault.write({ ...other, fields: { name: 'Phone', seen: 20 * hour } });
  await list.note(relay);
  await expect.poll(() => shown().length).toBe(2);
  expect(shown()[0]).toMatchObject({ id: list.here, seen: 10 * hour });
  expect(shown()[0]?.name).not.toBe('');
  expect(shown()[1]).toMatchObject({ id: 'other', name: 'Phone', seen: 20 * hour, at: '' });
});

test('being here is noted once an hour at most, and after a clock was set back', async () => {
  const { vault, list, clock } = await setupList();
  const lv = async (): Promise<number | undefined> => (await vault.read(`device:${list.here}`))?.lv;
  await list.note(relay);
  const first = await lv();
  clock.now += hour - 1;
  await list.note(relay);
  expect(await lv()).toBe(first);
  clock.now += 1;
  await list.note(relay);
  expect(await lv()).not.toBe(first);
  clock.now = 0;
  await list.note(relay);
  expect((await vault.read(`device:${list.here}`))?.fields['seen']).toBe(0);
});

test('a name that the person gave stays, an empty one changes nothing, a long one is cut', async () => {
  const { list, clock, shown } = await setupList();
  await list.note(relay);
  await list.rename(list.here, '  My   desk ');
  await list.rename(list.here, '   ');
  clock.now += hour;
  await list.note(relay);
  await expect.poll(() => shown()[0]).toMatchObject({ name: 'My desk', seen: 11 * hour });
  await list.rename(list.here, 'a'.repeat(500));
  await expect.poll(() => shown()[0]?.name).toBe('a'.repeat(60));
});

test('a device that was taken off the list is gone with its name, until it is in step again', async () => {
  const { vault, list, shown } = await setupList();
  await list.note(relay);
  await list.rename(list.here, 'Desk');
  await expect.poll(() => shown().length).toBe(1);
  await list.forget(list.here);
  await expect.poll(() => shown()).toEqual([]);
  expect(JSON.stringify(await vault.read(`device:${list.here}`))).not.toContain('Desk');
  await list.note(relay);
  await expect.poll(() => shown().length).toBe(1);
});

test('until a device was seen at the relay of now it has not come along', async () => {
  const { vault, list } = await setupList();
  await vault.write({ ...other, fields: { name: 'Phone', seen: 1, at: 'https://old.example' } });
  await list.note(relay);
  expect((await list.behind(relay)).map(({ name }) => name)).toEqual(['Phone']);
  await vault.write({ ...other, fields: { at: relay } });
  expect(await list.behind(relay)).toEqual([]);
  await vault.write({ ...other, fields: { at: 'https://old.example', gone: true } });
  expect(await list.behind(relay)).toEqual([]);
});

test('a record that makes no sense is no device', async () => {
  const { vault, list, shown } = await setupList();
  await vault.write({ ...other, fields: { name: 7, seen: 'soon' } });
  await list.note(relay);
  await expect.poll(() => shown().map(({ id }) => id)).toEqual([list.here]);
});
