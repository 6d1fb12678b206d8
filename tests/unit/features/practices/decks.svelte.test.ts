// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest';

import { englishLibrary } from '#core/content/en/library.ts';
import { DecksState } from '#core/features/practices/decks.svelte.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import type { Vault } from '#core/vault/vault.ts';
import { testVault } from '../../../support/vault.ts';

const dayMs = 86_400_000;

/** The decks on a screen that reads them. */
function setupDecks(vault: Vault): DecksState {
  const decks = new DecksState(vault, new Ahead(vault), englishLibrary);
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        expect(decks.deck('worth')).toBeDefined();
      });
    }),
  );
  return decks;
}

test('no line comes twice within seven days, and after them any may come again', async () => {
  let now = 1_000_000_000_000;
  const vault = await testVault(undefined, () => now);
  const decks = setupDecks(vault);
  const seen = new Map<string, number>();
  // Four a day: the 28 lines are through in a week, and then round again.
  for (let turn = 0; turn < 56; turn++, now += dayMs / 4) {
    const line = await decks.next('worth');
    const last = seen.get(line?.id ?? '') ?? -Infinity;
    expect(now - last).toBeGreaterThanOrEqual(7 * dayMs);
    seen.set(line?.id ?? '', now);
  }
  expect(seen.size).toBe(englishLibrary.decks.worth.lines.length);
});

test('what was shown is remembered by the next window', async () => {
  const vault = await testVault();
  const first = await new DecksState(vault, new Ahead(vault), englishLibrary).next('endings');
  const other = await testVault(vault.db.name);
  const tab = new DecksState(other, new Ahead(other), englishLibrary);
  for (let turn = 1; turn < englishLibrary.decks.endings.lines.length; turn++)
    expect((await tab.next('endings'))?.id).not.toBe(first?.id);
});

test('a hidden line stays listed and never comes up; when all are hidden, none does', async () => {
  const decks = setupDecks(await testVault());
  const [kept, ...others] = englishLibrary.decks.body.lines;
  for (const { id } of others) await decks.change('body', id, { hidden: true });
  for (let turn = 0; turn < 5; turn++) expect((await decks.next('body'))?.id).toBe(kept?.id);
  await decks.change('body', kept?.id ?? '', { hidden: true });
  expect(await decks.next('body')).toBeNull();
  await vi.waitFor(() => {
    expect(decks.deck('body').every(({ hidden }) => hidden)).toBe(true);
  });
});

test('a reworded line keeps its place and its heart, and a blank wording brings the first one back', async () => {
  const decks = setupDecks(await testVault());
  const [line] = englishLibrary.decks.worth.lines;
  const id = line?.id ?? '';
  await decks.change('worth', id, { favourite: true });
  await decks.change('worth', id, { text: ' In my words. ' });
  await vi.waitFor(() => {
    expect(decks.deck('worth')[0]).toMatchObject({ id, text: 'In my words.', favourite: true });
  });
  await decks.change('worth', id, { text: '' });
  await vi.waitFor(() => {
    expect(decks.deck('worth')[0]).toMatchObject({ text: line?.text, favourite: true });
  });
});

test('own lines stand behind the others in the order they were written, and go when blank', async () => {
  let now = 5_000;
  const decks = setupDecks(await testVault(undefined, () => now++));
  const texts = ['One.', 'Two.', 'Three.', 'Four.'];
  for (const text of texts) await decks.add('worth', text);
  const own = (): string[] =>
    decks
      .deck('worth')
      .filter((line) => line.own)
      .map(({ text }) => text);
  await vi.waitFor(() => {
    expect(own()).toEqual(texts);
  });
  const two = decks.deck('worth').find(({ text }) => text === 'Two.');
  await decks.change('worth', two?.id ?? '', { text: ' ' });
  await vi.waitFor(() => {
    expect(own()).toEqual(['One.', 'Three.', 'Four.']);
  });
});

test('a line of a deck that only a later Comma knows is kept and not shown', async () => {
  const vault = await testVault();
  const record = { id: 'line:own-1', kind: 'line', fields: { deck: 'letters', text: 'Later.' } };
  await vault.write(record);
  const decks = setupDecks(vault);
  await decks.add('worth', 'Mine.');
  await vi.waitFor(() => {
    expect(decks.deck('worth').filter(({ own }) => own)).toHaveLength(1);
  });
  expect((await vault.read('line:own-1'))?.fields).toEqual(record.fields);
});
