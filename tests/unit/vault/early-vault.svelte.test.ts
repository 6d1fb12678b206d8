// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';

import type { Item } from '#core/vault/item.ts';
import { EarlyVault } from '#core/vault/early-vault.ts';
import { lookFirst } from '#core/vault/first-look.ts';
import { liveItems } from '#core/vault/live.svelte.ts';
import { openFirst } from '#core/vault/open-first.ts';
import type { Vault } from '#core/vault/vault.ts';
import { daysView } from '#core/vault/view.ts';

import { testVault } from '../../support/vault.ts';

const day = '2026-11-22';
const today = [daysView('entry', day, day)];
const entry = (id: string) => ({ id, kind: 'entry', fields: { day }, text: id });

/** A journal with one entry, another window of it, and a page that has not opened its tables yet. */
async function setup() {
  const beside = await testVault();
  await beside.write(entry('one'));
  const look = lookFirst(openFirst(beside.db.name), today);
  const { promise, resolve, reject } = Promise.withResolvers<Vault>();
  const early = new EarlyVault(look, promise);
  const open = async (): Promise<void> => {
    resolve(await testVault(beside.db.name));
    await early.opened;
  };
  return { beside, look, early, open, refuse: reject };
}

/** What a screen shows of today, each time it changes. */
function show(early: EarlyVault): { readonly shown: string[]; readonly stop: () => void } {
  const entries = liveItems(early, today, (items: readonly Item[]) => items, []);
  const shown: string[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      shown.push(entries.current.map(({ text }) => text).join(' '));
    });
  });
  flushSync();
  return { shown, stop };
}

test('a screen that comes after the look shows its words at once, without a first empty moment', async () => {
  const { look, early } = await setup();
  await look;
  await Promise.resolve();
  const { shown, stop } = show(early);
  expect(shown).toEqual(['one']);
  stop();
});

test('a screen that comes before the look is told what it finds', async () => {
  const { early } = await setup();
  const { shown, stop } = show(early);
  await expect.poll(() => shown).toEqual(['', 'one']);
  stop();
});

test('all that the look found comes onto the screen in one change', async () => {
  const { early } = await setup();
  const list = (): ReturnType<typeof liveItems<string>> =>
    liveItems(early, today, (items) => items.map(({ text }) => text).join(' '), '');
  const [some, others] = [list(), list()];
  const shown: string[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      shown.push(`${some.current}|${others.current}`);
    });
  });
  flushSync();
  await expect.poll(() => shown.at(-1)).toBe('one|one');
  expect(shown).toEqual(['|', 'one|one']);
  stop();
});

test('once the tables are there, changes of other windows show', async () => {
  const { beside, look, early, open } = await setup();
  await look;
  const { shown, stop } = show(early);
  await open();
  await beside.write(entry('two'));
  await expect.poll(() => shown.at(-1)).toBe('one two');
  stop();
});

test('what the tables tell is never overtaken by an older look', async () => {
  const beside = await testVault();
  await beside.write(entry('one'));
  const late = Promise.withResolvers<null>();
  const found = await lookFirst(openFirst(beside.db.name), today);
  await beside.write(entry('two'));
  const early = new EarlyVault(
    late.promise.then(() => found),
    Promise.resolve(beside),
  );
  const { shown, stop } = show(early);
  await expect.poll(() => shown.at(-1)).toBe('one two');
  late.resolve(null);
  await beside.write(entry('three'));
  await expect.poll(() => shown.at(-1)).toBe('one three two');
  expect(shown).not.toContain('one');
  stop();
});

test('a change made before the tables are there waits for them', async () => {
  const { beside, early, open } = await setup();
  const written = early.write(entry('two'));
  await open();
  expect((await written).ok).toBe(true);
  expect((await beside.read('two'))?.text).toBe('two');
});

test('without a look everything comes from the tables', async () => {
  const vault = await testVault();
  await vault.write(entry('one'));
  const early = new EarlyVault(Promise.resolve(null), Promise.resolve(vault));
  const { shown, stop } = show(early);
  await expect.poll(() => shown.at(-1)).toBe('one');
  stop();
});

test('tables that do not open leave on the screen what was found', async () => {
  const { look, early, refuse } = await setup();
  await look;
  const { shown, stop } = show(early);
  refuse(new Error('no tables'));
  await expect(early.opened).rejects.toThrow('no tables');
  expect(shown.at(-1)).toBe('one');
  stop();
});
