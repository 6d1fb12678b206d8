/** Hands a peer the rows it lacks, as they lie on the disk: sealed already. */
import { revOf } from '../kernel/revision.ts';
import type { Row } from '../vault/row.ts';
import { absorb } from './absorb.ts';
import type { PushAnswer } from './peer.ts';
import type { Round } from './round.ts';
import type { Held, Mark, PeerState } from './store.ts';

/** Rows in one push, and in one look at the disk, unless the peer takes another number (sync design, §3.5). */
export const batchRows = 500;
/** Bytes in one push (sync design, §3.5); a single longer row still goes alone. */
const batchBytes = 1_000_000;
/** Pushes on the way at once (chosen): the peer keeps one while the next is gathered and travels. */
const onTheWay = 2;
/** Pushes that were acknowledged and not proved, at most (chosen): so many are asked about at once. */
const mostUnproven = 8;

interface Dirty {
  readonly row: Row;
  readonly base: string | null;
}

interface Batch {
  readonly rows: readonly Dirty[];
  /** Every row up to this version is in this batch or one before it. */
  readonly upTo: number;
}

export const isDirty = ({ row, mark }: Held): boolean =>
  row !== null && (mark === null || row.lv > mark.lv);

/**
 * `again`: the peer had newer versions of some rows, which are joined now and want to be sent once more.
 * `partly`: it refused some, or has them in a form this app cannot read.
 */
export type Sent = 'all' | 'partly' | 'again';

export async function sendChanges(round: Round): Promise<Sent> {
  let sent: Sent = 'all';
  const underWay: { readonly batch: Batch; readonly answer: Promise<PushAnswer> | null }[] = [];
  /** Null when the peer turned out to be another one than before. */
  const takeOldest = async (): Promise<Sent | null> => {
    const oldest = underWay.shift();
    if (!oldest) return sent;
    const { batch, answer } = oldest;
    const outcome = answer ? await takeAnswer(round, batch.rows, await answer) : 'all';
    if (outcome === null || !(await isProved(round))) return null;
    if (sent === 'all' || outcome === 'again') sent = outcome;
    if (sent === 'all') round.state = { ...round.state, cleanTo: batch.upTo };
    return sent;
  };
  for await (const { rows, upTo } of changes(round)) {
    const wanted = rows.filter(({ row }) => !round.unreadable.has(row.wire));
    if (wanted.length < rows.length && sent === 'all') sent = 'partly';
    const items = wanted.map(({ row, base }) => ({ id: row.wire, base, ct: row.ct }));
    const answer = items.length > 0 ? round.push(items) : null;
    underWay.push({ batch: { rows: wanted, upTo }, answer });
    if (underWay.length >= onTheWay && (await takeOldest()) === null) return 'again';
  }
  while (underWay.length > 0) if ((await takeOldest()) === null) return 'again';
  return sent;
}

/** What changed since everything was clean, in batches fit to be pushed. */
async function* changes({ state, store, peer, settledAfter }: Round): AsyncGenerator<Batch> {
  // Later edits belong to the next round: a person typing must not keep this one going.
  const until = await store.version();
  let most = Math.min(batchRows, peer.batchRows ?? batchRows);
  for (let after = state.cleanTo; after < until;) {
    const settled = settledAfter(after);
    if (settled && settled.after <= after) {
      after = settled.upTo;
      yield { rows: [], upTo: after };
      continue;
    }
    const upTo = Math.min(until, settled?.after ?? until);
    const page = await store.readChanged(peer.name, { after, upTo }, most);
    const end = page.length < most ? upTo : (page.at(-1)?.row?.lv ?? upTo);
    yield* batches(page.filter(isDirty), end);
    after = end;
    // The first is never a long one: the peer begins to store it while the next is gathered.
    most = peer.batchRows ?? batchRows;
  }
}

function batches(held: readonly Held[], upTo: number): readonly Batch[] {
  const all: Dirty[][] = [[]];
  let bytes = 0;
  for (const { row, mark } of held) {
    if (!row) continue;
    bytes += row.ct.length;
    if (bytes > batchBytes && all.at(-1)?.length !== 0) {
      all.push([]);
      bytes = row.ct.length;
    }
    all.at(-1)?.push({ row, base: mark?.rev ?? null });
  }
  return all.map((rows, index) => ({
    rows,
    upTo: index === all.length - 1 ? upTo : (rows.at(-1)?.row.lv ?? upTo),
  }));
}

async function takeAnswer(
  round: Round,
  batch: readonly Dirty[],
  answer: PushAnswer,
): Promise<Sent | null> {
  if (answer.epoch !== round.state.epoch) {
    await round.restart(answer.epoch);
    return null;
  }
  const taken = new Map(answer.ok.map(({ id, rev }) => [id, rev]));
  const marks = batch.flatMap(({ row }): Mark[] => {
    const rev = revOf(row.ct);
    // The version that was sent: an edit made meanwhile leaves the row dirty.
    return taken.get(row.wire) === rev ? [{ wire: row.wire, rev, lv: row.lv }] : [];
  });
  await round.commit({ ...round.state, ...newsOf(round.state, answer) }, { marks });
  round.report.pushed += marks.length;
  const sent = new Set(batch.map(({ row }) => row.wire));
  const conflicts = answer.conflicts.filter(({ id }) => sent.has(id));
  round.report.conflicts += conflicts.length;
  if (conflicts.length > 0) {
    await absorb(round, conflicts, 'conflict');
    return 'again';
  }
  return marks.length === batch.length ? 'all' : 'partly';
}

/** A long upload is proved as it goes. False when the peer does not hold what it acknowledged. */
async function isProved(round: Round): Promise<boolean> {
  const { unproven = [] } = round.state;
  if (unproven.length < mostUnproven) return true;
  const reset = await round.disproof(unproven);
  if (reset) await round.restart(reset.epoch);
  else round.state = { ...round.state, unproven: [] };
  return !reset;
}

/** The witness only moves up: answers may overtake each other. */
function newsOf(
  { seq, wit, unproven = [] }: PeerState,
  { from, wit: given }: PushAnswer,
): Partial<PeerState> {
  if (!given) return {};
  return {
    wit: wit && wit.seq > given.seq ? wit : given,
    // An extension has one token for all.
    unproven: [...unproven.filter(({ token }) => token !== given.token), given],
    seq: from === seq ? given.seq : seq,
  };
}
