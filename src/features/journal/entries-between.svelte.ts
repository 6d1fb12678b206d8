import { liveItems, type Live } from '../../vault/live.svelte.ts';
import type { Readable } from '../../vault/readable.ts';
import { daysView } from '../../vault/view.ts';
import { newestFirst } from './days.ts';
import { entryKind, parseEntry, type Entry } from './entry.ts';

/** The entries of some days, both included, oldest first, private ones and letters among them. Null until they are known. */
export const entriesBetween = (
  vault: Readable,
  from: string,
  until: string,
): Live<readonly Entry[] | null> =>
  liveItems<readonly Entry[] | null>(
    vault,
    [daysView(entryKind, from, until)],
    (items) => newestFirst(items.filter(({ alive }) => alive).map(parseEntry)).toReversed(),
    null,
  );
