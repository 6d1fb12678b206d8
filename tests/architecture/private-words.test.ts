// @vitest-environment node
/** Who can show the words of an entry at all: each keeps what is private out of sight. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

async function sources(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
}

/** What reads entries or every record, and who draws one. */
const reads = /\b(parseEntry|entriesOfDay|journal\.entries|EntryCard|JournalList|rec\.toArray)\b/;

/** A further one is a new place that may show what is private: give it a test, then a line here. */
const known: readonly string[] = [
  // They hand entries on and draw nothing.
  'src/features/journal/day.svelte.ts',
  'src/features/journal/entries-between.svelte.ts',
  'src/features/journal/entry.ts',
  'src/features/journal/journal.svelte.ts',
  'src/features/journal/letters.svelte.ts',
  // Lists: entry-card.test.ts, and pwa/privacy.test.ts over every screen.
  'src/app/JournalScreen.svelte',
  'src/app/Today.svelte',
  'src/features/journal/JournalList.svelte',
  // The page of a month: practices/kept-answers.svelte.test.ts.
  'src/app/month-page.svelte.ts',
  // The cards before the app's code is there: early-entries.test.ts, of no day with a private entry or a letter.
  'src/app/card-picture.ts',
  'src/app/early-entries.ts',
  // The build's model of a card, of nobody's words.
  'src/app/render-first.ts',
  // One entry that was opened on purpose.
  'src/features/journal/one-entry.svelte.ts',
  'src/features/journal/entry-editing.svelte.ts',
  // The readable copy: pwa/privacy.test.ts.
  'src/app/save-copy.ts',
];

test('every place that can show the words of an entry is known', async () => {
  const files = (
    await Promise.all(['src/app', 'src/features', 'extension', 'pwa'].map(sources))
  ).flat();
  const found: string[] = [];
  for (const file of files)
    if (reads.test(await readFile(join(root, file), 'utf8'))) found.push(file);
  expect(found.toSorted()).toEqual(known.toSorted());
});
