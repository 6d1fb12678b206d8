import { liveItems, type Live } from '../../vault/live.svelte.ts';
import type { Readable } from '../../vault/readable.ts';
import { daysView } from '../../vault/view.ts';
import { newestFirst } from './days.ts';
import { entryKind, parseEntry, type Entry } from './entry.ts';

/** The entries of one day, newest first; apart from the journal so that a first screen does without it. */
export const entriesOfDay = (vault: Readable, day: string): Live<Entry[]> =>
  liveItems(
    vault,
    [daysView(entryKind, day, day)],
    (items) => newestFirst(items.map(parseEntry)),
    [],
  );
