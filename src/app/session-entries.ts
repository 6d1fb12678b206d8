/** Entries as they stand on a page for somebody else. */
import type { Choices } from '../features/session/choices.ts';
import { shownLines } from '../features/session/strikes.ts';
import { isPrivate, type Entry } from '../features/journal/entry.ts';

/** All that can be read of an entry, a line each: whatever is on the page can be struck out. */
export const textOf = (
  { title, text, feelings }: Pick<Entry, 'title' | 'text' | 'feelings'>,
  wordOf: (feeling: string) => string,
): string =>
  [title, text, feelings.map(wordOf).join(', ')].filter((part) => part !== '').join('\n');

export interface PaperEntry {
  readonly id: string;
  readonly entry: Entry;
  /** Without what was struck. */
  readonly lines: readonly string[];
}

/**
 * The entries that are on the page, without a word that was struck. A private one is there only when it was asked for
 * just now, by itself: that it was chosen once says nothing.
 */
export const paperEntries = (
  entries: readonly Entry[],
  { chosen, strikes }: Pick<Choices, 'chosen' | 'strikes'>,
  asked: ReadonlySet<string>,
  wordOf: (feeling: string) => string,
): PaperEntry[] =>
  entries.flatMap((entry) => {
    const { id } = entry;
    if (!(isPrivate(entry) ? asked : chosen).has(id)) return [];
    const lines = shownLines(textOf(entry, wordOf), strikes.get(id) ?? null);
    return lines === null ? [] : [{ id, entry, lines }];
  });
