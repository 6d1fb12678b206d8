// @vitest-environment happy-dom
import { expect, onTestFinished, test, vi } from 'vitest';

import { JournalState } from '#core/features/journal/journal.svelte.ts';
import type { Change } from '#core/vault/item.ts';
import type { Vault } from '#core/vault/vault.ts';
import { testVault } from '../../../support/vault.ts';

const zone = 'Europe/Berlin';
const at = (day: string): number => Temporal.Instant.from(`${day}T12:00:00Z`).epochMilliseconds;
const dayAgo = (days: number): string =>
  Temporal.PlainDate.from('2026-11-22').subtract({ days }).toString();

const entry = (id: string, day: string): Change => ({
  id: `entry:${id}`,
  kind: 'entry',
  fields: { at: at(day), zone, day, created: at(day), source: 'journal', shell: 'pwa' },
});

const nothingIn = { fields: {}, text: '', alive: true };

/** A journal on screen: an effect reads it, as a component would. */
function setupJournal(vault: Vault): JournalState {
  const journal = new JournalState(vault, { shell: 'pwa', dayStart: () => 4 });
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        expect(journal.entries).toBeDefined();
      });
    }),
  );
  return journal;
}

/** One entry a day, back in time; those past the first hundred do not even open. */
async function addEntries(vault: Vault, count: number): Promise<void> {
  const rows = Array.from({ length: count - 100 }, (_, at) => ({
    ...{ id: `entry:far${at}`, wire: `far${at}`, lv: 1, day: dayAgo(at + 100), kind: 'entry' },
    ct: new Uint8Array(8),
  }));
  await vault.write(...Array.from({ length: 100 }, (_, at) => entry(`e${at}`, dayAgo(at))));
  await vault.db.rec.bulkPut(rows);
}

const idsOf = (journal: JournalState): string[] =>
  journal.entries.map(({ id }) => id.slice('entry:'.length));

test('an empty journal says so once it knows', async () => {
  const journal = setupJournal(await testVault());
  expect(journal.opened).toBe(false);
  await journal.open();
  expect([journal.opened, journal.ended, journal.entries]).toEqual([true, true, []]);
});

test('of 5,000 entries, opening the journal opens one chunk', async () => {
  const vault = await testVault();
  await addEntries(vault, 5_000);
  const opened = vi.spyOn(vault, 'openRec');
  const journal = setupJournal(vault);
  await journal.open();
  expect(journal.entries).toHaveLength(40);
  expect(new Set(opened.mock.calls.map(([{ id }]) => id)).size).toBe(40);
  expect(journal.ended).toBe(false);
});

test('the list grows by whole days, in order, until the first entry ever', async () => {
  const vault = await testVault();
  // Three a day: 40 is no multiple of three, so a chunk by count alone would tear a day.
  const all = Array.from({ length: 300 }, (_, at) => entry(`e${at}`, dayAgo(Math.floor(at / 3))));
  await vault.write(...all);
  const journal = setupJournal(vault);
  await journal.open();
  expect(journal.entries).toHaveLength(42);
  while (!journal.ended) {
    await journal.older();
    expect(journal.entries.length % 3).toBe(0);
  }
  expect(new Set(idsOf(journal)).size).toBe(300);
  const days = journal.entries.map(({ day }) => day);
  expect(days).toEqual(days.toSorted().toReversed());
});

test('a chunk is opened in pieces, and between two of them the page may paint', async () => {
  const vault = await testVault();
  await addEntries(vault, 100);
  const journal = setupJournal(vault);
  await journal.open();
  const inOneTask: number[] = [];
  const opened = vi.spyOn(vault, 'openRows').mockImplementation(async (rows) => {
    const before = opened.mock.calls.length;
    // As in a browser, where short rows are opened at once: nothing here waits for more than a microtask.
    void (async () => {
      for (let turn = 0; turn < 1_000; turn++) await Promise.resolve();
      inOneTask.push(opened.mock.calls.length - before);
    })();
    return Promise.resolve(rows.map(({ id, kind, lv }) => ({ id, kind, lv, ...nothingIn })));
  });
  await journal.older();
  await vi.waitFor(() => {
    expect(inOneTask).toEqual([0, 0, 0]);
  });
});

