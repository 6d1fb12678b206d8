import { expect, test } from 'vitest';

import { entriesFound } from '#core/app/early-entries.ts';
import { todayViews } from '#core/app/first-views.ts';
import { lookFirst } from '#core/vault/first-look.ts';
import type { Change } from '#core/vault/item.ts';
import { openFirst } from '#core/vault/open-first.ts';

import { testVault } from '../../support/vault.ts';

const zone = 'Europe/Berlin';
const day = '2026-11-22';
const at = Date.parse(`${day}T03:00:00+01:00`);
const entry = (id: string, fields: Change['fields'] = {}): Change => ({
  ...{ id: `entry:${id}`, kind: 'entry', text: id },
  fields: { at, zone, day, ...fields },
});

/** The words of the cards, in a journal of these records where the engine left this. */
async function found(changes: readonly Change[], engine?: unknown): Promise<readonly string[]> {
  const vault = await testVault();
  await vault.write(...changes);
  if (engine !== undefined) await vault.db.meta.put({ key: 'pauses', value: engine });
  const look = await lookFirst(openFirst(vault.db.name), todayViews(at, zone));
  if (!look) throw new Error('The look found no journal.');
  return entriesFound(look, at, zone).map(({ text }) => text);
}

const early = { id: 'settings', kind: 'settings', fields: { 'pauses.dayStart': 2 } };

test('the entries of the day that it is for this person are found, the newest first', async () => {
  const rows = [
    entry('first'),
    entry('second', { at: at + 1 }),
    entry('eve', { day: '2026-11-21' }),
  ];
  expect(await found([early, ...rows])).toEqual(['second', 'first']);
  expect(await found(rows)).toEqual(['eve']);
});

test('a day with a private entry or a letter has no early cards: the app shows less of it', async () => {
  expect(await found([early, entry('plain'), entry('own', { level: 2 })])).toEqual([]);
  expect(await found([early, entry('plain'), entry('letter', { opensAt: at + 1 })])).toEqual([]);
});

test('while others see the screen, or nobody can tell, there are no early cards', async () => {
  const rows = [early, entry('plain')];
  expect(await found(rows, { around: {} })).toEqual(['plain']);
  expect(await found(rows, { around: { sharing: at } })).toEqual([]);
  expect(await found(rows, { around: { sharingThere: at } })).toEqual([]);
  expect(await found(rows, 'no state')).toEqual([]);
});
