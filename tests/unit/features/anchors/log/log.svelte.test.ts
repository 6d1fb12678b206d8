// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';

import { Log } from '#core/features/anchors/log/log.svelte.ts';
import { momentFields } from '#core/features/anchors/log/occasion.ts';
import {
  movementKind,
  parseMovement,
  type Movement,
} from '#core/features/anchors/movement/movement.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../../../support/vault.ts';

const moment = momentFields(Date.UTC(2026, 10, 27, 12), 'Europe/Berlin', 4);
const kept = ({ ok }: { ok: boolean }): boolean => ok;

let vault: Vault;
let log: Log<Movement>;
beforeEach(async () => {
  vault = await testVault();
  log = new Log(vault, movementKind, parseMovement);
});
afterEach(() => {
  vault.close();
});

async function stored(id: string): Promise<Movement | null> {
  const item = await vault.read(id);
  return item?.alive === true ? parseMovement(item) : null;
}

async function added(): Promise<string> {
  return (await log.add({ ...moment, sort: 'walk' }, kept)) ?? '';
}

test('one tap is one record of its kind, on its day', async () => {
  const id = await added();
  expect(await vault.db.rec.get(id)).toMatchObject({ kind: movementKind, day: '2026-11-27' });
  expect(await stored(id)).toMatchObject({ sort: 'walk', minutes: null, note: '' });
  expect(await added()).not.toBe(id);
});

test('a change moves it to another day and leaves what it does not know', async () => {
  const id = await added();
  await log.change(id, { pulse: 80 });
  await log.change(id, { ...momentFields(moment.at - 86_400_000, moment.zone, 4), minutes: 20 });
  expect(await vault.db.rec.get(id)).toMatchObject({ day: '2026-11-26' });
  expect((await vault.read(id))?.fields).toMatchObject({ pulse: 80, sort: 'walk', minutes: 20 });
});

test('changes are kept in the order in which they were made', async () => {
  const id = await added();
  await Promise.all([1, 2, 3, 4, 5].map((minutes) => log.change(id, { minutes })));
  expect(await stored(id)).toMatchObject({ minutes: 5 });
});

test('what is typed is kept when the form is left, word for word', async () => {
  const id = await added();
  const typing = log.typing<'name' | 'note'>(id, kept);
  typing.edit({ note: 'along the' });
  typing.edit({ note: 'along the river', name: 'Row' });
  await typing.flush();
  expect(await stored(id)).toMatchObject({ note: 'along the river', name: 'Row' });
});

test('put away and brought back, everything is as it was', async () => {
  const id = await added();
  await log.change(id, { minutes: 20 });
  await log.forget(id);
  expect(await stored(id)).toBeNull();
  await log.restore(id);
  expect(await stored(id)).toMatchObject({ sort: 'walk', minutes: 20 });
});

test('what was not kept has no id', async () => {
  expect(await log.add({ ...moment, sort: 'walk' }, () => false)).toBeNull();
});
