/**
 * One round of sync with one peer (sync design, §3.5): fetch and join what it has, then send what it
 * lacks. Every step can be repeated, and edits may land between any two. Call it under one lock.
 */
import { err, ok, type Result } from '../kernel/result.ts';
import { absorb, openTheirs } from './absorb.ts';
import type { PullAnswer, SyncPeer } from './peer.ts';
import {
  Round,
  Stopped,
  type RoundFailure,
  type RoundReport,
  type SyncContext,
  type SyncFailure,
} from './round.ts';
import { batchRows, sendChanges } from './send.ts';
import type { SyncStore } from './store.ts';

export type { RoundFailure, RoundReport, SyncContext, SyncFailure };

/** Times to fetch and send again while others write the same rows (sync design, §3.5). */
const mostPasses = 6;

/** `lastOk` moves only when everything was fetched and everything was sent. */
export const syncRound = (
  peer: SyncPeer,
  store: SyncStore,
  context: SyncContext,
): Promise<Result<RoundReport, RoundFailure>> => run(peer, store, context, false);

/**
 * Looks at every row the peer has, also those it is believed to hold, and sends again what is missing
 * or damaged there. A row that does not come back is never taken for deleted.
 */
export const audit = (
  peer: SyncPeer,
  store: SyncStore,
  context: SyncContext,
): Promise<Result<RoundReport, RoundFailure>> => run(peer, store, context, true);

async function run(
  peer: SyncPeer,
  store: SyncStore,
  context: SyncContext,
  verifying: boolean,
): Promise<Result<RoundReport, RoundFailure>> {
  const state = await store.readPeer(peer.name);
  const round = new Round(peer, store, context, state, verifying);
  try {
    if (verifying) await inspect(round);
    for (let pass = 0; pass < mostPasses; pass++) {
      await fetchAll(round);
      const sent = await sendChanges(round);
      if (sent === 'again') continue;
      await round.commit(sent === 'all' ? { ...round.state, lastOk: context.wall() } : round.state);
      return ok(round.report);
    }
    return err({ type: 'Unsettled', report: round.report });
  } catch (stop) {
    if (stop instanceof Stopped) return err({ ...stop.failure, report: round.report });
    throw stop;
  }
}

/** The wire ids of everything that came. */
async function fetchAll(round: Round): Promise<ReadonlySet<string>> {
  const came = new Set<string>();
  let asked = proveAndPull(round);
  // From the beginning, every row is news or to be verified: it can be opened while the page before is stored.
  let opensAhead = round.state.seq === 0;
  for (let restarts = 0; ;) {
    const answer = await asked;
    const { epoch } = answer;
    if (answer.reset || (round.state.epoch !== null && round.state.epoch !== epoch)) {
      if (++restarts > mostPasses) throw new Stopped({ type: 'Unsettled' });
      await round.restart(epoch);
      came.clear();
      asked = round.pull(round.state);
      opensAhead = true;
      continue;
    }
    const { rows, more, seq, wit } = answer;
    round.state = { ...round.state, unproven: [] };
    if (more && seq <= round.state.seq)
      throw new Stopped({ type: 'Unreachable', cause: new Error('a page that leads nowhere') });
    // The peer gathers the next page while this one is taken in.
    if (more) {
      asked = round.pull({ seq, wit });
      if (opensAhead)
        void asked.then(
          (next) => {
            openPage(round, next);
          },
          () => undefined,
        );
    }
    await absorb(round, rows, 'pulled', { seq, wit, epoch });
    for (const { id } of rows) came.add(id);
    if (!more) return came;
  }
}

/** The first page; or the reset, when the peer does not know one of the pushes that it had acknowledged. */
async function proveAndPull(round: Round): Promise<PullAnswer> {
  const { wit, unproven = [] } = round.state;
  const page = round.pull(round.state);
  return (await round.disproof(unproven.filter(({ token }) => token !== wit?.token))) ?? page;
}

function openPage(round: Round, page: PullAnswer): void {
  if (!page.reset) for (const row of page.rows) void openTheirs(round, row);
}

async function inspect(round: Round): Promise<void> {
  const { store, peer } = round;
  round.state = { ...round.state, seq: 0, wit: null, unproven: [] };
  const came = await fetchAll(round);
  for (let after = 0; ;) {
    const page = await store.readChanged(peer.name, { after, upTo: Infinity }, batchRows);
    const missing = page.flatMap(({ row, mark }) =>
      row && mark && !came.has(row.wire) ? [row] : [],
    );
    const [first] = missing;
    if (first)
      await round.commit(round.doubt(first.lv), { unmark: missing.map(({ wire }) => wire) });
    const last = page.at(-1)?.row;
    if (!last) return;
    after = last.lv;
  }
}
