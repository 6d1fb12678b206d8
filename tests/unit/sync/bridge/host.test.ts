import { expect, test } from 'vitest';

import { createBridgeHost } from '#core/sync/bridge/host.ts';
import { syncRound } from '#core/sync/engine.ts';
import type { SyncPeer } from '#core/sync/peer.ts';
import { withBody, withFields } from '#core/vault/edit-record.ts';
import { revOf } from '#core/kernel/revision.ts';
import { wireIdOf } from '#core/vault/keys.ts';
import { rowOf } from '#core/vault/seal-row.ts';

import { Device } from '../../../support/device.ts';
import { packedByHand, sealedAs, sealedWithoutColumns } from '../../../support/sealed-by-hand.ts';
import { seeded } from '../../../support/seeded.ts';
import { worldKeys } from '../../../support/sync-world.ts';

const done = { pulled: 0, merged: 0, pushed: 0, quarantined: 0, conflicts: 0 };

const hostOf = (extension: Device, epoch = 'first'): SyncPeer => ({
  name: 'bridge',
  onChange: () => () => undefined,
  ...createBridgeHost(extension.store, { ...extension.context, epoch }),
});

function setupBridge(): { extension: Device; page: Device; host: SyncPeer } {
  const chance = seeded(21);
  const extension = new Device({ keys: worldKeys, chance });
  return { extension, page: new Device({ keys: worldKeys, chance }), host: hostOf(extension) };
}

const sync = (device: Device, host: SyncPeer): ReturnType<typeof syncRound> =>
  syncRound(host, device.store, device.context);

test('page and extension end up with the same words, and no conflict in between', async () => {
  const { extension, page, host } = setupBridge();
  await extension.write('a', 'tea');
  await sync(page, host);
  await extension.write('a', 'warm tea');
  await page.write('a', 'tea outside');
  await page.write('b', 'only here');
  expect(await sync(page, host)).toMatchObject({ ok: true, value: { conflicts: 0, pushed: 2 } });
  expect((await extension.read('a'))?.text).toBe('warm tea outside');
  expect((await page.read('a'))?.text).toBe('warm tea outside');
  expect((await extension.read('b'))?.text).toBe('only here');
  expect(page.dirty('bridge')).toEqual([]);
});

test('the first page of a journal is shorter than those after it', async () => {
  const { extension, host } = setupBridge();
  for (let count = 0; count < 1_100; count++) await extension.write(`id${count}`, 'x');
  const first = await host.pull({ seq: 0, wit: null });
  const second = await host.pull({ seq: 500, wit: null });
  expect(first).toMatchObject({ more: true, seq: 500, rows: { length: 500 } });
  expect(second).toMatchObject({ more: false, seq: 1_100, rows: { length: 600 } });
});

test('what the page pushed does not come back to it', async () => {
  const { extension, page, host } = setupBridge();
  await page.write('a', 'tea');
  await sync(page, host);
  expect(await host.pull(await page.store.readPeer('bridge'))).toMatchObject({ rows: [] });
  expect(await sync(page, host)).toEqual({ ok: true, value: done });
  expect(extension.store.rows.size).toBe(1);
});

test('an edit in the extension while a push arrives reaches the page next time', async () => {
  const { extension, page, host } = setupBridge();
  await page.write('a', 'tea');
  await sync(page, host);
  await page.write('a', 'warm tea');
  const { store } = extension;
  const busy = Object.assign(Object.create(store) as typeof store, {
    async readHeld(...asked: Parameters<typeof store.readHeld>) {
      const held = await store.readHeld(...asked);
      if ((await extension.read('a'))?.text === 'tea') await extension.write('a', 'tea outside');
      return held;
    },
  });
  const busyHost = { ...host, ...createBridgeHost(busy, { ...extension.context, epoch: 'first' }) };
  expect((await sync(page, busyHost)).ok).toBe(true);
  expect((await extension.read('a'))?.text).toBe('warm tea outside');
  await sync(page, host);
  expect((await page.read('a'))?.text).toBe('warm tea outside');
});

