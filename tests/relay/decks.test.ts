/** Decks that came in a pack, on two devices of one person. */
import { expect, test } from 'vitest';

import { readDecks } from '#core/features/packs/taken-decks.svelte.ts';
import { englishLibrary } from '#core/content/en/library.ts';
import { DecksState } from '#core/features/practices/decks.svelte.ts';
import { PacksState } from '#core/features/packs/packs.svelte.ts';
import { adoptSeed } from '#core/vault/adopt.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import type { Vault } from '#core/vault/vault.ts';

import { keep, setupRelay } from '../support/kept.ts';
import { testVault } from '../support/vault.ts';
import { opened } from '../unit/features/packs/opened.svelte.ts';
import { idsOf } from '../unit/features/packs/samples.ts';

const pack = (edition: number, title: string): object => ({
  ...{ format: 'comma-pack', version: 1, id: 'a-pack-of-mine', edition },
  ...{ name: 'Small things', by: 'Sam' },
  decks: [
    { id: 'deck-door', title, area: 'kindness' },
    { id: 'deck-desk', title: 'At the desk', area: 'work' },
  ],
  lines: [
    { id: 'tea', deck: 'deck-door', text: 'Tea first, then words.' },
    { id: 'chair', deck: 'deck-desk', text: 'The chair holds you.' },
  ],
});

const titles = async (vault: Vault): Promise<string[]> =>
  (await readDecks(vault)).map(({ title }) => title);

async function take(vault: Vault, edition: number, title: string): Promise<void> {
  const checked = await opened(pack(edition, title));
  await new PacksState(vault).take(checked, idsOf(checked));
}

test('decks that were taken on one device stand on the other; renamed on one they are renamed on both, whatever the other took meanwhile', async () => {
  const { origin } = await setupRelay();
  const [desk, phone] = [await keep(await testVault()), await keep(await testVault())];
  await adoptSeed(phone.vault, desk.vault.seed);
  for (const { keeper } of [desk, phone]) await keeper.use({ origin });
  const meet = async (): Promise<void> => {
    for (const { keeper } of [desk, phone, desk]) await keeper.sync();
  };

  await take(desk.vault, 1, 'At the door');
  await meet();
  expect(await titles(phone.vault)).toEqual(['At the door', 'At the desk']);

  // Apart: one calls a deck otherwise and writes into it, the other takes a later edition of the pack.
  const [door] = await readDecks(phone.vault);
  if (!door) throw new Error('no deck came');
  await new PacksState(phone.vault).rename(door, 'My own door');
  await new DecksState(phone.vault, new Ahead(phone.vault), englishLibrary).add(
    door.id,
    'My coat stays on.',
  );
  await take(desk.vault, 2, 'Before a call');
  await meet();
  for (const { vault } of [desk, phone]) {
    expect(await titles(vault)).toEqual(['My own door', 'At the desk']);
    expect((await readDecks(vault))[0]?.made).toBe('Before a call');
  }
  const decks = new DecksState(desk.vault, new Ahead(desk.vault), englishLibrary);
  const drawn = [await decks.next(door.id), await decks.next(door.id)].map((line) => line?.text);
  expect(drawn.toSorted()).toEqual(['My coat stays on.', 'Tea first, then words.']);
});
