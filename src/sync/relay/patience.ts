/** How often rounds have failed in a row, kept for whoever tries next: a page that closes takes its own count along. */
import type { Random } from '../../kernel/random.ts';
import type { VaultDatabase } from '../../vault/database.ts';

/** Milliseconds until a round that could not finish is tried again, at first and at last (chosen). */
const firstReturn = 5_000;
const slowestReturn = 300_000;

export interface Patience {
  readonly failures: number;
  /** Epoch milliseconds before which nobody tries by himself. */
  readonly until: number;
}

const patienceKey = 'relay-patience';
const none: Patience = { failures: 0, until: 0 };

export async function readPatience(db: VaultDatabase): Promise<Patience> {
  return ((await db.meta.get(patienceKey))?.value as Patience | undefined) ?? none; // only written here
}

/** A round has failed; `asked` is how long the relay asked to be left alone. Answers in how many milliseconds to try again. */
export async function putOff(
  db: VaultDatabase,
  asked: number | null,
  { random, wall }: { readonly random: Random; readonly wall: () => number },
): Promise<number> {
  const { failures } = await readPatience(db);
  const usual = Math.min(firstReturn * 2 ** Math.min(failures, 10), slowestReturn);
  const [jitter = 0] = random(1);
  const pause = asked ?? usual * (0.5 + jitter / 512);
  const value: Patience = { failures: failures + 1, until: wall() + pause };
  await db.meta.put({ key: patienceKey, value });
  return pause;
}

/** A round has ended well. */
export async function forgive(db: VaultDatabase): Promise<void> {
  if ((await readPatience(db)).failures > 0) await db.meta.delete(patienceKey);
}

/** A clock that was set back meanwhile has nobody wait for more than a day. */
export const isPatient = ({ until }: Patience, wall: number): boolean =>
  wall < until && until - wall < 86_400_000;
