// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';

import { parseEntry, type Entry } from '#core/features/journal/entry.ts';
import { JournalState } from '#core/features/journal/journal.svelte.ts';
import { isClosed, letterRecordId } from '#core/features/journal/letters.ts';
import { lettersBy } from '#core/features/journal/letters.svelte.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../../support/vault.ts';

const zone = 'Europe/Berlin';
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const written = at('2026-11-27T22:30:00+01:00');
const opensAt = at('2026-12-04T04:00:00+01:00');

async function setupLetter(): Promise<{ vault: Vault; journal: JournalState; id: string }> {
  const vault = await testVault();
  const journal = new JournalState(vault, { shell: 'pwa', dayStart: () => 4 });
  const added = await journal.add('Dear you', { at: written, zone, opensAt }, 'practice');
  if (!added.ok) throw new Error('the letter was not kept');
  return { vault, journal, id: added.value };
}

/** What Today would be told, once it is known. */
async function toldOn(vault: Vault, day: string): Promise<string[]> {
  const waiting = lettersBy(vault, day);
  let told: readonly Entry[] = [];
  const read = vi.spyOn(vault, 'openRows');
  const stop = $effect.root(() => {
    $effect(() => {
      told = waiting.current;
    });
  });
  onTestFinished(stop);
  await vi.waitFor(() => {
    expect(read).toHaveBeenCalled();
  });
  await read.mock.results[0]?.value;
  await new Promise((told) => setTimeout(told)); // after all that follows at once
  flushSync();
  read.mockRestore();
  stop();
  return told.map(({ id }) => id);
}

const entryIn = async (vault: Vault, id: string): Promise<Entry | undefined> => {
  const rows = (await vault.db.rec.toArray()).filter(
    (row) => row.id === id && row.kind === 'entry',
  );
  return (await vault.openRows(rows)).map(parseEntry)[0];
};

test('from the day it opens a letter is told of, and not a day before', async () => {
  const { vault, id } = await setupLetter();
  expect(await toldOn(vault, '2026-12-03')).toEqual([]);
  expect(await toldOn(vault, '2026-12-04')).toEqual([id]);
  expect(await toldOn(vault, '2027-05-01')).toEqual([id]);
});

test('once it was met nobody is told again, and the letter stays', async () => {
  const { vault, journal, id } = await setupLetter();
  await journal.letterMet(id);
  expect(await toldOn(vault, '2026-12-04')).toEqual([]);
  expect((await entryIn(vault, id))?.text).toBe('Dear you');
  const version = await vault.db.meta.get('version');
  await journal.letterMet(id); // looking once more writes nothing
  expect(await vault.db.meta.get('version')).toEqual(version);
});

test('opened early, it is an entry like any other from then on', async () => {
  const { vault, journal, id } = await setupLetter();
  await journal.openEarly(id);
  const entry = await entryIn(vault, id);
  expect(entry && isClosed(entry, written)).toBe(false);
  expect(entry?.text).toBe('Dear you');
  expect(await toldOn(vault, '2026-12-04')).toEqual([]);
});

test('put away, it is not told of; brought back, it is, and it is still closed', async () => {
  const { vault, journal, id } = await setupLetter();
  await journal.forget(id);
  expect(await toldOn(vault, '2026-12-04')).toEqual([]);
  await journal.restore(id);
  expect(await toldOn(vault, '2026-12-04')).toEqual([id]);
  expect((await entryIn(vault, id))?.opensAt).toBe(opensAt);
});

test('erased, nothing of it waits anywhere', async () => {
  const { vault, journal, id } = await setupLetter();
  await journal.erase(id);
  expect(await toldOn(vault, '2026-12-04')).toEqual([]);
  expect((await vault.db.rec.get(letterRecordId(id)))?.kind).toBe('gone');
});

test('a clock that is years off writes nothing: put right, the letter is as closed as before', async () => {
  const { vault, id } = await setupLetter();
  const [wrong, right] = [at('2056-01-01T00:00:00Z'), written];
  expect(await toldOn(vault, '2056-01-01')).toEqual([id]);
  const entry = await entryIn(vault, id);
  expect(entry && [isClosed(entry, wrong), isClosed(entry, right)]).toEqual([false, true]);
});
