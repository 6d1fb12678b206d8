import { liveItems, type Live } from '../../vault/live.svelte.ts';
import type { Readable } from '../../vault/readable.ts';
import { recordView } from '../../vault/view.ts';
import { entryKind, parseEntry, type Entry } from './entry.ts';

/** One entry, as long as a screen shows it: undefined until it is known, null where there is none. */
export const entryOf = (vault: Readable, id: string): Live<Entry | null | undefined> =>
  liveItems<Entry | null | undefined>(
    vault,
    [recordView(id)],
    ([item]) => (item?.alive === true && item.kind === entryKind ? parseEntry(item) : null),
    undefined,
  );
