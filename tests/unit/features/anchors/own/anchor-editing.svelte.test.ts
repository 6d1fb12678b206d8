// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';

import { AnchorEditing } from '#core/features/anchors/own/anchor-editing.svelte.ts';
import { anchorId, parseAnchor, type Anchor } from '#core/features/anchors/own/anchor.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../../../support/vault.ts';

const id = anchorId('a');

let vault: Vault;
beforeEach(async () => {
  vault = await testVault();
});
afterEach(() => {
  vault.close();
});

async function open(): Promise<AnchorEditing> {
  const editing = new AnchorEditing(
    vault,
    id,
    () => 7,
    ({ ok }) => ok,
  );
  await editing.follow();
  return editing;
}

async function stored(): Promise<Anchor | null> {
  const item = await vault.read(id);
  return item?.alive ? parseAnchor(item) : null;
}

test('a new anchor waits for a name, and loses nothing meanwhile', async () => {
  const editing = await open();
  editing.edit({ sort: 'amount', unit: 'pages' });
  await editing.flush();
  expect(await stored()).toBeNull();
  expect(editing.kept).toBe(false);
  editing.edit({ name: 'Reading' });
  await editing.flush();
  expect(await stored()).toMatchObject({
    ...{ name: 'Reading', unit: 'pages', order: 7, madeAt: 1_000_000 },
  });
  expect(editing.kept).toBe(true);
});

test('what is typed before the last save is back stays, and so does what is changed elsewhere', async () => {
  const first = await open();
  first.edit({ name: 'Tea' });
  await first.flush();
  const [here, there] = [await open(), await open()];
  here.edit({ name: 'Green tea' });
  const saving = here.flush();
  here.edit({ unit: 'cups' });
  there.edit({ onToday: false });
  await Promise.all([saving, there.flush()]);
  await here.flush();
  expect(await stored()).toMatchObject({ name: 'Green tea', unit: 'cups', onToday: false });
  await here.follow();
  expect(here.value).toMatchObject({ name: 'Green tea', unit: 'cups', onToday: false });
});

test('undo takes a new anchor away, which can begin again, and a changed one back to what it was', async () => {
  const editing = await open();
  editing.edit({ name: 'Tea' });
  await editing.flush();
  await editing.undo();
  expect(await stored()).toBeNull();
  expect(editing.value).toMatchObject({ name: '' });
  editing.edit({ name: 'Coffee' });
  await editing.flush();
  expect(await stored()).toMatchObject({ name: 'Coffee' });

  const later = await open();
  later.edit({ name: 'Cocoa', sort: 'steps' });
  await later.flush();
  await later.undo();
  expect(await stored()).toMatchObject({ name: 'Coffee', sort: 'yes' });
  expect(later.edited).toBe(false);
});
