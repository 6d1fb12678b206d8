// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';

import { Ahead } from '#core/vault/ahead.svelte.ts';
import { readSettings } from '#core/vault/settings-record.ts';
import { SettingsState } from '#core/vault/settings.svelte.ts';

import { testVault } from '../../support/vault.ts';

test('what was just set shows at once, so that a second change builds on the first', async () => {
  const vault = await testVault();
  const settings = new SettingsState(new Ahead(vault));
  const shown: unknown[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      shown.push(settings.fields['hours']);
    });
  });
  flushSync();
  const first = settings.set({ hours: '00:00-17:30' });
  flushSync();
  expect(shown).toEqual([undefined, '00:00-17:30']);
  const [from] = JSON.stringify(settings.fields['hours']).slice(1).split('-');
  const second = settings.set({ hours: `${from}-24:00` });
  await Promise.all([first, second]);
  await expect.poll(() => shown.at(-1)).toBe('00:00-24:00');
  expect((await readSettings(vault))['hours']).toBe('00:00-24:00');
  expect(shown).not.toContain('09:00-17:30');
  stop();
});

test('of many changes in one breath the last one stays', async () => {
  const vault = await testVault();
  const settings = new SettingsState(new Ahead(vault));
  const values = [1, 2, 3, 4, 5, 6, 7, 8];
  await Promise.all(values.map((length) => settings.set({ length, [`kept${length}`]: true })));
  const kept = await readSettings(vault);
  expect(kept['length']).toBe(8);
  expect(values.filter((length) => kept[`kept${length}`] !== true)).toEqual([]);
});

test('a change from another window shows after one of our own', async () => {
  const vault = await testVault();
  const [here, there] = [new SettingsState(new Ahead(vault)), new SettingsState(new Ahead(vault))];
  let shown: unknown;
  const stop = $effect.root(() => {
    $effect(() => {
      shown = here.fields['length'];
    });
  });
  await here.set({ length: 1 });
  await there.set({ length: 2 });
  await expect.poll(() => shown).toBe(2);
  stop();
});
