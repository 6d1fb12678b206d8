/** How long after wrong passphrases the next try has to wait. Kept on the disk, so that a reload shortens nothing. */
import type { VaultDatabase } from '../database.ts';

export interface Tries {
  /** Wrong ones in a row. */
  readonly wrong: number;
  /** Epoch milliseconds of the last one. */
  readonly at: number;
}

const noTries: Tries = { wrong: 0, at: 0 };

/** Chosen: a slip or three cost nothing, then 5 s, 10 s, 20 s … up to five minutes. */
const free = 3;
const firstMs = 5_000;
const longestMs = 5 * 60_000;

export const waitAfter = (wrong: number): number =>
  wrong < free ? 0 : Math.min(longestMs, firstMs * 2 ** (wrong - free));

/** Milliseconds until the next try. A clock that was set back never makes it longer than the wait itself. */
export function waitLeft({ wrong, at }: Tries, now: number): number {
  const wait = waitAfter(wrong);
  return Math.max(0, Math.min(wait, at + wait - now));
}

const triesKey = 'lock-tries';

export async function readTries(db: VaultDatabase): Promise<Tries> {
  return ((await db.meta.get(triesKey))?.value as Tries | undefined) ?? noTries; // only written here
}

/** Two windows that try at once both count. */
export function noteWrong(db: VaultDatabase, at: number): Promise<Tries> {
  return db.transaction('rw', db.meta, async () => {
    const tries = { wrong: (await readTries(db)).wrong + 1, at };
    await db.meta.put({ key: triesKey, value: tries });
    return tries;
  });
}

export async function forgetTries(db: VaultDatabase): Promise<void> {
  await db.meta.delete(triesKey);
}
