/** Hands a peer the rows it lacks, as they lie on the disk: sealed already. */
import { revOf } from '../vault/envelope.ts';
import type { Row } from '../vault/row.ts';
import { absorb } from './absorb.ts';
import type { Round } from './round.ts';
import type { Held, Mark, PeerState } from './store.ts';

/** Rows in one push, and in one look at the disk (sync design, §3.5). */
export const batchRows = 500;
/** Bytes in one push (sync design, §3.5); a single longer row still goes alone. */
const batchBytes = 1_000_000;

interface Dirty {
  readonly row: Row;
  readonly base: string | null;
}

const isDirty = ({ row, mark }: Held): boolean =>
  row !== null && (mark === null || row.lv > mark.lv);

/**
 * `again`: the peer had newer versions of some rows, which are joined now and want to be sent once more.
 * `partly`: it refused some, or has them in a form this app cannot read.
 */
export type Sent = 'all' | 'partly' | 'again';

export async function sendChanges(round: Round): Promise<Sent> {
  const { store, peer } = round;
  // Later edits belong to the next round: a person typing must not keep this one going.
  const until = await store.version();
  let sent: Sent = 'all';
  for (let after = round.state.cleanTo; after < until;) {
    const page = await store.readChanged(peer.name, after, batchRows);
    for (const batch of batches(page.filter(isDirty))) {
      const wanted = batch.filter(({ row }) => !round.unreadable.has(row.wire));
      if (wanted.length < batch.length && sent === 'all') sent = 'partly';
      if (wanted.length === 0) continue;
      const outcome = await sendBatch(round, wanted);
      if (outcome === 'restart') return 'again';
      if (outcome === 'again' || sent === 'all') sent = outcome;
    }
    const last = page.at(-1)?.row;
    after = Math.max(after, last?.lv ?? until);
    if (sent === 'all') round.state = { ...round.state, cleanTo: after };
  }
  return sent;
}

function batches(held: readonly Held[]): readonly (readonly Dirty[])[] {
  const all: Dirty[][] = [];
  let bytes = Infinity;
  for (const { row, mark } of held) {
    if (!row) continue;
    bytes += row.ct.length;
    if (bytes > batchBytes) {
      all.push([]);
      bytes = row.ct.length;
    }
    all.at(-1)?.push({ row, base: mark?.rev ?? null });
  }
  return all;
}

async function sendBatch(round: Round, batch: readonly Dirty[]): Promise<Sent | 'restart'> {
  const items = batch.map(({ row, base }) => ({ id: row.wire, base, ct: row.ct }));
  const answer = await round.push(items);
  if (answer.epoch !== round.state.epoch) {
    await round.restart(answer.epoch);
    return 'restart';
  }
  const taken = new Map(answer.ok.map(({ id, rev }) => [id, rev]));
  const marks = batch.flatMap(({ row }): Mark[] => {
    const rev = revOf(row.ct);
    // The version that was sent: an edit made meanwhile leaves the row dirty.
    return taken.get(row.wire) === rev ? [{ wire: row.wire, rev, lv: row.lv }] : [];
  });
  const { seq } = round.state;
  const news: Partial<PeerState> = answer.wit
    ? { wit: answer.wit, seq: answer.from === seq ? answer.wit.seq : seq }
    : {};
  await round.commit({ ...round.state, ...news }, { marks });
  round.report.pushed += marks.length;
  const sent = new Set(items.map(({ id }) => id));
  const conflicts = answer.conflicts.filter(({ id }) => sent.has(id));
  round.report.conflicts += conflicts.length;
  await absorb(round, conflicts, 'conflict');
  if (conflicts.length > 0) return 'again';
  return marks.length === batch.length ? 'all' : 'partly';
}
