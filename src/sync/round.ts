/** What one round of sync carries along: the peer's state as last committed, and what was done so far. */
import type { Result } from '../kernel/result.ts';
import type { OpenFailure } from '../vault/envelope.ts';
import type { MergeTools, SealedRow } from './meet.ts';
import type { PullAnswer, SyncPeer, Witness } from './peer.ts';
import type { Committed, PeerState, SyncCommit, SyncStore, Versions } from './store.ts';
import { isStorageFull } from '../vault/commit-rows.ts';

export interface SyncContext extends MergeTools {
  readonly wall: () => number;
}

export interface RoundReport {
  /** Rows the peer had that we had not seen in that form. */
  readonly pulled: number;
  /** Rows of ours that changed because of them. */
  readonly merged: number;
  readonly pushed: number;
  readonly quarantined: number;
  readonly conflicts: number;
}

export type SyncFailure =
  | { readonly type: 'Unreachable'; readonly cause: unknown }
  | { readonly type: 'StorageFull' }
  /** Others kept writing the same rows; nothing is lost, the next round goes on from here. */
  | { readonly type: 'Unsettled' };

/** Why a round ended early, and what it had done by then, which stands. */
export type RoundFailure = SyncFailure & { readonly report: RoundReport };

/** Ends a round early; everything committed before stands. */
export class Stopped extends Error {
  readonly failure: SyncFailure;
  constructor(failure: SyncFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

type Counts = { -readonly [Name in keyof RoundReport]: RoundReport[Name] };

export class Round {
  readonly peer: SyncPeer;
  readonly store: SyncStore;
  readonly context: SyncContext;
  /** Opens every row the peer returns, also those it is known to hold. */
  readonly verifying: boolean;
  readonly report: Counts = { pulled: 0, merged: 0, pushed: 0, quarantined: 0, conflicts: 0 };
  /** Rows whose version at the peer this app cannot read: pushing them again this round is in vain. */
  readonly unreadable = new Set<string>();
  /** The peer's rows as they would lie here, by the row as it came. */
  readonly opened = new WeakMap<object, Promise<Result<SealedRow, OpenFailure>>>();
  state: PeerState;
  /** Versions that this round wrote as the peer has them, lowest first: nobody needs to look at them again. */
  #settled: readonly Versions[] = [];

  constructor(
    peer: SyncPeer,
    store: SyncStore,
    context: SyncContext,
    state: PeerState,
    verifying: boolean,
  ) {
    this.peer = peer;
    this.store = store;
    this.context = context;
    this.state = state;
    this.verifying = verifying;
  }

  /** May be called ahead of time: an answer that nobody waits for any more is no failure. */
  pull({ seq, wit, limit }: Parameters<SyncPeer['pull']>[0]): ReturnType<SyncPeer['pull']> {
    return ahead(this.peer.pull({ seq, wit, limit }).catch(unreachable));
  }

  /** The reset, when the peer does not know one of these pushes that it acknowledged. */
  async disproof(pushes: readonly Witness[]): Promise<PullAnswer | undefined> {
    // Behind the last push there is next to nothing to send along.
    const seq = this.state.wit?.seq ?? 0;
    const answers = await Promise.all(pushes.map((wit) => this.pull({ seq, wit, limit: 1 })));
    return answers.find(({ reset }) => reset);
  }

  /** May be called ahead of time, as above. */
  push(items: Parameters<SyncPeer['push']>[0]): ReturnType<SyncPeer['push']> {
    return ahead(this.peer.push(items).catch(unreachable));
  }

  /** Whether a commit of this would change anything. */
  moves(next: Partial<PeerState>): boolean {
    const { seq, wit, epoch } = { ...this.state, ...next };
    const now = this.state;
    const isWitnessed = wit?.seq === now.wit?.seq && wit?.token === now.wit?.token;
    return seq !== now.seq || epoch !== now.epoch || !isWitnessed;
  }

  /** The first run of settled versions that ends after `after`. */
  settledAfter = (after: number): Versions | undefined => {
    return this.#settled.find(({ upTo }) => upTo > after);
  };

  settle(version: number): void {
    const last = this.#settled.at(-1);
    this.#settled =
      last?.upTo === version - 1
        ? [...this.#settled.slice(0, -1), { after: last.after, upTo: version }]
        : [...this.#settled, { after: version - 1, upTo: version }];
  }

  /** A row we took for clean is not: from this version on every row is looked at again. */
  doubt(version: number): PeerState {
    this.#settled = [];
    return { ...this.state, cleanTo: Math.min(this.state.cleanTo, version - 1) };
  }

  /** Null when a row has moved on; then nothing was written and the state is as before. */
  async commit(
    state: PeerState,
    change: Omit<SyncCommit, 'peer' | 'state'> = {},
  ): Promise<Committed | null> {
    const done = await this.store
      .commit({ peer: this.peer.name, state, ...change })
      .catch((failure: unknown) => {
        throw isStorageFull(failure) ? new Stopped({ type: 'StorageFull' }) : failure;
      });
    if (done) this.state = state;
    return done;
  }

  /** The peer was restored, wiped or replaced: what we believed about it is void. */
  async restart(epoch: string): Promise<void> {
    const { lastOk } = this.state;
    this.#settled = [];
    await this.commit({ seq: 0, wit: null, epoch, cleanTo: 0, lastOk }, { forget: true });
  }
}

/** Asked before it is waited for, and perhaps never waited for. */
function ahead<Answer>(asked: Promise<Answer>): Promise<Answer> {
  asked.catch(() => undefined);
  return asked;
}

function unreachable(cause: unknown): never {
  throw new Stopped({ type: 'Unreachable', cause });
}
