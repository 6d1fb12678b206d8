/** One row of ours meets another version of its record: what to keep, and who lacks what. */
import type { Bodies } from './bodies.ts';
import type { VaultKeys } from './keys.ts';
import { includes, join } from './merge.ts';
import { openRow } from './open-row.ts';
import type { Rec } from './record.ts';
import type { Row } from './row.ts';

export interface Met {
  /** What our record becomes, `theirs` itself if nothing of ours is missing there; null when ours has it all. */
  readonly becomes: Rec | null;
  /** We hold something that theirs lacks. */
  readonly ahead: boolean;
}

/** Null when our own row is of a newer kind than this app: it can be neither joined nor replaced. */
export async function meetRec(
  mine: Row | null | undefined,
  theirs: Rec,
  keys: VaultKeys,
  bodies: Bodies,
): Promise<Met | null> {
  if (!mine) return { becomes: theirs, ahead: false };
  const opened = await openRow(keys, mine);
  if (!opened.ok)
    // A damaged row of ours is mended from theirs.
    return opened.error.type === 'Tampered' ? { becomes: theirs, ahead: false } : null;
  const ahead = !includes(theirs, opened.value, bodies);
  if (includes(opened.value, theirs, bodies)) return { becomes: null, ahead };
  return { becomes: ahead ? join(opened.value, theirs, bodies) : theirs, ahead };
}
