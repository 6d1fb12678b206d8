// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';

import { NightEditing } from '#core/features/anchors/sleep/night-editing.svelte.ts';
import { nightId, nightKind, parseNight, type Night } from '#core/features/anchors/sleep/night.ts';
import { Nights } from '#core/features/anchors/sleep/nights.svelte.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../../../support/vault.ts';

const date = '2026-11-27';
const id = nightId(date);
const zone = 'Europe/Berlin';

let vault: Vault;
beforeEach(async () => {
  vault = await testVault();
});
afterEach(() => {
  vault.close();
});

/** A form that has read what is there. */
async function open(elsewhere = zone): Promise<NightEditing> {
  const editing = new NightEditing(vault, { id, date, zone: elsewhere }, ({ ok }) => ok);
  await editing.follow();
  return editing;
}

async function stored(): Promise<Night | null> {
  const item = await vault.read(id);
  return item?.alive ? parseNight(item) : null;
}

test('a form that nobody answers in leaves nothing behind', async () => {
  const editing = await open();
  await editing.flush();
  expect(await vault.db.rec.count()).toBe(0);
  expect(editing.edited).toBe(false);
});

test('each answer is a field of one record of its own kind, under the morning it belongs to', async () => {
  const editing = await open();
  editing.edit({ intoBed: '23:10' });
  editing.edit({ outOfBed: '07:00', quality: 4 });
  await editing.flush();
  expect(editing.kept).toBe(true);
  expect(await vault.db.rec.get(id)).toMatchObject({ kind: nightKind, day: date });
  const told = { intoBed: '23:10', outOfBed: '07:00', quality: 4, zone, enteredAt: 1_000_000 };
  expect(await stored()).toMatchObject(told);
});

test('undo takes a new night away, and a changed one back to what it was', async () => {
  const first = await open();
  first.edit({ intoBed: '23:10' });
  await first.flush();
  await first.undo();
  expect(await stored()).toBeNull();
  expect(first.value?.intoBed).toBeNull();

  first.edit({ intoBed: '23:20', quality: 3 });
  await first.flush();
  const again = await open();
  again.edit({ quality: 5, naps: { a: { start: '13:00', min: 20 } } });
  await again.flush();
  expect((await stored())?.naps).toHaveProperty('a');
  // What is not saved yet is undone, too.
  again.edit({ sol: 12 });
  await again.undo();
  expect(await stored()).toMatchObject({ intoBed: '23:20', quality: 3, naps: {}, sol: null });
  expect(again.edited).toBe(false);
});

test('a night that was put away and is logged anew has nothing of the one before', async () => {
  const editing = await open();
  editing.edit({ intoBed: '23:10', quality: 1 });
  editing.write('Of before.');
  await editing.flush();
  await new Nights(vault).forget(id);
  await editing.follow();
  expect(editing.value?.intoBed).toBeNull();
  editing.edit({ outOfBed: '07:00' });
  await editing.flush();
  expect(await stored()).toMatchObject({
    ...{ intoBed: null, quality: null, comment: '', outOfBed: '07:00' },
  });

  await vault.write({ id, kind: nightKind, fate: 'erase' });
  await editing.follow();
  expect(editing.value?.outOfBed).toBeNull();
  editing.edit({ intoBed: '22:00' });
  await editing.flush();
  expect(await stored()).toMatchObject({ intoBed: '22:00', outOfBed: null, zone });
});

test('words about a night lie in its own record, and are undone with the rest', async () => {
  const editing = await open();
  editing.write('Rain on the roof.');
  await editing.flush();
  expect(await stored()).toMatchObject({ comment: 'Rain on the roof.', date, zone });
  const again = await open();
  await expect.poll(() => again.comment).toBe('Rain on the roof.');
  again.write('Rain, and a cat.');
  again.edit({ quality: 5 });
  await again.flush();
  await again.undo();
  expect(await stored()).toMatchObject({ comment: 'Rain on the roof.', quality: null });
  await editing.undo();
  // Of a night that was begun here not a word is left.
  expect((await vault.read(id))?.text).toBe('');
});

test('another time asks anew which of two hours it was', async () => {
  const editing = await open();
  editing.edit({ fold: { trySleep: 1, intoBed: 0 } });
  editing.tell('trySleep', '02:10');
  await editing.flush();
  expect(await stored()).toMatchObject({ trySleep: '02:10', fold: { intoBed: 0 } });
});

test('two windows that answer different things at once both stay', async () => {
  const [one, other] = [await open(), await open('America/New_York')];
  one.edit({ intoBed: '23:10' });
  other.edit({ quality: 2 });
  await Promise.all([one.flush(), other.flush()]);
  await Promise.all([one.follow(), other.follow()]);
  expect([one.value?.quality, other.value?.intoBed]).toEqual([2, '23:10']);
});

test('the nights between two mornings follow what is written, and those put away are not among them', async () => {
  const nights = new Nights(vault);
  const between = nights.between('2026-11-26', '2026-11-27');
  const any = nights.any();
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        expect([between, any].map(({ current }) => current)).toHaveLength(2);
      });
    }),
  );
  await expect.poll(() => [between.current, any.current]).toEqual([[], false]);
  const editing = await open();
  editing.edit({ intoBed: '23:10', outOfBed: '07:00' });
  await editing.flush();
  await expect.poll(() => between.current?.map(({ figures }) => figures.tib)).toEqual([470]);
  await expect.poll(() => any.current).toBe(true);
  await nights.forget(id);
  await expect.poll(() => [between.current, any.current]).toEqual([[], false]);
  await nights.restore(id);
  await expect.poll(() => between.current).toHaveLength(1);
  expect(nights.secondId(date)).toMatch(/^sleep:2026-11-27:./);
});