test('calls for more while more is on its way are one', async () => {
  const vault = await testVault();
  await vault.write(...Array.from({ length: 200 }, (_, at) => entry(`e${at}`, dayAgo(at))));
  const journal = setupJournal(vault);
  await journal.open();
  await Promise.all([journal.older(), journal.older(), journal.older()]);
  expect(journal.entries).toHaveLength(120);
});

test('an entry written in another window appears, and a forgotten one goes and comes back', async () => {
  const vault = await testVault();
  const journal = setupJournal(vault);
  await journal.open();
  const other = await testVault(vault.db.name);
  await other.write(entry('new', dayAgo(0)), entry('old', dayAgo(900)));
  await vi.waitFor(() => {
    expect(idsOf(journal)).toEqual(['new', 'old']);
  });
  await journal.forget('entry:new');
  await vi.waitFor(() => {
    expect(idsOf(journal)).toEqual(['old']);
  });
  await journal.restore('entry:new');
  await vi.waitFor(() => {
    expect(idsOf(journal)).toEqual(['new', 'old']);
  });
});

test('a jump shows that day first, and the way back shows everything', async () => {
  const vault = await testVault();
  await vault.write(...Array.from({ length: 90 }, (_, at) => entry(`e${at}`, dayAgo(at))));
  const journal = setupJournal(vault);
  await journal.open();
  await journal.open(dayAgo(60));
  expect([journal.jumped, journal.entries[0]?.day]).toEqual([true, dayAgo(60)]);
  await journal.open();
  expect([journal.jumped, journal.entries[0]?.day]).toEqual([false, dayAgo(0)]);
});

test('a jump while older entries are on their way is not mixed with them', async () => {
  const vault = await testVault();
  await vault.write(...Array.from({ length: 200 }, (_, at) => entry(`e${at}`, dayAgo(at))));
  const journal = setupJournal(vault);
  await journal.open();
  await Promise.all([journal.older(), journal.open(dayAgo(150))]);
  expect(journal.entries.map(({ day }) => day)).toEqual(
    Array.from({ length: 40 }, (_, at) => dayAgo(150 + at)),
  );
});

test('a journal that a thousand entries arrive in at once reads them in chunks', async () => {
  const vault = await testVault();
  const journal = setupJournal(vault);
  await journal.open();
  await addEntries(vault, 1_000);
  await vi.waitFor(() => {
    expect(journal.entries).toHaveLength(40);
  });
  expect(journal.ended).toBe(false);
});

test('a new entry belongs to the person’s day and clears the draft it was', async () => {
  const vault = await testVault(undefined, () => at('2026-11-22'));
  const journal = setupJournal(vault);
  const night = Temporal.ZonedDateTime.from(`2026-11-22T02:30[${zone}]`).epochMilliseconds;
  const added = await journal.add(' tea ', { at: night, zone, feelings: ['calm'] }, 'note', 'note');
  await journal.open();
  expect(journal.entries).toEqual([
    {
      id: added.ok && added.value,
      at: night,
      zone,
      day: '2026-11-21',
      created: at('2026-11-22'),
      title: '',
      text: 'tea',
      feelings: ['calm'],
      tags: [],
      source: 'note',
      shell: 'pwa',
      practice: '',
      level: 1,
      opensAt: null,
    },
  ]);
});

test('a year counts its days, and nobody else’s', async () => {
  const vault = await testVault();
  await vault.write(
    entry('a', '2026-01-01'),
    entry('b', '2026-12-31'),
    entry('c', '2026-12-31'),
    entry('d', '2025-12-31'),
    entry('gone', '2026-05-05'),
    { id: 'settings', kind: 'settings', fields: { day: '2026-02-02' } },
  );
  await vault.write({ id: 'entry:gone', kind: 'entry', fate: 'forget' });
  const journal = setupJournal(vault);
  const year = journal.year(2026);
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        expect(year.current).toBeDefined();
      });
    }),
  );
  await vi.waitFor(() => {
    expect([...year.current]).toEqual([
      ['2026-01-01', 1],
      ['2026-12-31', 2],
    ]);
  });
});
