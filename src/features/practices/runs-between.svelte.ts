import { liveItems, type Live } from '../../vault/live.svelte.ts';
import type { Readable } from '../../vault/readable.ts';
import { daysView } from '../../vault/view.ts';
import { parseRun, runKind, type Run } from './runs.ts';

/** What was practised on some days, both included, of every level. Null until it is known. */
export const runsBetween = (
  vault: Readable,
  from: string,
  until: string,
): Live<readonly Run[] | null> =>
  liveItems<readonly Run[] | null>(
    vault,
    [daysView(runKind, from, until)],
    (items) => items.flatMap((item) => (item.alive ? (parseRun(item) ?? []) : [])),
    null,
  );