test('a page that pushes without knowing our words is given them, even past its cursor', async () => {
  const { extension, page, host } = setupBridge();
  await extension.write('a', 'tea');
  const before = await extension.store.version();
  const row = await rowOf(
    worldKeys,
    withBody({ id: 'a', kind: 'entry', fields: {} }, 'rain', page.context.bodies),
    page.context.random,
  );
  const answer = await host.push([{ id: row.wire, base: null, ct: row.ct }]);
  expect(answer).toMatchObject({ ok: [{ id: row.wire, rev: revOf(row.ct) }], conflicts: [] });
  expect(answer.from).toBeUndefined();
  const again = await host.push([{ id: row.wire, base: null, ct: row.ct }]);
  expect(again.from).toBeUndefined();
  const pulled = await host.pull({ seq: before + 1, wit: null });
  expect(pulled).toMatchObject({ reset: false, rows: [{ id: row.wire }] });
});

test('a vault that was emptied or replaced is noticed and filled again', async () => {
  const { page, host } = setupBridge();
  await page.write('a', 'tea');
  await sync(page, host);
  for (const epoch of ['first', 'second']) {
    const replaced = new Device({ keys: worldKeys, chance: seeded(22) });
    expect((await sync(page, hostOf(replaced, epoch))).ok).toBe(true);
    expect((await replaced.read('a'))?.text).toBe('tea');
  }
});

test('a row that does not open is refused, and the others with it are taken', async () => {
  const { extension, page, host } = setupBridge();
  await page.write('a', 'tea');
  const [good] = [...page.store.rows.values()];
  if (!good) throw new Error('nothing written');
  const items = [
    { id: await wireIdOf(worldKeys, 'b'), base: null, ct: good.ct },
    { id: good.wire, base: null, ct: good.ct },
  ];
  expect((await host.push(items)).ok).toEqual([{ id: good.wire, rev: revOf(good.ct) }]);
  expect([...extension.store.rows.keys()]).toEqual(['a']);
});

test('what an older page pushes, with seals that tell no columns, lies here like any other', async () => {
  const { extension, page, host } = setupBridge();
  const rec = withFields(
    await page.write('a', 'tea'),
    { day: '2026-11-22' },
    { wall: 1, tie: 't' },
  );
  const id = await wireIdOf(worldKeys, 'a');
  const ct = await sealedWithoutColumns(worldKeys, id, rec);
  expect((await host.push([{ id, base: null, ct }])).ok).toEqual([{ id, rev: revOf(ct) }]);
  expect(extension.store.rows.get('a')).toMatchObject({ day: '2026-11-22', kind: 'entry', ct });
});

test('a row whose record is not what its seal told is refused where it would meet one of ours', async () => {
  const { extension, page, host } = setupBridge();
  const rec = await extension.write('a', 'tea');
  const id = await wireIdOf(worldKeys, 'a');
  const packed = packedByHand({ ...(await page.write('b', 'rain')), id: 'b' });
  const ct = await sealedAs(worldKeys, id, rec, packed);
  expect((await host.push([{ id, base: null, ct }])).ok).toEqual([]);
  expect((await extension.read('a'))?.text).toBe('tea');
});

test('1,200 rows go over in pages', async () => {
  const { extension, page, host } = setupBridge();
  const rows = await Promise.all(
    Array.from({ length: 1_200 }, (_, at) =>
      rowOf(worldKeys, { id: `r${at}`, kind: 'entry', fields: {} }, page.context.random),
    ),
  );
  for (const row of rows) extension.store.write(null, row);
  expect(await sync(page, host)).toMatchObject({ value: { pulled: 1_200, merged: 1_200 } });
  expect(page.store.rows.size).toBe(1_200);
});
